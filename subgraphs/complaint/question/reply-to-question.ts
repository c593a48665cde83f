import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';
import { readText } from '../wording/written-text.ts';

/** The longest reply of an applicant, in characters: as much as a case may say. */
const maxReplyLength = 10_000;

interface Reply {
  expectedVersion: number;
  text: string;
}

/** Answers the question that waits; the clock runs again. */
export function replyToQuestion(
  deps: CaseDependencies,
  { id, access }: OwnCase,
  { expectedVersion, text }: Reply,
  viewer: Viewer,
): Promise<CaseResult> {
  return changeCase(deps, { id, expectedVersion, action: 'REPLY', viewer, access }, () => {
    const reply = readText(text, { field: ['text'], min: 1, max: maxReplyLength });
    return 'refused' in reply ? reply : { after: {}, text: reply.text };
  });
}
