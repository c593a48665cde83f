import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseResult } from '../case-change/change-case.ts';
import { toUserError } from '../refusal/refusal.ts';
import { toCaseObject } from './case.type.ts';
import type { CasePayload } from './case-action.type.ts';

/** What a step gives back, in the words of the caller. */
export function toPayload({ record, access, refusals }: CaseResult, { language }: Viewer): CasePayload {
  return {
    case: toCaseObject(record, access, language),
    userErrors: refusals.map((refusal) => toUserError(refusal, language)),
  };
}
