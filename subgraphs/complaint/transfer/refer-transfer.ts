import { serviceViewer } from '@bekhedmetkom/platform/auth';
import { systemAccess } from '../case/case.policy.ts';
import { type CaseResult, type CaseRoom, changeCase } from '../case/change-case.ts';
import { roomOf } from './room.ts';
import { askRoom, decideTransfer } from './transfer.store.ts';

/**
 * Leaves a transfer that nobody decided in time to the operation room. Refused (TARGET_DECIDES) while the
 * target's time lasts, ROOM_DECIDES when the room has it already, so that it may be asked twice.
 */
export function referTransfer(room: CaseRoom, caseId: string): Promise<CaseResult> {
  const viewer = serviceViewer('complaint');
  const request = { id: caseId, expectedVersion: null, viewer, access: systemAccess };
  return changeCase(room, { ...request, action: 'REFER_TRANSFER' }, async (moment) => {
    const { tx, record, now, directory } = moment;
    if (record.transferAtRoom) return { refused: 'ROOM_DECIDES' };
    if (record.timesOutAt !== null && record.timesOutAt > now) return { refused: 'TARGET_DECIDES' };
    await decideTransfer(tx, caseId, { decision: 'REFERRED', at: now });
    await askRoom(tx, caseId, now);
    const asked = directory.mainFocalPointOf(record.transferTo);
    return {
      after: { transferAtRoom: true },
      told: [...roomOf(directory, record), ...(asked ? [asked.key] : [])],
      detail: { to: record.transferTo },
    };
  });
}
