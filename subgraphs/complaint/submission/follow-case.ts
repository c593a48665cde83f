/** Filing a case that follows another one from the outset, instead of one more that says the same. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { announce } from '@bekhedmetkom/platform/outbox';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases, lockCase } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import type { Directory } from '../directory/directory.ts';
import { addFollowers } from '../merge/merge.store.ts';
import { mayBeFollowed, mayMix } from '../merge/merge.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { insertCases, type NewCase } from './submit.statement.ts';

const notToFollow: Refusal = { refused: 'NOT_TO_FOLLOW', field: ['follows'] };

/** The case that a SimilarCase id stands for; refused when it may not, or no longer, be followed: never a personal one. */
export async function findFollowed(
  tx: Tx,
  directory: Directory,
  similarId: string,
): Promise<CaseRecord | Refusal> {
  const id = uuidOf('SimilarCase', similarId);
  const [record] = id === null ? [] : await loadCases(tx, [id]);
  const isPersonal = directory.category(record?.category ?? '')?.personal === true;
  return record && !isPersonal && mayBeFollowed(record) ? record : notToFollow;
}

/** A new case as a follower of another one: a duplicate with its own reference, with whoever has that one. */
export function asFollower(fresh: CaseRecord, parent: CaseRecord): CaseRecord | Refusal {
  if (!mayMix(fresh, parent)) return notToFollow;
  return {
    ...fresh,
    state: 'DUPLICATE',
    parentId: parent.id,
    entity: parent.entity,
    category: fresh.category ?? parent.category,
    governorate: fresh.governorate ?? parent.governorate,
    programme: parent.programme,
    holderPost: null,
    closedAt: fresh.submittedAt,
    escalatesAt: null,
    dueSoonAt: null,
    nextDeadlineAt: null,
  };
}

const close = 'update cycle set closed_at = $2 where case_id = $1';

/**
 * Writes one new case, in a transaction that is open already. False when its idempotency key was taken before;
 * a follower is refused when the other case ended, or moved on, meanwhile.
 */
export async function insertCase(tx: Tx, fresh: NewCase): Promise<boolean | Refusal> {
  const { id, parentId, closedAt } = fresh.record;
  let record: CaseRecord | Refusal = fresh.record;
  if (parentId !== null) {
    const parent = (await lockCase(tx, parentId))?.record;
    // Once more, as it may be with another entity by now.
    record = parent && mayBeFollowed(parent) ? asFollower(record, parent) : notToFollow;
    if ('refused' in record) return record;
  }
  const written = await insertCases(tx, [{ ...fresh, record }]);
  if (!written.has(id)) return false;
  if (parentId !== null) {
    await addFollowers(tx, parentId, 1);
    await tx.prepared('close-follower', close, [id, closedAt]);
  }
  announce(tx);
  return true;
}
