/** Undoing of following another case: the follower becomes a request of its own. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { loadCases } from '../case/case.store.ts';
import { maxReasonLength, type Refusal } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  type Change,
  changeCaseWithin,
  type TransitionContext,
  within,
} from '../case-change/change-case.ts';
import { acknowledgeMinutes } from '../directory/directory.ts';
import { dueByWorkingMinutes } from '../sla/sla.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';
import { readText } from '../wording/written-text.ts';
import { beginRound } from './continue.store.ts';
import { addFollowers, lockFamily } from './merge.store.ts';

/**
 * Lets a case that its applicant chose to file as a follower of another one go on by itself, at the entity that has the
 * other one. Its clock begins now: nobody could work on it before. The other case loses a follower, and nothing else.
 */
export function separateCase(
  deps: CaseDependencies,
  { id, access }: OwnCase,
  input: { expectedVersion: number; reason: string | null },
  viewer: Viewer,
): Promise<CaseResult> {
  return deps.database.transaction(async (tx) => {
    const [before] = await loadCases(tx, [id]);
    // The other case is locked first or second by its id, as whoever merges it locks it.
    if (before?.parentId) await lockFamily(tx, id, before.parentId);
    const { expectedVersion } = input;
    const request = { id, expectedVersion, action: 'SEPARATE', viewer, access } as const;
    return changeCaseWithin(tx, within(deps), request, (context) => separate(context, input.reason));
  });
}

async function separate(
  { tx, record, now, directory }: TransitionContext,
  given: string | null,
): Promise<Change | Refusal> {
  const reason = readText(given ?? '', { field: ['reason'], min: 0, max: maxReasonLength });
  if ('refused' in reason) return reason;
  if (record.parentId !== null) await addFollowers(tx, record.parentId, -1);
  await beginRound(tx, record, now);
  const calendar = directory.calendar();
  const minutes = acknowledgeMinutes(directory.policyOf(record), record.type);
  return {
    after: {
      parentId: null,
      closedAt: null,
      holderPost: directory.mainFocalPointOf(record.entity)?.key ?? null,
      cycleSubmittedAt: now,
      calendarVersion: calendar.version,
      acknowledgeBy: new Date(dueByWorkingMinutes(calendar, now.getTime(), minutes)),
    },
    text: reason.text || null,
  };
}
