/** The two ends of a review: approving publishes the answer, returning sends it back with a reason. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { type AnswerRow, decideAnswer, lastAnswer } from '../case/answer.store.ts';
import { maxReasonLength } from '../case/case.ts';
import { type CaseResult, changeCase, type TransitionContext } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { minutesTaken } from '../clock/case-clock.ts';
import type { ScoringRoom } from '../rubric/sample.ts';
import { keepScores, scored } from '../rubric/score-answer.ts';
import type { ScoresInput } from '../rubric/write-scores.ts';
import { readText } from '../wording/written-text.ts';

/** Approves the answer under review, scored where the rule asks for it: it is published and the clock stops. */
export function approveAnswer(
  deps: ScoringRoom,
  input: CaseStep & ScoresInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'APPROVE_ANSWER' }, async (context) => {
    const { tx, record, now, directory } = context;
    const answer = await underReview(context);
    const sum = await keepScores(context, input, deps.isSampled);
    if (sum && 'refused' in sum) return sum;
    await decideAnswer(tx, record, { decision: 'APPROVED', by: viewer.subject, at: now, reason: null });
    return {
      after: {
        publishedAt: now,
        ...scored(sum),
        outcome: answer.outcome,
        reviews: record.reviews + 1,
        approvedAtFirstReview: record.approvedAtFirstReview ?? record.reviews === 0,
        workingMinutes: minutesTaken(record, directory.calendar(record.calendarVersion), now),
      },
      text: answer.text,
      shownPost: answer.authorPost,
      detail: { outcome: answer.outcome },
    };
  });
}

/** Returns the answer with a reason to whoever has the case: its author, unless it was given to somebody else. */
export function returnAnswer(
  deps: ScoringRoom,
  input: CaseStep & ScoresInput & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'RETURN_ANSWER' }, async (context) => {
    const { tx, record, now } = context;
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    const answer = await underReview(context);
    // Scores of a returned answer are for its author: figures count the published one.
    const sum = await keepScores(context, input, deps.isSampled);
    if (sum && 'refused' in sum) return sum;
    await decideAnswer(tx, record, {
      decision: 'RETURNED',
      by: viewer.subject,
      at: now,
      reason: context.keep(reason.text),
    });
    return {
      after: {
        reviews: record.reviews + 1,
        approvedAtFirstReview: record.approvedAtFirstReview ?? false,
        // Its author's post, unless the case was given to another one meanwhile.
        holderPost: record.holderPost ?? answer.authorPost,
      },
      text: reason.text,
      internal: true,
    };
  });
}

async function underReview({ tx, record }: TransitionContext): Promise<AnswerRow> {
  const answer = await lastAnswer(tx, record);
  if (answer) return answer;
  throw new Fault('INTERNAL_SERVER_ERROR', `case ${record.id} is under review without an answer`);
}
