/** Which steps of staff a record's dates stand for, and when they come in a live replay. Pure. */
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../record/record.ts';

export type Step = 'classify' | 'start' | 'propose' | 'approve';

/** The state in which a step is due; in any other it has been taken already, or never will be. */
export const stateBefore: Record<Step, CaseState> = {
  classify: 'SUBMITTED',
  start: 'ASSIGNED',
  propose: 'IN_PROGRESS',
  approve: 'PENDING_REVIEW',
};

const day = 86_400_000;
const maxWait = 120_000;
/** A reviewer reads before approving. */
const reading = 1_000;

export interface PlannedStep {
  step: Step;
  /** Milliseconds after submission. */
  after: number;
}

/**
 * Plans the steps of a record, in order. A day of the record lasts `secondsPerDay`, but nothing waits longer
 * than two minutes: a demonstration is no archive.
 */
export function planSteps(record: CaseRecord, secondsPerDay: number): PlannedStep[] {
  const after = (date: Date) => {
    const real = date.getTime() - record.submittedAt.getTime();
    return Math.min((real / day) * secondsPerDay * 1000, maxWait);
  };
  const steps: PlannedStep[] = [];
  if (record.acknowledgedAt) steps.push({ step: 'classify', after: after(record.acknowledgedAt) });
  if (record.startedAt) steps.push({ step: 'start', after: after(record.startedAt) });
  if (record.answeredAt) {
    steps.push({ step: 'propose', after: after(record.answeredAt) });
    steps.push({ step: 'approve', after: after(record.answeredAt) + reading });
  }
  return steps;
}
