import { serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { systemAccess } from '../case-access/case.policy.ts';
import { type CaseResult, changeCaseWithin } from '../case-change/change-case.ts';
import type { Directory } from '../directory/directory.ts';
import { referTransferWithin } from '../transfer/refer-transfer.ts';
import { forgetTimeOut } from './due.store.ts';

/**
 * Ends the waiting of a claimed case: nobody answered its question, rated its answer, or decided about its
 * transfer in time. Throws when the workflow refuses.
 */
export async function timeOutCase(
  tx: Tx,
  directory: Directory,
  { id, state }: { id: string; state: CaseState },
): Promise<void> {
  const result = await end(tx, directory, id, state);
  if (result === null) return forgetTimeOut(tx, id);
  const [refusal] = result.refusals;
  if (refusal) throw new Error(`the time-out of case ${id} (${state}) was refused: ${refusal.refused}`);
}

async function end(tx: Tx, directory: Directory, id: string, state: CaseState): Promise<CaseResult | null> {
  const request = { id, expectedVersion: null, viewer: serviceViewer('complaint'), access: systemAccess };
  const around = { directory, words: null };
  switch (state) {
    case 'AWAITING_APPLICANT':
      return changeCaseWithin(tx, around, { ...request, action: 'REPLY' }, () => ({ after: {} }));
    case 'RESOLVED':
      return changeCaseWithin(tx, around, { ...request, action: 'CLOSE' }, ({ now }) => ({
        after: { closedAt: now },
      }));
    case 'TRANSFER_PENDING':
      return referTransferWithin(tx, directory, id);
    default:
      return null;
  }
}
