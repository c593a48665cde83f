import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import { type CaseResult, changeCase, type TransitionContext } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { newestRubric } from './rubric.store.ts';
import { scoreRequired, type Tally } from './rubric.ts';
import type { IsSampled, ScoringRoom } from './sample.ts';
import { scorePastAnswer } from './score-past-answer.ts';
import { type ScoresInput, writeScores } from './write-scores.ts';

/**
 * Keeps the scores given with a review. Null when none were given and none are needed; an answer that is
 * returned needs none, and one taken over from another system was reviewed there.
 */
export async function keepScores(
  context: TransitionContext,
  input: ScoresInput,
  isSampled: IsSampled,
): Promise<Tally | Refusal | null> {
  const { tx, record, outcome: taken, now, viewer, post, keep } = context;
  const rubric = await newestRubric(tx);
  const isDemanded =
    taken.action !== 'RETURN_ANSWER' && taken.as !== 'IMPORTER' && scoreRequired(record, rubric, isSampled);
  const of = { caseId: record.id, cycle: record.cycle, at: now };
  return writeScores(tx, { input, rubric, isDemanded }, of, { subject: viewer.subject, post, keep });
}

/** What a score makes of its cycle. */
export function scored(sum: Tally | null): Partial<CaseRecord> {
  return sum === null ? {} : { qualityScore: sum.score, qualityMax: sum.max };
}

/**
 * Scores a published answer that was rated two or less: of the case's current round, or of an earlier one when
 * the case was reopened before anybody scored it.
 */
export async function scoreAnswer(
  deps: ScoringRoom,
  input: CaseStep & ScoresInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const past = await scorePastAnswer(deps, input, viewer);
  if (past) return past;
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'SCORE_ANSWER' }, async (context) => {
    const sum = await keepScores(context, input, deps.isSampled);
    if (sum && 'refused' in sum) return sum;
    return { after: scored(sum), internal: true, detail: { ...sum } };
  });
}
