/** How long a state may wait before the system ends the waiting (domain.md §2). Pure. */
import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { dueByWorkingDays } from '../sla/sla.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';

interface Waiting {
  state: CaseState;
  transferAtRoom: boolean;
  timesOutAt: Date | null;
}

/**
 * When the waiting of a case ends: the target's for a transfer, the applicant's for a question or a rating;
 * null when nothing times out. A state that goes on keeps its moment.
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
  if (after.state === before.state && before.timesOutAt !== null) return before.timesOutAt;
  return new Date(dueByWorkingDays(calendar, now.getTime(), days));
}

function daysOf({ state, transferAtRoom }: Waiting, terms: WorkflowTerms): number | null {
  if (state === 'TRANSFER_PENDING') return transferAtRoom ? null : terms.transferWorkingDays;
  if (state === 'AWAITING_APPLICANT') return terms.replyWorkingDays;
  return state === 'RESOLVED' ? terms.closeWorkingDays : null;
}
