/** What a case leaves behind when it moves on: open parts and a transfer that nobody decided. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseRecord } from '../case/case.record.ts';
import { isOpen } from '../case/transitions.ts';
import type { Directory } from '../directory/directory.ts';
import { contributingEntitiesOf, loadContributions, withdrawContributions } from './contribution.store.ts';
import { decideTransfer } from './transfer.store.ts';

export interface TiedUp {
  after: Partial<CaseRecord>;
  /** Keys of posts that need not wait or work any more. */
  told: string[];
}

/**
 * Ends what is not for a case any more that closes or goes to another entity, in the same transaction, so that
 * nobody works for nothing: open parts are withdrawn, a waiting transfer is ended.
 */
export async function cancelDependentWork(
  tx: Tx,
  before: CaseRecord,
  after: CaseRecord,
  directory: Directory,
  now: Date,
): Promise<TiedUp> {
  const changed: Partial<CaseRecord> = {};
  const left: (string | null)[] = [];
  const closes = !isOpen(after.state);
  if (after.openParts > 0 && (closes || after.entity !== before.entity)) {
    left.push(...(await withdrawContributions(tx, after.id, now)));
    const parts = (await loadContributions(tx, [after.id])).get(after.id) ?? [];
    Object.assign(changed, { openParts: 0, partEntities: contributingEntitiesOf(parts) });
  }
  if (closes && after.transferTo !== null) {
    left.push(after.transferTo);
    await decideTransfer(tx, after.id, { decision: 'ENDED', at: now });
    Object.assign(changed, { transferTo: null, transferAtRoom: false, previousState: null });
  }
  return { after: changed, told: left.flatMap((entity) => directory.workingPostsOf(entity)) };
}
