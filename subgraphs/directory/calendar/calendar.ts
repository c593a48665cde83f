import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { parseDay, weekday } from '@bekhedmetkom/time/amman';

export { addDays } from '@bekhedmetkom/time/amman';

/** A calendar as it was published. */
export interface PublishedCalendar {
  calendar: Calendar;
  publishedAt: Date;
  /** Subject of the issuer; null for the seed. */
  publishedBy: string | null;
}

export type DayKind = 'WORKING' | 'SHORT' | 'WEEKEND' | 'HOLIDAY';

/** A day as a calendar has it; hours are minutes after midnight in Jordan, equal when it is not worked. */
export interface CalendarDay {
  date: string;
  kind: DayKind;
  opens: number;
  closes: number;
  names: Names | null;
}

/** Monday is 1, Sunday 7. */
export function isoWeekday(date: string): number {
  return weekday(parseDay(date));
}

/** What a calendar says of a day (YYYY-MM-DD); a holiday goes before special hours, these before usual ones. */
export function dayIn(calendar: Omit<Calendar, 'version'>, date: string): CalendarDay {
  const within = (period: { from: string; to: string }) => period.from <= date && date <= period.to;
  const off = { date, opens: 0, closes: 0 };
  const holiday = calendar.holidays.find(within);
  if (holiday) return { ...off, kind: 'HOLIDAY', names: holiday.names };
  if (!calendar.workingDays.includes(isoWeekday(date))) return { ...off, kind: 'WEEKEND', names: null };
  const special = calendar.specialHours.find(within);
  if (special) return { date, kind: 'SHORT', ...special.hours, names: special.names };
  return { date, kind: 'WORKING', ...calendar.hours, names: null };
}

/**
 * What holds on a day under the last of these versions (oldest first): each counts from its first day on, and
 * days before are those of the version before.
 */
export function dayUnder(versions: readonly Omit<Calendar, 'version'>[], date: string): CalendarDay {
  const counting = versions.findLast((one) => one.effectiveFrom === null || one.effectiveFrom <= date);
  const calendar = counting ?? versions[0];
  if (!calendar) throw new Error('there is no calendar');
  return dayIn(calendar, date);
}

/** The holidays with a day from `from` to `to` (YYYY-MM-DD, both included), in order. */
export function holidaysWithin({ holidays }: Calendar, from: string, to: string): Calendar['holidays'] {
  return periodsWithin(holidays, from, to);
}

/** Periods with a day from `from` to `to` (YYYY-MM-DD, both included), in order. */
export function periodsWithin<P extends { from: string; to: string }>(
  periods: readonly P[],
  from: string,
  to: string,
): P[] {
  return periods
    .filter((period) => period.from <= to && period.to >= from)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** HH:MM of minutes after midnight. */
export function timeOfDay(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes after midnight of HH:MM (00:00 to 24:00, also in Arabic digits); null when it is no time of day. */
export function minuteOfDay(time: string): number | null {
  const latin = time.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(latin) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const all = Number(hours) * 60 + Number(minutes);
  return all <= 1440 ? all : null;
}
