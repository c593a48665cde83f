import type { Viewer } from '@bekhedmetkom/platform/auth';
import { longestReason } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { readText } from '../submission/written-text.ts';
import { pause } from './pause.ts';

/** A question that is one says what it asks: fewer characters do not. */
const shortestQuestion = 10;

/** Asks the applicant something specific; the clock stands still until the reply. */
export function askApplicant(
  room: CaseRoom,
  input: CaseStep & { question: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'ASK_APPLICANT' }, ({ record, now }) => {
    const question = readText(input.question, {
      field: ['question'],
      min: shortestQuestion,
      max: longestReason,
    });
    if ('refused' in question) return question;
    const questions = record.questions + 1;
    return {
      after: { ...pause(record, now), questions, question: question.text },
      text: question.text,
      detail: { questions },
    };
  });
}
