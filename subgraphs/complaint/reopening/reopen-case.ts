import type { Viewer } from '@bekhedmetkom/platform/auth';
import { openCycle } from '../case/case.store.ts';
import { maxReasonLength } from '../case/case.ts';
import type { Access } from '../case-access/case.policy.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import { readText } from '../wording/written-text.ts';
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
export function reopenCase(deps: CaseDependencies, input: Reopening, viewer: Viewer): Promise<CaseResult> {
  const { id, expectedVersion, access } = input;
  const request = { id, expectedVersion, action: 'REOPEN', viewer, ...(access && { access }) } as const;
  return changeCase(deps, request, async ({ tx, record, now, outcome: taken, directory }) => {
    // Without proven access it came by the mutation of staff, where nobody acts as an applicant.
    if (access === undefined && taken.as === 'APPLICANT') {
      return { refused: 'FORBIDDEN', facts: { action: 'REOPEN' } };
    }
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
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
