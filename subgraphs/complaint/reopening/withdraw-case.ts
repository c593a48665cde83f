import type { Viewer } from '@bekhedmetkom/platform/auth';
import { longestReason } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import { readText } from '../submission/written-text.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';

/** Ends an open case because its applicant no longer wants it; the clock stops. */
export function withdrawCase(
  room: CaseRoom,
  { id, access }: OwnCase,
  input: { expectedVersion: number; reason: string | null },
  viewer: Viewer,
): Promise<CaseResult> {
  const { expectedVersion } = input;
  return changeCase(room, { id, expectedVersion, action: 'WITHDRAW', viewer, access }, ({ now }) => {
    const reason = readText(input.reason ?? '', { field: ['reason'], min: 0, max: longestReason });
    if ('refused' in reason) return reason;
    return { after: { closedAt: now }, text: reason.text || null };
  });
}
