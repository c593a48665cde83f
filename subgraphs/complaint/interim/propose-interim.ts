import type { Viewer } from '@bekhedmetkom/platform/auth';
import { longestAnswer } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { readText } from '../submission/written-text.ts';
import { checkPromise } from './interim.ts';

export interface InterimReply extends CaseStep {
  text: string;
  /** `YYYY-MM-DD`, Asia/Amman. */
  dueOn: string;
}

/** Proposes what the applicant is to be told meanwhile, and until when the answer is promised. */
export function proposeInterim(room: CaseRoom, input: InterimReply, viewer: Viewer): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'PROPOSE_INTERIM' }, (moment) => {
    const { record, now, terms, calendar, post, directory } = moment;
    const text = readText(input.text, { field: ['text'], min: 1, max: longestAnswer });
    if ('refused' in text) return text;
    const refusal = checkPromise(input.dueOn, record, terms.interimFactor, calendar, now);
    if (refusal) return refusal;
    const { dueOn } = input;
    const approver = directory.mainFocalPointOf(record.entity);
    const proposal = { text: text.text, dueOn, by: viewer.subject, post, at: now.toISOString() };
    return {
      after: { proposal: { kind: 'INTERIM', ...proposal } },
      text: text.text,
      internal: true,
      told: approver ? [approver.key] : [],
      detail: { dueOn },
    };
  });
}
