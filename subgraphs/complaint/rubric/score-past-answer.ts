import type { Viewer } from '@bekhedmetkom/platform/auth';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import type { AnswerScored } from '@bekhedmetkom/schema/events/complaint';
import { appendToAudit } from '../audit/audit.store.ts';
import { lockCase } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import { transitionOf } from '../case/transitions.ts';
import { accessTo } from '../case-access/case.policy.ts';
import { type CaseResult, conflict, keeping } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { actingPost } from '../directory/acting-post.ts';
import { newestRubric } from './rubric.store.ts';
import type { ScoringRoom } from './sample.ts';
import { cyclesToScore, scoreCycle } from './score.store.ts';
import { type ScoresInput, writeScores } from './write-scores.ts';

const action = 'SCORE_ANSWER';

/**
 * Scores the answer of a round that is over, because its case was reopened before anybody did. The case itself
 * goes on undisturbed: its version stays. Null when no such answer waits for a score that the viewer may know of.
 */
export function scorePastAnswer(
  { database, directory, words }: ScoringRoom,
  input: CaseStep & ScoresInput,
  viewer: Viewer,
): Promise<CaseResult | null> {
  return database.transaction(async (tx) => {
    const [waiting] = input.caseId === null ? [] : await cyclesToScore(tx, [input.caseId]);
    if (!waiting || input.caseId === null) return null;
    const locked = await lockCase(tx, input.caseId);
    const access = locked && accessTo(viewer, locked.record);
    if (!locked || !access || waiting.number === locked.record.cycle) return null;
    const { record, now } = locked;
    const refuse = (refusal: Refusal): CaseResult => ({ record, access, refusals: [refusal] });
    if (record.version !== input.expectedVersion) return refuse(conflict(record));
    const reviews = transitionOf(action).who.some((capacity) => access.capacities.includes(capacity));
    if (!reviews) return refuse({ refused: 'FORBIDDEN', facts: { action } });
    if (viewer.subject !== null && viewer.subject === waiting.author)
      return refuse({ refused: 'OWN_ANSWER' });
    // Somebody may have scored it while this one waited for the lock.
    const [still] = await cyclesToScore(tx, [record.id]);
    if (still?.number !== waiting.number) return refuse({ refused: 'NOTHING_TO_SCORE' });

    const of = { caseId: record.id, cycle: waiting.number };
    const post = actingPost(directory(), viewer.subject, record.entity)?.key ?? null;
    const demanded = { input, rubric: await newestRubric(tx), isDemanded: true };
    const sum = await writeScores(
      tx,
      demanded,
      { ...of, at: now },
      {
        subject: viewer.subject,
        post,
        keep: keeping(words ?? null, record),
      },
    );
    if (sum === null) return null;
    if ('refused' in sum) return refuse(sum);
    await scoreCycle(tx, { ...of, ...sum });
    const line = { actorKind: 'STAFF', actor: viewer.subject, action } as const;
    await appendToAudit(tx, [record.id], { ...line, detail: { cycle: waiting.number, post, ...sum } });
    const payload: AnswerScored = { ...of, ...sum };
    await appendToOutbox(tx, { key: crypto.randomUUID(), version: 1, type: 'answer.scored', payload });
    return { record, access, refusals: [] };
  });
}
