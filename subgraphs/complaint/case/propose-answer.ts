import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { refuseCanned } from '../canned-answer/refuse-canned.ts';
import { minutesTaken } from '../sla/case-clock.ts';
import { readText } from '../submission/written-text.ts';
import { addAnswer } from './answer.store.ts';
import { checkAnswer, longestAnswer } from './case.ts';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from './change-case.ts';
import type { CaseStep } from './start-case.ts';

export interface ProposedAnswerInput extends CaseStep {
  outcome: Outcome;
  text: string;
}

/** Proposes an answer for review; a compliment's acknowledgement is published at once. */
export function proposeAnswer(
  room: CaseRoom,
  input: ProposedAnswerInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'PROPOSE_ANSWER' }, (moment) => propose(moment, input));
}

async function propose(moment: Moment, input: ProposedAnswerInput) {
  const { tx, record, now, taken, viewer, directory } = moment;
  const written = readText(input.text, { field: ['text'], min: 1, max: longestAnswer });
  if ('refused' in written) return written;
  const refusal =
    checkAnswer(record.type, input.outcome, written.text) ??
    (taken.as === 'IMPORTER' ? null : await refuseCanned(moment, written.text));
  if (refusal) return refusal;
  // An importer speaks for whoever has the case.
  const post = (taken.as === 'IMPORTER' ? null : moment.post) ?? record.holderPost;
  const staff = viewer.subject === null ? null : (directory.post(post ?? '')?.holder?.staff ?? null);
  const published = taken.to === 'RESOLVED';
  await addAnswer(tx, record, {
    outcome: input.outcome,
    text: moment.keep(written.text),
    subject: viewer.subject,
    staff: taken.as === 'IMPORTER' ? null : staff,
    post,
    at: now,
    published,
  });
  const answerAuthor = viewer.subject;
  const holderPost = post;
  if (!published) return { after: { answerAuthor, holderPost }, detail: { outcome: input.outcome } };
  const calendar = directory.calendar(record.calendarVersion);
  return {
    after: {
      answerAuthor,
      holderPost,
      publishedAt: now,
      outcome: input.outcome,
      workingMinutes: minutesTaken(record, calendar, now),
    },
    text: written.text,
    detail: { outcome: input.outcome },
  };
}
