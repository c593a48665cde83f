import type { Tx } from '@bekhedmetkom/platform/database';
import { type FindOptionsWhere, In, IsNull, LessThan } from 'typeorm';
import type { Facts } from '../message/facts.ts';
import type { NotificationKind } from '../message/kind.ts';
import { NotificationRow } from './notification.entity.ts';

export interface NewNotification {
  event: string;
  kind: NotificationKind;
  recipient: string;
  caseId: string;
  facts: Facts;
  /** ISO 8601, UTC. */
  at: string;
}

const countedAtMost = 10_000;

/** Keeps notifications; one that is there already (same event, person and kind) is not made again. Gives the new. */
export async function insertNotifications(
  { manager }: Tx,
  rows: NewNotification[],
): Promise<{ id: string; recipient: string }[]> {
  if (rows.length === 0) return [];
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(NotificationRow)
    .values(rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) })))
    .orIgnore()
    .returning(['id', 'recipient'])
    .updateEntity(false)
    .execute();
  return raw as { id: string; recipient: string }[];
}

function ofPerson(recipient: string, unreadOnly: boolean): FindOptionsWhere<NotificationRow> {
  return { recipient, ...(unreadOnly && { readAt: IsNull() }) };
}

/** One person's notifications, newest first, from the one after `before` on; `limit` + 1 of them at most. */
export function listNotifications(
  { manager }: Tx,
  recipient: string,
  page: { unreadOnly: boolean; limit: number; before: string | null },
): Promise<NotificationRow[]> {
  return manager.find(NotificationRow, {
    where: {
      ...ofPerson(recipient, page.unreadOnly),
      ...(page.before !== null && { id: LessThan(page.before) }),
    },
    order: { id: 'DESC' },
    take: page.limit + 1,
  });
}

/** How many there are, exact up to 10,000 and never more. */
export async function countNotifications(
  { manager }: Tx,
  recipient: string,
  unreadOnly: boolean,
): Promise<number> {
  const counted = await manager
    .createQueryBuilder()
    .select('count(*)::integer', 'count')
    .from(
      (query) =>
        query
          .select('1')
          .from(NotificationRow, 'notification')
          .where(ofPerson(recipient, unreadOnly))
          .limit(countedAtMost),
      'counted',
    )
    .getRawOne<{ count: number }>();
  return counted?.count ?? 0;
}

/** Those among the ids that are one person's own. */
export function readNotifications(
  { manager }: Tx,
  recipient: string,
  ids: readonly string[],
): Promise<NotificationRow[]> {
  return manager.findBy(NotificationRow, { recipient, id: In(ids) });
}

/** Marks one of a person's own; null when there is none. Marking twice keeps the first time. */
export async function markNotification(
  { manager }: Tx,
  recipient: string,
  id: string,
  read: boolean,
): Promise<NotificationRow | null> {
  const readAt = read ? () => 'coalesce(read_at, clock_timestamp())' : null;
  await manager.update(NotificationRow, { recipient, id }, { readAt });
  return manager.findOneBy(NotificationRow, { recipient, id });
}

/** Marks all of a person's own as read; gives how many were not. */
export async function markAllNotifications({ manager }: Tx, recipient: string): Promise<number> {
  const readAt = () => 'clock_timestamp()';
  const { affected } = await manager.update(NotificationRow, ofPerson(recipient, true), { readAt });
  return affected ?? 0;
}
