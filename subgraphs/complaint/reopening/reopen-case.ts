import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Access } from '../case/case.policy.ts';
import { openCycle } from '../case/case.store.ts';
import { longestReason } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import { readText } from '../submission/written-text.ts';
import { nextRound } from './next-round.ts';

interface Reopening {
  /** Null names no case. */
  id: string | null;
  expectedVersion: number;
  reason: string;
  /** Of an applicant who has shown it; staff's is found out. */
  access?: Access;
}

/**
 * Reopens an answered case: a new round begins, with half the time and one step more importance. An applicant
 * may do so for a time and only so often; the operation room always may, and so answers an appeal.
 */
export function reopenCase(room: CaseRoom, input: Reopening, viewer: Viewer): Promise<CaseResult> {
  const { id, expectedVersion, access } = input;
  const request = { id, expectedVersion, action: 'REOPEN', viewer, ...(access && { access }) } as const;
  return changeCase(room, request, async ({ tx, record, now, taken, directory }) => {
    // Without proven access it came by the mutation of staff, where nobody acts as an applicant.
    if (access === undefined && taken.as === 'APPLICANT') {
      return { refused: 'FORBIDDEN', facts: { action: 'REOPEN' } };
    }
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: longestReason });
    if ('refused' in reason) return reason;
    const openedBy = taken.as === 'APPLICANT' ? 'APPLICANT' : 'OPERATION_ROOM';
    const after = nextRound(record, { now, reason: reason.text, openedBy }, directory);
    await openCycle(tx, after);
    return {
      after,
      text: reason.text,
      told: directory.workingPostsOf(record.entity),
      detail: { cycle: after.cycle, importance: after.importance },
    };
  });
}
