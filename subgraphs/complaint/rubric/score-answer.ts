import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../case/case.record.ts';
import { longestReason, type Refusal } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { readText } from '../submission/written-text.ts';
import { newestRubric } from './rubric.store.ts';
import { mustScore, type Score, type Tally, tally } from './rubric.ts';
import { addScore } from './score.store.ts';

export interface ScoresInput {
  scores: Score[];
  /** For the author; staff only. */
  comment: string | null;
}

/**
 * Keeps the scores given with a review. Null when none were given and none are needed; an answer that is
 * returned needs none, and one taken over from another system was reviewed there.
 */
export async function keepScores(
  { tx, record, taken, now, viewer, post }: Moment,
  { scores, comment }: ScoresInput,
): Promise<Tally | Refusal | null> {
  const rubric = await newestRubric(tx);
  const isDemanded = taken.action !== 'RETURN_ANSWER' && taken.as !== 'IMPORTER' && mustScore(record, rubric);
  const sum = tally(scores, rubric, isDemanded);
  if (sum === null || 'refused' in sum) return sum;
  const said = readText(comment ?? '', { field: ['comment'], min: 0, max: longestReason });
  if ('refused' in said) return said;
  const of = { caseId: record.id, cycle: record.cycle, rubricVersion: rubric.version };
  const row = { ...of, ...sum, points: scores, comment: said.text || null, at: now };
  await addScore(tx, row, { subject: viewer.subject, post });
  return sum;
}

/** What a score makes of its cycle. */
export function scored(sum: Tally | null): Partial<CaseRecord> {
  return sum === null ? {} : { qualityScore: sum.score, qualityMax: sum.max };
}

/** Scores a published answer that was rated two or less. */
export function scoreAnswer(
  room: CaseRoom,
  input: CaseStep & ScoresInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'SCORE_ANSWER' }, async (moment) => {
    const sum = await keepScores(moment, input);
    if (sum && 'refused' in sum) return sum;
    return { after: scored(sum), internal: true, detail: { ...sum } };
  });
}
