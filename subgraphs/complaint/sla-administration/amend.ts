/**
 * What an amended calendar makes of a cycle: reckoned afresh, and kept as it is when that would shorten it.
 * Pure; moments in UTC.
 */
import type { CaseRecord } from '../case/case.record.ts';
import { dueDates } from '../clock/case-clock.ts';
import { dueByWorkingDays, dueByWorkingMinutes, workingMinutesBetween } from '../sla/sla.ts';
import { dayOf, type WorkingCalendar } from '../sla/working-calendar.ts';

export type Cycle = Pick<
  CaseRecord,
  | 'state'
  | 'cycleSubmittedAt'
  | 'acknowledgeBy'
  | 'acknowledgedAt'
  | 'originalDueAt'
  | 'dueAt'
  | 'slaDays'
  | 'slaMinutes'
  | 'interimDueOn'
  | 'interimAt'
  | 'pauses'
>;

export interface AmendedDates {
  acknowledgeBy: Date;
  originalDueAt: Date | null;
  dueAt: Date | null;
}

export type Amendment =
  /** The version is adopted; no date moves. */
  | { kind: 'SAME' }
  /** The version is adopted with these dates. */
  | { kind: 'MOVES'; dates: AmendedDates }
  /** A date would become earlier and may not: version and dates stay. */
  | { kind: 'KEEPS'; dates: AmendedDates };

/** What becomes of an open cycle that runs under one calendar when another takes its place. */
export function amend(
  cycle: Cycle,
  {
    current,
    amended,
    mayShorten,
  }: { current: WorkingCalendar; amended: WorkingCalendar; mayShorten: boolean },
): Amendment {
  const dates = { ...dueDates(cycle, amended), acknowledgeBy: acknowledgeBy(cycle, current, amended) };
  const moves = (['acknowledgeBy', 'originalDueAt', 'dueAt'] as const).map(
    (name) => (dates[name]?.getTime() ?? 0) - (cycle[name]?.getTime() ?? 0),
  );
  if (moves.every((by) => by === 0)) return { kind: 'SAME' };
  if (!mayShorten && moves.some((by) => by < 0)) return { kind: 'KEEPS', dates };
  return { kind: 'MOVES', dates };
}

/** The deadline that an amendment is told by: the due date, before classification the acknowledgement. */
export function deadlineIn({ dueAt, acknowledgeBy }: AmendedDates | Cycle): Date {
  return dueAt ?? acknowledgeBy;
}

/** By how many working days of a calendar a deadline moves; negative when it becomes earlier. */
export function workingDaysMoved(calendar: WorkingCalendar, from: Date, to: Date): number {
  const [a, b] = [dayOf(from.getTime()), dayOf(to.getTime())];
  return b >= a ? calendar.workingDaysBetween(a + 1, b + 1) : -calendar.workingDaysBetween(b + 1, a + 1);
}

type Waiting = Pick<CaseRecord, 'state' | 'pausedAt' | 'timesOutAt'>;

/**
 * Until when an applicant's reply, or a target's decision, is waited for under an amended calendar; null when
 * nothing is. Who was given a time keeps it: it only becomes later, unless the calendar may shorten.
 */
export function waitUntil(
  { state, pausedAt, timesOutAt }: Waiting,
  calendar: WorkingCalendar,
  { replyWorkingDays, mayShorten }: { replyWorkingDays: number; mayShorten: boolean },
): Date | null {
  if (state === 'TRANSFER_PENDING') return timesOutAt && lastingDay(timesOutAt, calendar);
  if (state !== 'AWAITING_APPLICANT' || pausedAt === null) return null;
  const until = new Date(dueByWorkingDays(calendar, pausedAt.getTime(), replyWorkingDays));
  return mayShorten || timesOutAt === null || until > timesOutAt ? until : timesOutAt;
}

// The one day in which a target decides: when nobody works on it any more, it is the next one that is worked.
function lastingDay(timesOutAt: Date, calendar: WorkingCalendar): Date {
  const { closes } = calendar.workingDayAfter(dayOf(timesOutAt.getTime()) - 1, 1);
  return closes > timesOutAt.getTime() ? new Date(closes) : timesOutAt;
}

// The same working time as before, so that the policy need not be asked; what was acknowledged stays history.
function acknowledgeBy(cycle: Cycle, current: WorkingCalendar, amended: WorkingCalendar): Date {
  if (cycle.acknowledgedAt !== null || cycle.dueAt !== null) return cycle.acknowledgeBy;
  const start = cycle.cycleSubmittedAt.getTime();
  const minutes = workingMinutesBetween(current, start, cycle.acknowledgeBy.getTime());
  return minutes > 0 ? new Date(dueByWorkingMinutes(amended, start, minutes)) : cycle.acknowledgeBy;
}
