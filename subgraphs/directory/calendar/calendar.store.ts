import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';

/** Publishes a calendar as the next version; published versions never change. */
export async function publishCalendar(tx: Tx, calendar: Omit<Calendar, 'version'>): Promise<void> {
  await tx.query(
    `insert into calendar (version, body)
     select next, jsonb_build_object('version', next) || $1
     from (select coalesce(max(version), 0) + 1 as next from calendar) as last`,
    [JSON.stringify(calendar)],
  );
}

/** The latest calendar; null before the first. */
export async function readCalendar(tx: Tx): Promise<Calendar | null> {
  const [row] = await tx.query<{ body: Calendar }>('select body from calendar order by version desc limit 1');
  return row?.body ?? null;
}
