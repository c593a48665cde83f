/**
 * Working time as the browser can know it: enough to let a countdown tick between two readings from the
 * server, which alone decides what is due when.
 */
import { type DayNumber, dayOf, formatDay, instantAt, minuteMs } from '@bekhedmetkom/time/amman';

export { addDays as shiftDate, ammanDay as ammanDate } from '@bekhedmetkom/time/amman';

/** What the graph tells of a calendar: the hours of a usual day, and each day as it is counted. */
export interface WorkingCalendar {
  /** `HH:MM`, Asia/Amman. */
  hoursOpen: string;
  hoursClose: string;
  /** Every day that a countdown may come by, with its own hours (in Ramadan they are shorter); null: not worked. */
  days: readonly { date: string; hoursOpen: string | null; hoursClose: string | null }[];
}

/** Whole minutes of work between two moments (ms since 1970), 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: number, to: number, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  let total = 0;
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    const hours = hoursOf(day, calendar);
    if (hours) total += Math.max(0, Math.min(to, hours.closes) - Math.max(from, hours.opens));
  }
  return Math.floor(total / minuteMs);
}

/** Minutes of work in a normal day. */
export function minutesOfWorkingDay(calendar: Pick<WorkingCalendar, 'hoursOpen' | 'hoursClose'>): number {
  return clockMinutes(calendar.hoursClose) - clockMinutes(calendar.hoursOpen);
}

function hoursOf(day: DayNumber, { days }: WorkingCalendar): { opens: number; closes: number } | null {
  const date = formatDay(day);
  const found = days.find((one) => one.date === date);
  if (!found?.hoursOpen || !found.hoursClose) return null;
  return {
    opens: instantAt(day, clockMinutes(found.hoursOpen)),
    closes: instantAt(day, clockMinutes(found.hoursClose)),
  };
}

function clockMinutes(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
