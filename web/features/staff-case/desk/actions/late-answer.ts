/** Whether a step whose answer did not come in time was taken all the same. */
import { setTimeout as sleep } from 'node:timers/promises';
import { query } from '../../../../graphql/server.ts';
import { readViewer } from '../../../../session/viewer.ts';
import { actionOf, type Intent } from '../panel/intents.ts';
import { MeanwhileQuery } from '../read/desk.query.ts';
import { since } from './conflict.ts';

export type LateOutcome = 'done' | 'not-done' | 'unknown';

interface LateEntry {
  id: string;
  action: string | null;
  post: { name: string; holder: { name: string } | null } | null;
}

const looks = 5;
const pauseMs = 1_200;

/**
 * Looks for the step in the timeline, a few times as it may still be under way. `unknown` when the case cannot be read,
 * or when the form is none that leaves a step behind (a note, a promise).
 */
export async function outcomeOfLate(
  intent: Intent,
  { caseId, lastSeen, language }: { caseId: string; lastSeen: string | null; language: 'ar' | 'en' },
): Promise<LateOutcome> {
  const action = actionOf(intent);
  if (action === null) return 'unknown';
  const viewer = await readViewer(language);
  let outcome: LateOutcome = 'unknown';
  for (let look = 0; look < looks && outcome !== 'done'; look += 1) {
    if (look > 0) await sleep(pauseMs);
    const { data } = await query(MeanwhileQuery, { id: caseId }, language);
    const entries = data?.case?.timeline.edges.map(({ node }) => node);
    if (entries)
      outcome = isTaken(entries, { lastSeen, action, name: viewer?.name ?? '' }) ? 'done' : 'not-done';
  }
  return outcome;
}

/** Whether a person took a step after the last entry that they had seen. */
export function isTaken(
  entries: readonly LateEntry[],
  step: { lastSeen: string | null; action: string; name: string },
): boolean {
  return since(entries, step.lastSeen).some(
    ({ action, post }) => action === step.action && post?.holder?.name === step.name,
  );
}
