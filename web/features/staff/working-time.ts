/**
 * Working time as the browser can know it: enough to let a countdown tick between two readings from the
 * server, which alone decides what is due when. Asia/Amman is UTC+3 all year (no summer time since 2022).
 */
export interface WorkingCalendar {
  /** `HH:MM`, Asia/Amman. */
  hoursOpen: string;
  hoursClose: string;
  /** Days of the week that are worked, 0 = Sunday. */
  workingDays: readonly number[];
  /** Calendar days `YYYY-MM-DD` that are not worked though their weekday is; both ends belong to it. */
  holidays: readonly { from: string; to: string }[];
}

const minute = 60_000;
const day = 86_400_000;
const ammanOffset = 3 * 3_600_000;

/** Whole minutes of work between two moments (ms since 1970), 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  const open = clockMinutes(calendar.hoursOpen) * minute;
  const close = clockMinutes(calendar.hoursClose) * minute;
  let total = 0;
  for (let midnight = startOfAmmanDay(from); midnight < to; midnight += day) {
    if (!isWorked(midnight, calendar)) continue;
    total += Math.max(0, Math.min(to, midnight + close) - Math.max(from, midnight + open));
  }
  return Math.floor(total / minute);
}

/** Minutes of work in a normal day. */
export function minutesOfWorkingDay(calendar: WorkingCalendar): number {
  return clockMinutes(calendar.hoursClose) - clockMinutes(calendar.hoursOpen);
}

/** The day in Asia/Amman, `YYYY-MM-DD`, of a moment (ms since 1970). */
export function ammanDate(at: number): string {
  return new Date(at + ammanOffset).toISOString().slice(0, 10);
}

/** The same day moved by whole days. */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

function startOfAmmanDay(at: number): number {
  return Math.floor((at + ammanOffset) / day) * day - ammanOffset;
}

function isWorked(midnight: number, calendar: WorkingCalendar): boolean {
  const date = ammanDate(midnight);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    calendar.workingDays.includes(weekday) &&
    !calendar.holidays.some((holiday) => holiday.from <= date && date <= holiday.to)
  );
}

function clockMinutes(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
