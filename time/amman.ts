/**
 * Time in Asia/Amman: the only place that knows the offset from UTC, days, weeks and months. Used by every program, by
 * the web app and in the browser. Pure: the present moment is always an argument.
 *
 * An instant is milliseconds since 1970-01-01T00:00Z. A day number counts days since 1970-01-01, so that arithmetic on
 * days is arithmetic on integers. A date is text, `YYYY-MM-DD`.
 */

export const ammanTimeZone = 'Asia/Amman';
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** Length of a calendar day in arithmetic on dates. A day on which the clocks changed (until 2022) was longer or shorter. */
export const dayMs = 24 * hourMs;

export type DayNumber = number;

/** Half-open: `to` is the first date that is out. */
export interface DateWindow {
  from: string;
  to: string;
}

/** Since this instant the offset never changed again. */
const fixedSince = Date.UTC(2022, 9, 28);
const fixedOffset = 180;

interface Transition {
  at: number;
  /** Minutes ahead of UTC from then on. */
  offset: number;
}
let transitions: readonly Transition[] | null = null;

/**
 * Minutes that Asia/Amman is ahead of UTC at an instant: 180 since 28 October 2022; before, 120 in winter and 180 in
 * summer, as the IANA time zone database has it. Instants before 1970 are taken as of 1970.
 */
export function ammanOffsetMinutes(instant: number): number {
  if (instant >= fixedSince) return fixedOffset;
  transitions ??= findTransitions();
  let low = 0;
  let high = transitions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((transitions[middle]?.at ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return transitions[low]?.offset ?? fixedOffset;
}

/** All changes of the offset from 1970 to 2022, read from the platform's time zone database once. */
function findTransitions(): Transition[] {
  const names = new Intl.DateTimeFormat('en-US', { timeZone: ammanTimeZone, timeZoneName: 'longOffset' });
  const offsetAt = (instant: number): number => {
    const name = names.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, hours = '3', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
    return Number(hours) * 60 + Number(minutes);
  };
  const found: Transition[] = [{ at: 0, offset: offsetAt(0) }];
  const step = 7 * dayMs;
  for (let from = 0; from < fixedSince; from += step) {
    const before = found.at(-1)?.offset;
    if (offsetAt(from + step) === before) continue;
    let low = from / minuteMs;
    let high = (from + step) / minuteMs;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle * minuteMs) === before) low = middle;
      else high = middle;
    }
    found.push({ at: high * minuteMs, offset: offsetAt(high * minuteMs) });
  }
  return found;
}

/** What the clocks of Amman show at an instant, as if it were UTC. */
function wallOf(instant: number): number {
  return instant + ammanOffsetMinutes(instant) * minuteMs;
}

/**
 * The earliest instant at which Amman’s clocks showed a wall time (milliseconds, as if it were UTC) or a later one. So
 * times stay in order: an hour that came twice is its first, one that was skipped is the moment of the change.
 */
export function instantOfWall(wall: number): number {
  const summer = wall - fixedOffset * minuteMs;
  if (wallOf(summer) >= wall) return summer;
  const winter = wall - 120 * minuteMs;
  if (wallOf(winter) === wall) return winter;
  // In the hour that was skipped: the change lies less than an hour before, on a full hour.
  return Math.floor(winter / hourMs) * hourMs;
}

/** The day in Amman in which an instant falls. */
export function dayOf(instant: number): DayNumber {
  return Math.floor(wallOf(instant) / dayMs);
}

/** The instant at which a day begins in Amman. */
export function startOfDay(day: DayNumber): number {
  return instantOfWall(day * dayMs);
}

/** The instant at which Amman’s clocks show so many minutes after midnight on a day. */
export function instantAt(day: DayNumber, minutes: number): number {
  return instantOfWall(day * dayMs + minutes * minuteMs);
}

/** The date in Amman at an instant, `YYYY-MM-DD`. */
export function ammanDay(instant: number | Date): string {
  return formatDay(dayOf(Number(instant)));
}

/** `YYYY-MM-DD` of a day. */
export function formatDay(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day that `YYYY-MM-DD` names. */
export function parseDay(date: string): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** Whether a text is a day that exists, `YYYY-MM-DD`: not the 31st of June. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const day = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
}

/** A date moved by whole days. */
export function addDays(date: string, days: number): string {
  return formatDay(parseDay(date) + days);
}

/** ISO weekday of a day: Monday 1 … Sunday 7. */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Sunday that begins a day’s week: the work week is Sunday to Thursday. */
export function startOfWeek(day: DayNumber): DayNumber {
  return day - (weekday(day) % 7);
}

/** The first day of a day’s month. */
export function startOfMonth(day: DayNumber): DayNumber {
  return monthFrom(day, 0);
}

/** The first day of the month after a day’s month. */
export function startOfNextMonth(day: DayNumber): DayNumber {
  return monthFrom(day, 1);
}

/** The first day of the month so many months after a day’s month; months may be negative. */
export function monthFrom(day: DayNumber, months: number): DayNumber {
  const [year = 1970, month = 1] = formatDay(day).split('-').map(Number);
  return Date.UTC(year, month - 1 + months, 1) / dayMs;
}

/** The last so many days up to an instant, the day that it falls in included: never empty on the first of a month. */
export function lastDays(now: number, days: number): DateWindow {
  const today = dayOf(now);
  return { from: formatDay(today + 1 - days), to: formatDay(today + 1) };
}

/** An instant as RFC 3339 with Amman’s offset at it: +03:00, in winters before 2022 +02:00. */
export function writeAmman(instant: number | Date): string {
  const at = Number(instant);
  const wall = new Date(wallOf(at)).toISOString();
  return wall.replace('Z', `+0${ammanOffsetMinutes(at) / 60}:00`);
}

/** Noon of a date in Amman: the same date in every time zone from UTC−8 to UTC+14, to say a bare date in words. */
export function noonOf(date: string): number {
  return instantAt(parseDay(date), 12 * 60);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How a language writes moments in Amman’s time. Kept: making one costs more than using it a thousand times. */
export function ammanFormat(
  locale: string,
  options: Omit<Intl.DateTimeFormatOptions, 'timeZone'>,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: ammanTimeZone });
  formats.set(key, format);
  return format;
}
