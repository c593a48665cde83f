/** What is left until a case is due, ticking between two readings from the server. */
import {
  minutesOfWorkingDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from '../../staff/working-time.ts';

export interface DueReading {
  /** Working minutes left when the server was asked; negative or zero once the case is overdue. */
  remainingWorkingMinutes: number;
  /** When the server was asked, ms since 1970. */
  readAt: number;
}

export type Countdown =
  | { kind: 'clock'; hours: number; minutes: number; tone: 'soon' | 'ontime' }
  | { kind: 'days'; days: number; tone: 'soon' | 'ontime' }
  | { kind: 'late-hours'; hours: number; tone: 'overdue' }
  | { kind: 'late-days'; days: number; tone: 'overdue' };

/** Below this many working minutes a case counts as due soon on the wall. */
const soonMinutes = 120;
/** Minutes left at which the countdown is said aloud. */
const thresholds = [60, 30, 15, 5, 0] as const;

/** Working minutes left at `now` (ms since 1970). Never grows between two readings. */
export function minutesLeft(reading: DueReading, now: number, calendar: WorkingCalendar): number {
  return reading.remainingWorkingMinutes - workingMinutesBetween(reading.readAt, now, calendar);
}

/**
 * The words for so many working minutes: a clock within a working day, days beyond it, lateness below zero. How many days
 * late is the server's figure (`lateDays`), the same as on the desk.
 */
export function countdown(left: number, calendar: WorkingCalendar, lateDays: number): Countdown {
  const dayLength = minutesOfWorkingDay(calendar);
  if (left <= 0) {
    return lateDays < 1
      ? { kind: 'late-hours', hours: Math.floor(Math.abs(left) / 60), tone: 'overdue' }
      : { kind: 'late-days', days: lateDays, tone: 'overdue' };
  }
  const tone = left <= soonMinutes ? 'soon' : 'ontime';
  if (left <= dayLength) return { kind: 'clock', hours: Math.floor(left / 60), minutes: left % 60, tone };
  return { kind: 'days', days: Math.floor(left / dayLength), tone };
}

/** The tightest threshold that was passed between two amounts of minutes left, or null. */
export function thresholdPassed(before: number, after: number): number | null {
  const passed = thresholds.filter((threshold) => before > threshold && after <= threshold);
  return passed.length > 0 ? Math.min(...passed) : null;
}
