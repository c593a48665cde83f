import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxAnswerLength } from '../case/case.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import type { Directory } from '../directory/directory.ts';
import { readText } from '../wording/written-text.ts';
import { checkPromise } from './interim.ts';

export interface InterimReply extends CaseStep {
  text: string;
  /** `YYYY-MM-DD`, Asia/Amman. */
  dueOn: string;
}

/** Who decides about it: the main focal point, or the next post upward when that one proposed it. */
function approversOf(directory: Directory, entity: string | null, by: string | null): string[] {
  const main = directory.mainFocalPointOf(entity);
  if (entity === null || !main?.holder || main.holder.subject !== by) return directory.workingPostsOf(entity);
  const { post } = directory.superiorOf(entity);
  return post ? [post.key] : directory.postsOfRole('OPERATION_ROOM', null).map(({ key }) => key);
}

/** Proposes what the applicant is to be told meanwhile, and until when the answer is promised. */
export function proposeInterim(
  deps: CaseDependencies,
  input: InterimReply,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'PROPOSE_INTERIM' }, (context) => {
    const { record, now, terms, calendar, post, directory } = context;
    const text = readText(input.text, { field: ['text'], min: 1, max: maxAnswerLength });
    if ('refused' in text) return text;
    const refusal = checkPromise(input.dueOn, record, terms.interimFactor, calendar, now);
    if (refusal) return refusal;
    const { dueOn } = input;
    const proposal = { text: text.text, dueOn, by: viewer.subject, post, at: now.toISOString() };
    return {
      after: { proposal: { kind: 'INTERIM', ...proposal } },
      text: text.text,
      internal: true,
      told: approversOf(directory, record.entity, viewer.subject),
      detail: { dueOn },
    };
  });
}
