import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { loadCases } from '../case/case.store.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { rescheduleRound } from '../sla-administration/reschedule.ts';
import type { Complaint } from './open-complaint.ts';
import { seededCalendar } from './seeded-calendar.ts';

export const key = (id: string): string => fromGlobalId(id).key;
const today = toLocalDate(dayOf(Date.now()));
export const off = (from: string, to = from) => ({
  from,
  to,
  names: { ar: 'عطلة', en: 'Holiday' },
  estimated: false,
});

/** Announces the next version with these holidays more, or with a change of its own. */
export async function amend(complaint: Complaint, version: number, change: Partial<Calendar>) {
  const payload = { ...seededCalendar, version, effectiveFrom: today, ...change };
  return complaint.announce({ type: 'calendar.published', payload });
}
export const withHolidays = (...holidays: ReturnType<typeof off>[]) => ({
  holidays: [...seededCalendar.holidays, ...holidays],
});

export async function round(
  complaint: Complaint,
  directory: Awaited<ReturnType<typeof amend>>,
  batch?: number,
) {
  const room = { database: complaint.database, directory: () => directory };
  return rescheduleRound(room, batch === undefined ? {} : { batch });
}

export async function recordOf(complaint: Complaint, id: string) {
  const [record] = await loadCases(complaint.database, [key(id)]);
  if (!record) throw new Error('the case is gone');
  return record;
}

export const eventsOf = (complaint: Complaint, id: string) =>
  complaint.database.query<{ type: string; version: number }>(
    'select type, version from (select * from event_log union all select seq, id, key, version, type, at, payload from outbox) e where key = $1 order by version',
    [key(id)],
  );

export async function dueDay(complaint: Complaint, id: string): Promise<string> {
  const { dueAt } = await recordOf(complaint, id);
  return toLocalDate(dayOf(dueAt?.getTime() ?? 0));
}
