/** How long a state may wait before the system ends the waiting (domain.md §2). Pure. */
import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
import type { CaseState, Importance } from '@bekhedmetkom/schema/events/vocabulary';
import { dueByWorkingDays, momentOfShare } from '../sla/sla.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { workingDaysAfter } from './escalation-policy.ts';

interface Waiting {
  importance: Importance | null;
  dueAt: Date | null;
  state: CaseState;
  transferAtRoom: boolean;
  timesOutAt: Date | null;
}

/**
 * When the waiting of a case ends: the target's for a transfer, the applicant's for a question or a rating;
 * null when nothing times out. A state that goes on keeps its moment, as long as that leaves time to answer.
 */
export function timeOutOf(
  after: Waiting,
  before: Waiting,
  now: Date,
  terms: WorkflowTerms,
  calendar: WorkingCalendar,
): Date | null {
  const days = daysOf(after, terms);
  if (days === null) return null;
  const kept = after.state === before.state ? before.timesOutAt : null;
  // A due date that moved ahead of the decision takes the decision along.
  if (kept !== null && !(after.state === 'TRANSFER_PENDING' && isTooLate(kept, after.dueAt, now)))
    return kept;
  if (after.state === 'TRANSFER_PENDING') return decideBy(after, now, days, terms, calendar);
  return new Date(dueByWorkingDays(calendar, now.getTime(), days));
}

/** Whether who decides by then leaves no time to answer by the due date. */
function isTooLate(by: Date, dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && now < dueAt && by >= dueAt;
}

/**
 * Until when the target of a transfer decides: a CRITICAL case takes a share of the time, and no decision lies
 * beyond half of the working time that is left to the due date, so that somebody can still answer by it. Where none is
 * left before the due date, the operation room decides at once.
 */
function decideBy(
  { importance, dueAt }: Waiting,
  now: Date,
  days: number,
  { escalation }: WorkflowTerms,
  calendar: WorkingCalendar,
): Date {
  const start = now.getTime();
  const whole =
    importance === 'CRITICAL'
      ? workingDaysAfter(calendar, calendar.nextWorkingMoment(start), days * escalation.criticalFactor)
      : dueByWorkingDays(calendar, start, days);
  if (dueAt === null || dueAt <= now) return new Date(whole);
  const half = momentOfShare(calendar, start, dueAt.getTime(), [], 0.5);
  return new Date(half < dueAt.getTime() ? Math.min(whole, half) : start);
}

function daysOf({ state, transferAtRoom }: Waiting, terms: WorkflowTerms): number | null {
  if (state === 'TRANSFER_PENDING') return transferAtRoom ? null : terms.transferWorkingDays;
  if (state === 'AWAITING_APPLICANT') return terms.replyWorkingDays;
  return state === 'RESOLVED' ? terms.closeWorkingDays : null;
}
