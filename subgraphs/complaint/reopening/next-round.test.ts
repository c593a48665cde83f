import type { Importance } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../case/case.record.ts';
import { initialCycle } from '../case/cycle.ts';
import { buildDirectory } from '../directory/directory.ts';
import { dueByWorkingDays } from '../sla/sla.ts';
import { amman } from '../testing/seeded-calendar.ts';
import { announced, smallDirectory } from '../testing/small-directory.ts';
import { nextRound } from './next-round.ts';

const now = new Date(amman('2026-09-02T11:00'));
const kase: CaseRecord = {
  ...initialCycle,
  id: '0198c0de-0000-7000-8000-000000000001',
  reference: 'BK-2026-0000-0000-0',
  version: 6,
  type: 'COMPLAINT',
  state: 'CLOSED',
  programme: 'GOVERNMENT_SERVICES',
  subject: 'Long wait',
  entity: 'MOH',
  category: 'WAIT',
  governorate: 'AMMAN',
  district: null,
  channel: 'WEB',
  applicantKind: null,
  anonymous: false,
  language: 'en',
  importance: 'MEDIUM',
  pillar: 'TIME',
  submittedAt: new Date(amman('2026-08-02T11:00')),
  applicantSubject: 'p-layla',
  filedBy: null,
  reachable: true,
  holderPost: 'MOH-SFP-1',
  acceptedTransfers: 0,
  imported: false,
  parentId: null,
  followers: 0,
  transferTo: null,
  transferAtRoom: false,
  transferRefusals: 1,
  previousState: null,
  partEntities: [],
  openParts: 0,
  proposal: null,
  rejectionCode: null,
  appealedAt: now,
  restricted: false,
  entityAssignedAt: null,
  escalation: 'L2',
  escalatesAt: null,
  timesOutAt: null,
  dueSoonAt: null,
  nextDeadlineAt: null,
  cycle: 1,
  ownReopenings: 0,
  openedBy: 'APPLICANT',
  cycleSubmittedAt: new Date(amman('2026-08-02T11:00')),
  policyVersion: 1,
  calendarVersion: 1,
  acknowledgeBy: new Date(amman('2026-08-03T11:00')),
  questions: 2,
  publishedAt: new Date(amman('2026-08-12T11:00')),
  closedAt: new Date(amman('2026-08-20T11:00')),
  ratingScore: 1,
  ratingSolved: 'NO',
  ratedAt: new Date(amman('2026-08-20T11:00')),
  escalations: [{ level: 'L2', at: '2026-08-12T08:00:00.000Z' }],
};
const reopen = (more: Partial<CaseRecord> = {}, directory = smallDirectory) =>
  nextRound({ ...kase, ...more }, { now, reason: 'It is as before.', openedBy: 'APPLICANT' }, directory);

describe('the round that a reopening begins', () => {
  it('is fresh: nothing of the one before is left in it', () => {
    expect(reopen()).toMatchObject({
      cycle: 2,
      cycleSubmittedAt: now,
      acknowledgedAt: now,
      acknowledgeBy: now,
      startedAt: now,
      reopenedBecause: 'It is as before.',
      publishedAt: null,
      closedAt: null,
      ratingScore: null,
      questions: 0,
      escalation: null,
      escalations: [],
      appealedAt: null,
      transferRefusals: 0,
      submittedAt: kase.submittedAt,
    });
  });

  it.each<[Importance, Importance, number]>([
    ['LOW', 'MEDIUM', 4],
    ['MEDIUM', 'HIGH', 2],
    ['HIGH', 'CRITICAL', 1],
    ['CRITICAL', 'CRITICAL', 1],
  ])('of a %s case is %s and has half of its time, rounded up to whole days: %i', (before, after, days) => {
    const next = reopen({ importance: before });
    const due = new Date(dueByWorkingDays(smallDirectory.calendar(1), now.getTime(), days));
    expect(next).toMatchObject({ importance: after, slaDays: days, slaMinutes: null });
    expect(next).toMatchObject({ originalDueAt: due, dueAt: due });
  });

  it('of a case that nobody weighed counts from MEDIUM', () => {
    expect(reopen({ importance: null, pillar: null })).toMatchObject({ importance: 'HIGH', slaDays: 2 });
  });

  it('stays with whoever had the case, unless the post is vacant, gone, or of another entity', () => {
    expect(reopen().holderPost).toBe('MOH-SFP-1');
    for (const holderPost of ['MOH-SFP-2', 'NO-SUCH-POST', 'MIYAHUNA-MFP', null]) {
      expect(reopen({ holderPost }).holderPost).toBe('MOH-MFP');
    }
  });

  it('runs under the policy and the calendar of today, in minutes where the policy says minutes', () => {
    const items = announced.map(({ type, key, payload }) => ({ kind: type, key, payload }));
    const [calendar, policy] = ['calendar.published', 'sla-policy.published'].map((kind) =>
      items.find((item) => item.kind === kind),
    );
    const newer = [
      { kind: 'calendar.published', key: '2', payload: { ...calendar?.payload, version: 2 } },
      {
        kind: 'sla-policy.published',
        key: 'GOVERNMENT_SERVICES/2',
        payload: {
          ...policy?.payload,
          version: 2,
          effectiveFrom: '2026-09-01',
          resolveDays: [{ type: 'COMPLAINT', pillar: null, importance: 'HIGH', workingMinutes: 421 }],
        },
      },
    ];
    const next = reopen({}, buildDirectory([...items, ...newer], 99));
    expect(next).toMatchObject({ policyVersion: 2, calendarVersion: 2, slaDays: null, slaMinutes: 211 });
    expect(next.dueAt).toEqual(new Date(amman('2026-09-02T14:31')));
  });
});
