/** The round that a reopening begins (domain.md §2). Pure. */
import type { Importance } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { initialCycle } from '../case/cycle.ts';
import { dueDates } from '../clock/case-clock.ts';
import { type Directory, timeToResolve } from '../directory/directory.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';

const stepsUp: Record<Importance, Importance> = {
  LOW: 'MEDIUM',
  MEDIUM: 'HIGH',
  HIGH: 'CRITICAL',
  CRITICAL: 'CRITICAL',
};

/**
 * A case as it goes on after being reopened at `now`: under the policy and the calendar of today, with half
 * the time, one step more important, acknowledged at once. Whoever had it keeps it; a vacant post's case goes
 * to the main focal point.
 */
export function nextRound(
  record: CaseRecord,
  { now, reason, openedBy }: { now: Date; reason: string; openedBy: CaseRecord['openedBy'] },
  directory: Directory,
): CaseRecord {
  const calendar = directory.calendar();
  const policy = directory.policyFor(record.programme, toLocalDate(dayOf(now.getTime())));
  // A case that another system never weighed counts as medium.
  const importance = stepsUp[record.importance ?? 'MEDIUM'];
  const share = policy.terms.reopenedShare;
  const { slaDays, slaMinutes } = timeToResolve(policy, record.type, record.pillar, importance);
  const begun: CaseRecord = {
    ...record,
    ...initialCycle,
    cycle: record.cycle + 1,
    ownReopenings: record.ownReopenings + (openedBy === 'APPLICANT' ? 1 : 0),
    openedBy,
    cycleSubmittedAt: now,
    importance,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    acknowledgeBy: now,
    acknowledgedAt: now,
    startedAt: now,
    slaDays: shareOf(slaDays, share),
    slaMinutes: shareOf(slaMinutes, share),
    reopenedBecause: reason,
    holderPost: holderOf(record, directory),
    entityAssignedAt: now,
    transferRefusals: 0,
    rejectionCode: null,
    appealedAt: null,
    escalation: null,
    proposal: null,
  };
  return { ...begun, ...dueDates(begun, calendar) };
}

function shareOf(whole: number | null, share: number): number | null {
  return whole === null ? null : Math.max(1, Math.ceil(whole * share));
}

function holderOf({ holderPost, entity }: CaseRecord, directory: Directory): string | null {
  const post = holderPost === null ? undefined : directory.post(holderPost);
  if (post?.holder && post.entity === entity) return holderPost;
  return directory.mainFocalPointOf(entity)?.key ?? holderPost;
}
