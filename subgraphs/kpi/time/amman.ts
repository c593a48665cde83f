/**
 * Days, weeks and months in Asia/Amman, which is UTC+3 all year (domain.md §3). A day is counted as a number
 * (days since 1970-01-01), so that arithmetic on days is arithmetic on integers.
 */
const hour = 3_600_000;
const dayLength = 24 * hour;
const offset = 3 * hour;

export type DayNumber = number;

/** The Amman day in which a moment (milliseconds since 1970, UTC) falls. */
export function dayOf(instant: number): DayNumber {
  return Math.floor((instant + offset) / dayLength);
}

/** The moment (milliseconds since 1970, UTC) at which an Amman day begins. */
export function startOfDay(day: DayNumber): number {
  return day * dayLength - offset;
}

/** `YYYY-MM-DD` of a day. */
export function formatDay(day: DayNumber): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** The day that `YYYY-MM-DD` names. */
export function parseDay(text: string): DayNumber {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / dayLength);
}

/** The Sunday that begins a day's week: the work week is Sunday to Thursday. */
export function startOfWeek(day: DayNumber): DayNumber {
  return day - ((((day + 4) % 7) + 7) % 7);
}

/** The first day of a day's month. */
export function startOfMonth(day: DayNumber): DayNumber {
  const date = new Date(day * dayLength);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayLength;
}

/** The first day of the month after a day's month. */
export function startOfNextMonth(day: DayNumber): DayNumber {
  const date = new Date(day * dayLength);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayLength;
}

/** ISO weekday of a day: Monday 1 … Sunday 7. */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
