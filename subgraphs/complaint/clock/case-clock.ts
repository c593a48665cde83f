/** What the state of a case makes of its deadlines. */
import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { computeDueDates, type SlaTerms } from '../sla/compute-due-dates.ts';
import {
  type ClockState,
  momentOfShare,
  type Pause,
  remainingWorkingDays,
  workingMinutesBetween,
} from '../sla/sla.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';

type Cycle = Pick<
  CaseRecord,
  'cycleSubmittedAt' | 'slaDays' | 'slaMinutes' | 'originalDueAt' | 'interimDueOn' | 'interimAt' | 'pauses'
>;

/** What a cycle's due date is made of. */
export function slaTermsOf(cycle: Cycle): SlaTerms {
  const { slaDays: days, slaMinutes: minutes, interimDueOn: dueOn, interimAt, pauses } = cycle;
  const interim = dueOn !== null && interimAt !== null ? { dueOn, at: interimAt.getTime() } : null;
  const given = days === null && minutes === null ? (cycle.originalDueAt?.getTime() ?? null) : null;
  return { start: cycle.cycleSubmittedAt.getTime(), days, minutes, given, interim, pauses };
}

/** The due dates of a cycle, reckoned afresh. */
export function dueDates(
  cycle: Cycle,
  calendar: WorkingCalendar,
): { originalDueAt: Date | null; dueAt: Date | null } {
  const { originalDueAt, dueAt } = computeDueDates(slaTermsOf(cycle), calendar);
  return {
    originalDueAt: originalDueAt === null ? null : new Date(originalDueAt),
    dueAt: dueAt === null ? null : new Date(dueAt),
  };
}

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

/**
 * Working days that are left until the deadline that counts now, below zero once that many are over after it; null when
 * no clock runs. While paused, time stands where the pause began. What every screen and message says.
 */
export function workingDaysLeft(
  kase: Deadlines & Pick<CaseRecord, 'pausedAt'>,
  calendar: WorkingCalendar,
  now: Date,
): number | null {
  const clock = clockOf(kase.state);
  const deadline = clock === 'STOPPED' ? null : deadlineOf(kase);
  const at = clock === 'PAUSED' ? (kase.pausedAt ?? now) : now;
  return deadline && remainingWorkingDays(calendar, at.getTime(), deadline.getTime());
}

/** The deadline that comes next and when it is near, by the terms of the policy; null when no clock runs. */
export function nextDeadline(
  kase: Deadlines,
  calendar: WorkingCalendar,
  { escalation }: Pick<WorkflowTerms, 'escalation'>,
): { dueSoonAt: Date | null; nextDeadlineAt: Date | null } {
  const deadline = clockOf(kase.state) === 'RUNNING' ? deadlineOf(kase) : null;
  if (deadline === null) return { dueSoonAt: null, nextDeadlineAt: null };
  const start = Math.min(kase.cycleSubmittedAt.getTime(), deadline.getTime());
  const near = momentOfShare(calendar, start, deadline.getTime(), kase.pauses, escalation.nearShare);
  return { dueSoonAt: new Date(near), nextDeadlineAt: deadline };
}

/** Working minutes a cycle took, from its submission to `published`, less the applicant's pauses. */
export function minutesTaken(kase: Deadlines, calendar: WorkingCalendar, published: Date): number {
  const from = kase.cycleSubmittedAt.getTime();
  const to = published.getTime();
  const applicants = kase.pauses.filter((pause) => pause.kind !== 'CREDIT');
  const paused = applicants.reduce(
    (sum, pause) => sum + workingMinutesBetween(calendar, pause.from, Math.min(pause.to ?? to, to)),
    0,
  );
  return Math.max(0, workingMinutesBetween(calendar, from, to) - paused);
}
