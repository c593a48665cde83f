/**
 * Working time as a line: every day of a calendar is indexed once, so that each question about working
 * time is one or two binary searches.
 */
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { type DayNumber, dayOf, instantAt, minuteMs, parseDay } from '@bekhedmetkom/time/amman';

export {
  dayOf,
  formatDay as toLocalDate,
  minuteMs,
  parseDay as fromLocalDate,
  startOfDay,
} from '@bekhedmetkom/time/amman';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** Days since 1970-01-01, counted in Asia/Amman. */
export type Day = DayNumber;

const firstDay = parseDay('2000-01-01');
const lastDay = parseDay('2080-01-01');

type DayKind = 'WORKING' | 'SHORT' | 'WEEKEND' | 'HOLIDAY';
export interface CalendarDay {
  day: Day;
  kind: DayKind;
  /** Opening and closing moments; equal on days that are not worked. */
  opens: Instant;
  closes: Instant;
  /** Of the holiday or of the special hours. */
  names: Names | null;
}

export interface WorkingCalendar {
  version: number;
  dayAt(day: Day): CalendarDay;
  /** Working milliseconds from the calendar's first day until `at`. */
  elapsed(at: Instant): number;
  /** The earliest moment at which `elapsed` reaches the given figure. */
  momentOf(elapsed: number): Instant;
  /** `at` itself inside working hours, else the next opening. */
  nextWorkingMoment(at: Instant): Instant;
  /** The nth (1, 2, …) working day after `day`. */
  workingDayAfter(day: Day, n: number): CalendarDay;
  /** Working days in the half-open range of days. */
  workingDaysBetween(from: Day, to: Day): number;
}

/** Whether working time can be counted at this moment (years 2000 to 2079). */
export function isCounted(at: Instant): boolean {
  const day = dayOf(at);
  return day >= firstDay && day < lastDay;
}

/**
 * Indexes a calendar. Days before the first for which it counts are those of the versions `before` it (oldest
 * first). Takes a few milliseconds; keep the result for as long as the version is in use. A moment outside 2000
 * to 2079 throws a RangeError.
 */
export function indexCalendar(calendar: Calendar, before: readonly Calendar[] = []): WorkingCalendar {
  const size = lastDay - firstDay;
  const opens = new Int16Array(size);
  const closes = new Int16Array(size);
  const names = new Map<number, Names>();
  const special = new Set<number>();
  const holidays = new Set<number>();
  for (const layer of [...before, calendar]) fillDays(layer, opens, closes, names, special, holidays);

  const worked: number[] = [];
  const elapsedBefore = new Float64Array(size + 1);
  const ordinal = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) {
    const minutes = at16(closes, i) - at16(opens, i);
    elapsedBefore[i + 1] = (elapsedBefore[i] ?? 0) + minutes * minuteMs;
    ordinal[i + 1] = (ordinal[i] ?? 0) + (minutes > 0 ? 1 : 0);
    if (minutes > 0) worked.push(i);
  }

  const offsetOf = (day: Day): number => {
    const i = day - firstDay;
    if (i < 0 || i >= size) throw new RangeError(`working time is counted from 2000 to 2079, not on ${day}`);
    return i;
  };
  const opening = (i: number): Instant => instantAt(i + firstDay, at16(opens, i));
  const closing = (i: number): Instant => instantAt(i + firstDay, at16(closes, i));
  const workedAt = (n: number): number => {
    const i = worked[n];
    if (i === undefined) throw new RangeError('working time is counted from 2000 to 2079');
    return i;
  };

  const dayAt = (day: Day): CalendarDay => {
    const i = offsetOf(day);
    const isWorked = at16(closes, i) > at16(opens, i);
    const kind = isWorked ? (special.has(i) ? 'SHORT' : 'WORKING') : holidays.has(i) ? 'HOLIDAY' : 'WEEKEND';
    return { day, kind, opens: opening(i), closes: closing(i), names: names.get(i) ?? null };
  };

  return {
    version: calendar.version,
    dayAt,
    elapsed(at) {
      const i = offsetOf(dayOf(at));
      const inDay = Math.min(Math.max(at - opening(i), 0), closing(i) - opening(i));
      return (elapsedBefore[i] ?? 0) + inDay;
    },
    momentOf(elapsed) {
      let low = 0;
      let high = worked.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((elapsedBefore[workedAt(middle) + 1] ?? 0) >= elapsed) high = middle;
        else low = middle + 1;
      }
      const i = workedAt(low);
      return opening(i) + Math.max(0, elapsed - (elapsedBefore[i] ?? 0));
    },
    nextWorkingMoment(at) {
      const i = offsetOf(dayOf(at));
      if (at < closing(i) && closing(i) > opening(i)) return Math.max(at, opening(i));
      return opening(workedAt(ordinal[i + 1] ?? 0));
    },
    workingDayAfter(day, n) {
      return dayAt(workedAt((ordinal[offsetOf(day) + 1] ?? 0) + n - 1) + firstDay);
    },
    workingDaysBetween(from, to) {
      return (ordinal[offsetOf(to)] ?? 0) - (ordinal[offsetOf(from)] ?? 0);
    },
  };
}

function fillDays(
  calendar: Calendar,
  opens: Int16Array,
  closes: Int16Array,
  names: Map<number, Names>,
  special: Set<number>,
  holidays: Set<number>,
): void {
  const first =
    calendar.effectiveFrom === null ? 0 : Math.max(0, parseDay(calendar.effectiveFrom) - firstDay);
  for (let i = first; i < opens.length; i++) {
    const isoWeekday = ((i + firstDay + 3) % 7) + 1;
    const works = calendar.workingDays.includes(isoWeekday);
    opens[i] = works ? calendar.hours.opens : 0;
    closes[i] = works ? calendar.hours.closes : 0;
    names.delete(i);
    special.delete(i);
    holidays.delete(i);
  }
  const each = (range: { from: string; to: string }, visit: (i: number) => void): void => {
    const last = Math.min(parseDay(range.to) - firstDay, opens.length - 1);
    for (let i = Math.max(first, parseDay(range.from) - firstDay); i <= last; i++) visit(i);
  };
  for (const period of calendar.specialHours) {
    each(period, (i) => {
      if (at16(closes, i) === at16(opens, i)) return;
      opens[i] = period.hours.opens;
      closes[i] = period.hours.closes;
      special.add(i);
      names.set(i, period.names);
    });
  }
  for (const holiday of calendar.holidays) {
    each(holiday, (i) => {
      opens[i] = 0;
      closes[i] = 0;
      special.delete(i);
      holidays.add(i);
      names.set(i, holiday.names);
    });
  }
}

function at16(array: Int16Array, i: number): number {
  return array[i] ?? 0;
}
