import { serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import { systemAccess } from '../case-access/case.policy.ts';
import { type CaseDependencies, type CaseResult, changeCaseWithin } from '../case-change/change-case.ts';
import type { Directory } from '../directory/directory.ts';
import { askRoom, decideTransfer } from '../handover/transfer.store.ts';
import { roomOf } from './room.ts';

/**
 * Leaves a transfer that nobody decided in time to the operation room. Refused (TARGET_DECIDES) while the
 * target's time lasts, ROOM_DECIDES when the room has it already, so that it may be asked twice.
 */
export function referTransfer(
  { database, directory }: CaseDependencies,
  caseId: string,
): Promise<CaseResult> {
  return database.transaction((tx) => referTransferWithin(tx, directory(), caseId));
}

/** As `referTransfer`, in a transaction that is open already. */
export function referTransferWithin(tx: Tx, directory: Directory, caseId: string): Promise<CaseResult> {
  const viewer = serviceViewer('complaint');
  const request = { id: caseId, expectedVersion: null, viewer, access: systemAccess };
  return changeCaseWithin(
    tx,
    { directory, words: null },
    { ...request, action: 'REFER_TRANSFER' },
    async (context) => {
      const { record, now } = context;
      if (record.transferAtRoom) return { refused: 'ROOM_DECIDES' };
      if (record.timesOutAt !== null && record.timesOutAt > now) return { refused: 'TARGET_DECIDES' };
      await decideTransfer(tx, caseId, { decision: 'REFERRED', at: now });
      await askRoom(tx, caseId, now);
      return {
        after: { transferAtRoom: true },
        told: [...roomOf(directory, record), ...directory.workingPostsOf(record.transferTo)],
        detail: { to: record.transferTo },
      };
    },
  );
}
