/** The pause of a case that waits for its applicant. Pure. */
import type { CaseRecord } from '../case/case.record.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { dueDates } from './case-clock.ts';

/** What a case becomes when its clock stands still from `now` on. */
export function pause(record: CaseRecord, now: Date): Partial<CaseRecord> {
  return {
    pausedAt: now,
    pauses: [...record.pauses, { from: now.getTime(), to: null, kind: 'APPLICANT' }],
  };
}

/** What it becomes when the clock runs again: the working time of the pause is added to its due date. */
export function resume(record: CaseRecord, now: Date, calendar: WorkingCalendar): Partial<CaseRecord> {
  const pauses = record.pauses.map((one) => (one.to === null ? { ...one, to: now.getTime() } : one));
  return { pausedAt: null, pauses, question: null, ...dueDates({ ...record, pauses }, calendar) };
}
