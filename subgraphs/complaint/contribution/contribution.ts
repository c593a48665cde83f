/** The rules of parts: what may be asked of another entity, and by when. Days in Asia/Amman. */
import type { Refusal } from '../case/case.ts';
import { dayOf, fromLocalDate, toLocalDate, type WorkingCalendar } from '../sla/working-calendar.ts';

/** The longest question, in characters. */
export const maxQuestionLength = 2_000;
/** So many parts a case may have open at a time. */
export const maxOpenContributions = 20;

/** A part is asked for within so many days, Asia/Amman, however late its case is due. */
export const furthestPart = 366;

const field = ['dueOn'];

/**
 * The day (`YYYY-MM-DD`) by which a part is asked for. A given one is a working day after today, and not after
 * the day on which the case itself is due; the next working day may be asked for in any case. Without one: the
 * working day before the case is due, at the earliest the next working day.
 */
export function dueDayOfContribution(
  dueOn: string | null,
  caseDue: Date | null,
  now: Date,
  calendar: WorkingCalendar,
): { dueOn: string } | Refusal {
  const today = dayOf(now.getTime());
  const next = calendar.workingDayAfter(today, 1).day;
  const caseDay = caseDue === null ? null : dayOf(caseDue.getTime());
  if (dueOn === null) return { dueOn: toLocalDate(Math.max(next, dayBefore(caseDay, next, calendar))) };
  const day = fromLocalDate(dueOn);
  if (day <= today) return { refused: 'DATE_NOT_AHEAD', field };
  if (caseDay !== null && day > Math.max(next, caseDay)) {
    return { refused: 'AFTER_CASE_DUE', field, facts: { due: toLocalDate(Math.max(next, caseDay)) } };
  }
  if (day > today + furthestPart) return { refused: 'PROMISE_TOO_FAR', field, facts: { days: furthestPart } };
  const { kind } = calendar.dayAt(day);
  if (kind !== 'WORKING' && kind !== 'SHORT') {
    const facts = { next: toLocalDate(calendar.workingDayAfter(day, 1).day) };
    return { refused: 'PROMISE_NOT_WORKING', field, facts };
  }
  return { dueOn };
}

/** The last working day before a day; `next` when there is none that lies ahead, or no day. */
function dayBefore(day: number | null, next: number, calendar: WorkingCalendar): number {
  if (day === null) return next;
  const ahead = calendar.workingDaysBetween(next, day);
  return ahead > 1 ? calendar.workingDayAfter(next, ahead - 1).day : next;
}
