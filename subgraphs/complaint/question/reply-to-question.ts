import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import { readText } from '../submission/written-text.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';

/** The longest reply of an applicant, in characters: as much as a case may say. */
const longestReply = 10_000;

interface Reply {
  expectedVersion: number;
  text: string;
}

/** Answers the question that waits; the clock runs again. */
export function replyToQuestion(
  room: CaseRoom,
  { id, access }: OwnCase,
  { expectedVersion, text }: Reply,
  viewer: Viewer,
): Promise<CaseResult> {
  return changeCase(room, { id, expectedVersion, action: 'REPLY', viewer, access }, () => {
    const reply = readText(text, { field: ['text'], min: 1, max: longestReply });
    return 'refused' in reply ? reply : { after: {}, text: reply.text };
  });
}
