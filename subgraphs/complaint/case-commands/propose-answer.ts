import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { refuseCanned } from '../canned-answer/refuse-canned.ts';
import { addAnswer } from '../case/answer.store.ts';
import { checkAnswer, maxAnswerLength } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { minutesTaken } from '../clock/case-clock.ts';
import { readText } from '../wording/written-text.ts';

export interface ProposedAnswerInput extends CaseStep {
  outcome: Outcome;
  text: string;
}

/** Proposes an answer for review; a compliment's acknowledgement is published at once. */
export function proposeAnswer(
  deps: CaseDependencies,
  input: ProposedAnswerInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'PROPOSE_ANSWER' }, (context) => propose(context, input));
}

async function propose(context: TransitionContext, input: ProposedAnswerInput) {
  const { tx, record, now, outcome: taken, viewer, directory } = context;
  const written = readText(input.text, { field: ['text'], min: 1, max: maxAnswerLength });
  if ('refused' in written) return written;
  const refusal =
    checkAnswer(record.type, input.outcome, written.text) ??
    (taken.as === 'IMPORTER' ? null : await refuseCanned(context, written.text));
  if (refusal) return refusal;
  // An importer speaks for whoever has the case.
  const post = (taken.as === 'IMPORTER' ? null : context.post) ?? record.holderPost;
  const staff = viewer.subject === null ? null : (directory.post(post ?? '')?.holder?.staff ?? null);
  const published = taken.to === 'RESOLVED';
  await addAnswer(tx, record, {
    outcome: input.outcome,
    text: context.keep(written.text),
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
