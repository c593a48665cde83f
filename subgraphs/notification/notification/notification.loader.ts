import type { Tx } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import type { NotificationRow } from './notification.entity.ts';
import { readNotifications } from './notification.repository.ts';

export type NotificationLoader = DataLoader<string, NotificationRow | null>;

/** Loads one person's own notifications by key, many in one statement; without a person there are none. */
export function makeNotificationLoader(tx: Tx, recipient: string | null): NotificationLoader {
  return new DataLoader(async (ids) => {
    const rows = recipient === null ? [] : await readNotifications(tx, recipient, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
