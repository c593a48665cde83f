/** The two ends of a review: approving publishes the answer, returning sends it back with a reason. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { ScoringRoom } from '../rubric/sample.ts';
import { keepScores, scored } from '../rubric/score-answer.ts';
import type { ScoresInput } from '../rubric/write-scores.ts';
import { minutesTaken } from '../sla/case-clock.ts';
import { readText } from '../submission/written-text.ts';
import { type AnswerRow, decideAnswer, lastAnswer } from './answer.store.ts';
import { longestReason } from './case.ts';
import { type CaseResult, changeCase, type Moment } from './change-case.ts';
import type { CaseStep } from './start-case.ts';

/** Approves the answer under review, scored where the rule asks for it: it is published and the clock stops. */
export function approveAnswer(
  room: ScoringRoom,
  input: CaseStep & ScoresInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'APPROVE_ANSWER' }, async (moment) => {
    const { tx, record, now, directory } = moment;
    const answer = await underReview(moment);
    const sum = await keepScores(moment, input, room.isSampled);
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
  room: ScoringRoom,
  input: CaseStep & ScoresInput & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'RETURN_ANSWER' }, async (moment) => {
    const { tx, record, now } = moment;
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: longestReason });
    if ('refused' in reason) return reason;
    const answer = await underReview(moment);
    // Scores of a returned answer are for its author: figures count the published one.
    const sum = await keepScores(moment, input, room.isSampled);
    if (sum && 'refused' in sum) return sum;
    await decideAnswer(tx, record, {
      decision: 'RETURNED',
      by: viewer.subject,
      at: now,
      reason: moment.keep(reason.text),
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

async function underReview({ tx, record }: Moment): Promise<AnswerRow> {
  const answer = await lastAnswer(tx, record);
  if (answer) return answer;
  throw new Fault('INTERNAL_SERVER_ERROR', `case ${record.id} is under review without an answer`);
}
