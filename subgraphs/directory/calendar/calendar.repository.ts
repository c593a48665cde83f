import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { CalendarRow } from './calendar.entity.ts';
import type { PublishedCalendar } from './calendar.ts';

type Draft = Omit<Calendar, 'version' | 'effectiveFrom' | 'mayShorten'> & Partial<Calendar>;

// What calendars say that were published before they could.
const before = { effectiveFrom: null, mayShorten: false };

/**
 * Publishes a calendar as the next version; published versions never change. `by` is the subject of whoever
 * publishes it. Within a change of the directory only, which are one at a time. Returns the version.
 */
export async function publishCalendar(
  { manager }: Tx,
  calendar: Draft,
  by: string | null = null,
): Promise<number> {
  const version = ((await manager.maximum(CalendarRow, 'version')) ?? 0) + 1;
  await manager.insert(CalendarRow, {
    version,
    body: { ...before, ...calendar, version },
    publishedBy: by,
  });
  return version;
}

/** Every version, the oldest first. */
export async function readCalendars({ manager }: Tx): Promise<PublishedCalendar[]> {
  const rows = await manager.find(CalendarRow, { order: { version: 'ASC' } });
  return rows.map(({ body, publishedAt, publishedBy }) => ({
    calendar: { ...before, ...body },
    publishedAt,
    publishedBy,
  }));
}
