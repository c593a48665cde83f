import type { Tx } from '@bekhedmetkom/platform/database';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { PublishedCalendar } from './calendar.ts';

type Draft = Omit<Calendar, 'version' | 'effectiveFrom' | 'mayShorten'> & Partial<Calendar>;

/**
 * Publishes a calendar as the next version; published versions never change. `by` is the subject of whoever
 * publishes it. Returns the version.
 */
export async function publishCalendar(tx: Tx, calendar: Draft, by: string | null = null): Promise<number> {
  const body = { effectiveFrom: null, mayShorten: false, ...calendar };
  const [row] = await tx.query<{ version: number }>(
    `insert into calendar (version, body, published_by)
     select next, $1::jsonb || jsonb_build_object('version', next), $2
     from (select coalesce(max(version), 0) + 1 as next from calendar) as last
     returning version`,
    [JSON.stringify(body), by],
  );
  return row?.version ?? 0;
}

/** Every version, the oldest first. */
export async function readCalendars(tx: Tx): Promise<PublishedCalendar[]> {
  return tx.query(
    `select jsonb_build_object('effectiveFrom', null, 'mayShorten', false) || body as calendar,
       published_at as "publishedAt", published_by as "publishedBy"
     from calendar order by version`,
  );
}
