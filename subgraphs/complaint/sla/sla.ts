/** The rules of the SLA clock (Asia/Amman working time). Pure: every moment is given. */
import { dayOf, type Instant, minuteMs, type WorkingCalendar } from './working-calendar.ts';

export const slaStatuses = ['ON_TIME', 'DUE_SOON', 'OVERDUE', 'PAUSED', 'STOPPED'] as const;
export type SlaStatus = (typeof slaStatuses)[number];
export type ClockState = 'RUNNING' | 'PAUSED' | 'STOPPED';

/** Time that does not count: the applicant's, or a CREDIT for the time that another entity held the case. */
export interface Pause {
  from: Instant;
  /** Null while it lasts. */
  to: Instant | null;
  /** APPLICANT when it is not said. */
  kind?: 'APPLICANT' | 'CREDIT';
}

/** Close of business of the nth working day after the day on which `start` begins to count. */
export function dueByWorkingDays(calendar: WorkingCalendar, start: Instant, days: number): Instant {
  return calendar.workingDayAfter(dayOf(calendar.nextWorkingMoment(start)), days).closes;
}

/** The moment at which `minutes` (1 or more) of working time after `start` are used up. */
export function dueByWorkingMinutes(calendar: WorkingCalendar, start: Instant, minutes: number): Instant {
  return calendar.momentOf(calendar.elapsed(start) + minutes * minuteMs);
}

/** Whole working minutes from one moment to another; negative when `to` is before `from`. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return Math.trunc((calendar.elapsed(to) - calendar.elapsed(from)) / minuteMs) || 0;
}

/** Working minutes of the pauses until `until`; a pause that still lasts counts up to there. */
export function pausedWorkingMinutes(
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
  until: Instant,
): number {
  return pauses.reduce(
    (sum, pause) => sum + workingMinutesBetween(calendar, pause.from, Math.min(pause.to ?? until, until)),
    0,
  );
}

/** A deadline moved by paused working minutes. */
export function extendDue(calendar: WorkingCalendar, due: Instant, pausedMinutes: number): Instant {
  return pausedMinutes > 0 ? dueByWorkingMinutes(calendar, due, pausedMinutes) : due;
}

/**
 * The moment at which a share (0 to 1) of the working time between start and deadline is used. Pauses (in order of
 * time) that begin before it push it back, as they have pushed the deadline.
 */
export function momentOfShare(
  calendar: WorkingCalendar,
  start: Instant,
  due: Instant,
  pauses: readonly Pause[],
  share: number,
): Instant {
  const from = calendar.elapsed(start);
  const paused = pausedWorkingMinutes(calendar, pauses, due) * minuteMs;
  const whole = Math.max(0, calendar.elapsed(due) - from - paused);
  let mark = from + whole * share;
  for (const pause of pauses) {
    if (calendar.elapsed(pause.from) >= mark) break;
    mark += workingMinutesBetween(calendar, pause.from, Math.min(pause.to ?? due, due)) * minuteMs;
  }
  return Math.min(due, Math.max(start, calendar.momentOf(mark)));
}

/** What the clock says at `now`. A deadline is missed from the first moment after it. */
export function slaStatus(
  clock: ClockState,
  near: Instant | null,
  breach: Instant | null,
  now: Instant,
): SlaStatus {
  if (clock !== 'RUNNING') return clock;
  if (breach !== null && now > breach) return 'OVERDUE';
  return near !== null && now >= near ? 'DUE_SOON' : 'ON_TIME';
}

/**
 * Working days from the day of `now` to the day of the deadline: 0 today. Overdue: less the working days after it that are
 * over; today counts once it has closed.
 */
export function remainingWorkingDays(calendar: WorkingCalendar, now: Instant, due: Instant): number {
  const today = dayOf(now);
  const dueDay = dayOf(due);
  if (now <= due) return calendar.workingDaysBetween(today + 1, dueDay + 1);
  const isOver = now >= calendar.dayAt(today).closes;
  return -calendar.workingDaysBetween(dueDay + 1, isOver ? today + 1 : Math.max(today, dueDay + 1)) || 0;
}
