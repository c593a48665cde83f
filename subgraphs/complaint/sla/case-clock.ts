/** What the state of a case makes of its deadlines. */
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { type ClockState, nearAt, type Pause, workingMinutesBetween } from './sla.ts';
import type { WorkingCalendar } from './working-calendar.ts';

interface Deadlines {
  state: CaseState;
  cycleSubmittedAt: Date;
  acknowledgeBy: Date;
  dueAt: Date | null;
  pauses: readonly Pause[];
}

const running: readonly CaseState[] = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'PENDING_REVIEW',
];

/** Only the state pauses or stops the clock. */
export function clockOf(state: CaseState): ClockState {
  if (state === 'AWAITING_APPLICANT') return 'PAUSED';
  return running.includes(state) ? 'RUNNING' : 'STOPPED';
}

/** The deadline that counts now: acknowledgement until the case has a due date of its own, then that. */
export function deadlineOf(kase: Deadlines): Date | null {
  return kase.dueAt ?? (kase.state === 'SUBMITTED' ? kase.acknowledgeBy : null);
}

/** The deadline that comes next and when it is near; null when no clock runs. */
export function nextBreach(
  kase: Deadlines,
  calendar: WorkingCalendar,
): { nearAt: Date | null; nextBreachAt: Date | null } {
  const deadline = clockOf(kase.state) === 'RUNNING' ? deadlineOf(kase) : null;
  if (deadline === null) return { nearAt: null, nextBreachAt: null };
  const start = Math.min(kase.cycleSubmittedAt.getTime(), deadline.getTime());
  const near = nearAt(calendar, start, deadline.getTime(), kase.pauses);
  return { nearAt: new Date(near), nextBreachAt: deadline };
}

/** Working minutes a cycle took, from its submission to `published`, less its pauses. */
export function minutesTaken(kase: Deadlines, calendar: WorkingCalendar, published: Date): number {
  const from = kase.cycleSubmittedAt.getTime();
  const to = published.getTime();
  const paused = kase.pauses.reduce(
    (sum, pause) => sum + workingMinutesBetween(calendar, pause.from, Math.min(pause.to ?? to, to)),
    0,
  );
  return Math.max(0, workingMinutesBetween(calendar, from, to) - paused);
}
