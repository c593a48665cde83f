/**
 * Working time as the browser can know it: enough to let a countdown tick between two readings from the
 * server, which alone decides what is due when.
 */
import { type DayNumber, dayOf, formatDay, instantAt, minuteMs, weekday } from '@bekhedmetkom/time/amman';

export { addDays as shiftDate, ammanDay as ammanDate } from '@bekhedmetkom/time/amman';

export interface WorkingCalendar {
  /** `HH:MM`, Asia/Amman. */
  hoursOpen: string;
  hoursClose: string;
  /** Days of the week that are worked, 0 = Sunday. */
  workingDays: readonly number[];
  /** Calendar days `YYYY-MM-DD` that are not worked though their weekday is; both ends belong to it. */
  holidays: readonly { from: string; to: string }[];
}

/** Whole minutes of work between two moments (ms since 1970), 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  const open = clockMinutes(calendar.hoursOpen);
  const close = clockMinutes(calendar.hoursClose);
  let total = 0;
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    if (!isWorked(day, calendar)) continue;
    total += Math.max(0, Math.min(to, instantAt(day, close)) - Math.max(from, instantAt(day, open)));
  }
  return Math.floor(total / minuteMs);
}

/** Minutes of work in a normal day. */
export function minutesOfWorkingDay(calendar: WorkingCalendar): number {
  return clockMinutes(calendar.hoursClose) - clockMinutes(calendar.hoursOpen);
}

function isWorked(day: DayNumber, calendar: WorkingCalendar): boolean {
  const date = formatDay(day);
  return (
    calendar.workingDays.includes(weekday(day) % 7) &&
    !calendar.holidays.some((holiday) => holiday.from <= date && date <= holiday.to)
  );
}

function clockMinutes(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
