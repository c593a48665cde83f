/**
 * What an interim reply may promise (domain.md §2): a later working day, up to twice the time that was given
 * first. Pure; days are `YYYY-MM-DD` in Asia/Amman, moments UTC milliseconds.
 */
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import { slaTermsOf } from '../clock/case-clock.ts';
import { closeOf } from '../sla/compute-due-dates.ts';
import { dueByWorkingDays, dueByWorkingMinutes } from '../sla/sla.ts';
import {
  type Day,
  dayOf,
  fromLocalDate,
  type Instant,
  minuteMs,
  toLocalDate,
  type WorkingCalendar,
} from '../sla/working-calendar.ts';

type Cycle = Parameters<typeof slaTermsOf>[0] & Pick<CaseRecord, 'dueAt'>;

/** The last day that may be promised at `now`; null when the case has no due date, or no later day is left. */
export function latestDay(cycle: Cycle, factor: number, calendar: WorkingCalendar, now: Date): string | null {
  const limit = limitOf(cycle, factor, calendar);
  if (limit === null || cycle.dueAt === null) return null;
  const day = lastClosedBy(limit, calendar);
  const isLeft = calendar.dayAt(day).closes > Math.max(cycle.dueAt.getTime(), now.getTime());
  return isLeft ? toLocalDate(day) : null;
}

/** What is wrong with a promised day, or null. Every refusal of a day names the last one allowed. */
export function checkPromise(
  dueOn: string,
  cycle: Cycle,
  factor: number,
  calendar: WorkingCalendar,
  now: Date,
): Refusal | null {
  const field = ['dueOn'];
  const latest = latestDay(cycle, factor, calendar, now);
  if (latest === null) return { refused: 'NO_LATER_DAY' };
  const facts = { latest };
  const today = toLocalDate(dayOf(now.getTime()));
  if (dueOn < today) return { refused: 'INTERIM_PAST', field, facts };
  if (dueOn > latest) return { refused: 'INTERIM_TOO_FAR', field, facts };
  const { kind } = calendar.dayAt(fromLocalDate(dueOn));
  if (kind === 'WEEKEND' || kind === 'HOLIDAY') return { refused: 'INTERIM_NOT_WORKING', field, facts };
  const due = cycle.dueAt?.getTime() ?? 0;
  const closes = closeOf(calendar, dueOn);
  // Today, too, once it has closed: what is promised lies ahead.
  if (closes <= now.getTime()) return { refused: 'INTERIM_PAST', field, facts };
  return closes <= due ? { refused: 'INTERIM_NOT_LATER', field, facts } : null;
}

function limitOf(cycle: Cycle, factor: number, calendar: WorkingCalendar): Instant | null {
  const { start, days, minutes, given } = slaTermsOf(cycle);
  if (days !== null) return dueByWorkingDays(calendar, start, Math.floor(days * factor));
  if (minutes !== null) return dueByWorkingMinutes(calendar, start, Math.floor(minutes * factor));
  if (given === null) return null;
  const whole = (calendar.elapsed(given) - calendar.elapsed(start)) / minuteMs;
  return whole > 0 ? dueByWorkingMinutes(calendar, start, Math.floor(whole * factor)) : given;
}

/** The last working day that has closed by a moment. */
function lastClosedBy(limit: Instant, calendar: WorkingCalendar): Day {
  let day = dayOf(limit);
  for (;;) {
    const { opens, closes } = calendar.dayAt(day);
    if (closes > opens && closes <= limit) return day;
    day--;
  }
}
