import type { Tx } from '@bekhedmetkom/platform/database';
import type { Facts } from './facts.ts';
import type { NotificationKind } from './kind.ts';

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  recipient: string;
  caseId: string;
  facts: Facts;
  at: Date;
  readAt: Date | null;
}

export interface NewNotification {
  event: string;
  kind: NotificationKind;
  recipient: string;
  caseId: string;
  facts: Facts;
  /** ISO 8601, UTC. */
  at: string;
}

const columns = 'id, kind, recipient, case_id as "caseId", facts, at, read_at as "readAt"';

/** Keeps notifications; one that is there already (same event, person and kind) is not made again. Gives the new. */
export function insertNotifications(
  tx: Tx,
  rows: NewNotification[],
): Promise<{ id: string; recipient: string }[]> {
  return tx.prepared(
    'insert-notifications',
    `insert into notification (event, kind, recipient, case_id, facts, at)
     select event, kind, recipient, "caseId", facts, at from json_to_recordset($1)
       as (event uuid, kind text, recipient text, "caseId" uuid, facts jsonb, at timestamptz)
     on conflict do nothing
     returning id, recipient`,
    [JSON.stringify(rows)],
  );
}

/** One person's notifications, newest first, from the one after `before` on; `limit` + 1 of them at most. */
export function listNotifications(
  tx: Tx,
  recipient: string,
  page: { unreadOnly: boolean; limit: number; before: string | null },
): Promise<NotificationRow[]> {
  const unread = page.unreadOnly ? 'and read_at is null' : '';
  return tx.prepared(
    page.unreadOnly ? 'list-unread' : 'list-notifications',
    `select ${columns} from notification
     where recipient = $1 ${unread} and id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
     order by id desc limit $3`,
    [recipient, page.before, page.limit + 1],
  );
}

/** How many there are, exact up to 10,000 and never more. */
export async function countNotifications(tx: Tx, recipient: string, unreadOnly: boolean): Promise<number> {
  const unread = unreadOnly ? 'and read_at is null' : '';
  const [row] = await tx.prepared<{ count: number }>(
    unreadOnly ? 'count-unread' : 'count-notifications',
    `select count(*)::integer as count from
       (select from notification where recipient = $1 ${unread} limit 10000) counted`,
    [recipient],
  );
  return row?.count ?? 0;
}

/** Those among the ids that are one person's own. */
export function readNotifications(
  tx: Tx,
  recipient: string,
  ids: readonly string[],
): Promise<NotificationRow[]> {
  return tx.prepared(
    'read-notifications',
    `select ${columns} from notification where recipient = $1 and id = any($2)`,
    [recipient, ids],
  );
}

/** Marks one of a person's own; null when there is none. Marking twice keeps the first time. */
export async function markNotification(
  tx: Tx,
  recipient: string,
  id: string,
  read: boolean,
): Promise<NotificationRow | null> {
  const [row] = await tx.prepared<NotificationRow>(
    'mark-notification',
    `update notification set read_at = case when $3 then coalesce(read_at, clock_timestamp()) end
     where recipient = $1 and id = $2 returning ${columns}`,
    [recipient, id, read],
  );
  return row ?? null;
}

/** Marks all of a person's own as read; gives how many were not. */
export async function markAllNotifications(tx: Tx, recipient: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `with marked as (
       update notification set read_at = clock_timestamp() where recipient = $1 and read_at is null returning 1
     ) select count(*)::integer as count from marked`,
    [recipient],
  );
  return row?.count ?? 0;
}
