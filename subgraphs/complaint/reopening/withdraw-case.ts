import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxReasonLength } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCaseWithin,
  type TransitionContext,
  within,
} from '../case-change/change-case.ts';
import { resume } from '../clock/pause.ts';
import { eldestFollower } from '../merge/continue.store.ts';
import { continueCase, handedOver } from '../merge/continue-case.ts';
import { lockFamily } from '../merge/merge.store.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';
import { readText } from '../wording/written-text.ts';

/**
 * Ends an open case because its applicant no longer wants it; the clock stops. Always possible: when others follow the
 * case, the work on it goes on as the eldest follower's, in the same transaction.
 */
export function withdrawCase(
  deps: CaseDependencies,
  { id, access }: OwnCase,
  input: { expectedVersion: number; reason: string | null },
  viewer: Viewer,
): Promise<CaseResult> {
  const { expectedVersion } = input;
  return deps.database.transaction(async (tx) => {
    await lockFamily(tx, id);
    const around = within(deps);
    const request = { id, expectedVersion, action: 'WITHDRAW', viewer, access } as const;
    let goOn = async (): Promise<void> => {};
    const decide = async ({ record, now, calendar }: TransitionContext) => {
      const reason = readText(input.reason ?? '', { field: ['reason'], min: 0, max: maxReasonLength });
      if ('refused' in reason) return reason;
      const text = reason.text || null;
      const heir = record.followers > 0 ? await eldestFollower(tx, id) : null;
      if (heir === null) return { after: { closedAt: now }, text };
      const standing = record.state === 'AWAITING_APPLICANT' ? resume(record, now, calendar) : {};
      goOn = () => continueCase(tx, around, heir, { ...record, ...standing });
      return { after: { ...handedOver, closedAt: now }, text, detail: { goesOn: true } };
    };
    const result = await changeCaseWithin(tx, around, request, decide);
    if (result.refusals.length === 0) await goOn();
    return result;
  });
}
