import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxReasonLength } from '../case/case.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { pause } from '../clock/pause.ts';
import { readText } from '../wording/written-text.ts';

/** A question that is one says what it asks: fewer characters do not. */
const shortestQuestion = 10;

/** Asks the applicant something specific; the clock stands still until the reply. */
export function askApplicant(
  deps: CaseDependencies,
  input: CaseStep & { question: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'ASK_APPLICANT' }, ({ record, now }) => {
    const question = readText(input.question, {
      field: ['question'],
      min: shortestQuestion,
      max: maxReasonLength,
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
