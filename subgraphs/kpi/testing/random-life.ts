/**
 * Random lives of cases, for property tests: each event is one action of the workflow on the case as the one
 * before left it, so that dues move, clocks stand, rounds begin and end as they do.
 */
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent, CaseFacts, CycleFacts } from '@bekhedmetkom/schema/events/complaint';
import { escalationLevels } from '@bekhedmetkom/schema/events/vocabulary';
import fc from 'fast-check';
import { exampleCase, exampleEvent } from './case-event.ts';
import { firstMoment } from './random-case.ts';

const hour = 3_600_000;
const day = 24 * hour;
const iso = (at: number): string => new Date(at).toISOString();
const later = (due: string | null, by: number): string | null =>
  due === null ? null : iso(Date.parse(due) + by);

/** What happens: how much time has passed since the last, and a number to decide by. */
interface Turn {
  wait: number;
  luck: number;
}
type Facts = Partial<Omit<CaseFacts, 'cycle'>>;
type Act = (kase: CaseFacts, at: number, luck: number) => { facts?: Facts; cycle?: Partial<CycleFacts> };

const answer = (at: number, luck: number, reviewed: boolean): Partial<CycleFacts> => ({
  publishedAt: iso(at),
  outcome: 'SOLVED',
  workingMinutes: luck * 7,
  ...(reviewed && { quality: luck % 3 === 0 ? { score: luck % 101, max: 100 } : null }),
});

const acts: Record<string, Act> = {
  classify: (_, at, luck) => ({
    facts: { state: 'ASSIGNED', importance: luck % 2 ? 'LOW' : 'HIGH', pillar: 'TIME', category: 'HEALTH' },
    cycle: {
      acknowledgedAt: iso(at),
      originalDueAt: iso(at + (luck % 9) * day),
      dueAt: iso(at + (luck % 9) * day),
    },
  }),
  start: (_, at) => ({ facts: { state: 'IN_PROGRESS' }, cycle: { startedAt: iso(at) } }),
  transfer: () => ({
    facts: { state: 'TRANSFER_PENDING', transfer: { to: 'MOE', atRoom: false, refusals: 0 } },
  }),
  accept: (kase, _, luck) => ({
    facts: {
      state: 'ASSIGNED',
      entity: luck % 2 ? 'MOE' : 'GAM',
      transfer: null,
      acceptedTransfers: kase.acceptedTransfers + 1,
    },
    cycle: { dueAt: later(kase.cycle.dueAt, (luck % 20) * hour) },
  }),
  refuse: () => ({ facts: { state: 'ASSIGNED', transfer: null } }),
  ask: (kase, at) => ({
    facts: { state: 'AWAITING_APPLICANT' },
    cycle: { pausedAt: iso(at), questions: kase.cycle.questions + 1 },
  }),
  reply: (kase, at) => ({
    facts: { state: 'IN_PROGRESS' },
    cycle: {
      pausedAt: null,
      dueAt: later(kase.cycle.dueAt, at - Date.parse(kase.cycle.pausedAt ?? iso(at))),
    },
  }),
  interim: (kase, at, luck) => ({
    cycle: { interimAt: iso(at), dueAt: later(kase.cycle.dueAt, (luck % 6) * day) },
  }),
  reschedule: (kase, _, luck) => ({ cycle: { dueAt: later(kase.cycle.dueAt, (luck % 4) * day) } }),
  part: () => ({ facts: { partEntities: ['MOE'] } }),
  escalate: (kase, at) => {
    const level = escalationLevels[kase.cycle.escalations.length];
    return level ? { cycle: { escalations: [...kase.cycle.escalations, { level, at: iso(at) }] } } : {};
  },
  propose: () => ({ facts: { state: 'PENDING_REVIEW' } }),
  return: (kase) => ({
    facts: { state: 'IN_PROGRESS' },
    cycle: { reviews: kase.cycle.reviews + 1, approvedAtFirstReview: false },
  }),
  approve: ({ cycle }, at, luck) => ({
    facts: { state: 'RESOLVED' },
    cycle: {
      ...answer(at, luck, true),
      reviews: cycle.reviews + 1,
      approvedAtFirstReview: cycle.approvedAtFirstReview ?? true,
    },
  }),
  reject: (_, at, luck) => ({
    facts: { state: 'REJECTED', rejectionCode: 'SUB_JUDICE' },
    cycle: { ...answer(at, luck, false), outcome: null, closedAt: iso(at) },
  }),
  merge: (kase, at) => ({
    facts: { state: 'DUPLICATE', parent: kase.caseId },
    cycle: { closedAt: iso(at) },
  }),
  withdraw: (_, at) => ({ facts: { state: 'WITHDRAWN' }, cycle: { closedAt: iso(at) } }),
  rate: (_, at, luck) => ({
    facts: { state: 'CLOSED' },
    cycle: { closedAt: iso(at), rating: { score: 1 + (luck % 5), solved: 'YES', at: iso(at) } },
  }),
  close: (_, at) => ({ facts: { state: 'CLOSED' }, cycle: { closedAt: iso(at) } }),
  score: (_, _at, luck) => ({ cycle: { quality: { score: luck % 101, max: 100 } } }),
  appeal: (_, at) => ({ facts: { appealedAt: iso(at) } }),
  reopen: (kase, at, luck) => ({
    facts: { state: 'IN_PROGRESS', importance: 'HIGH', appealedAt: null },
    cycle: {
      ...exampleCase().cycle,
      number: kase.cycle.number + 1,
      openedBy: luck % 3 === 0 ? 'OPERATION_ROOM' : 'APPLICANT',
      submittedAt: iso(at),
      acknowledgeBy: iso(at + day),
      acknowledgedAt: iso(at),
      originalDueAt: iso(at + (luck % 5) * day),
      dueAt: iso(at + (luck % 5) * day),
    },
  }),
};

/** The ways on come often, so that lives grow long. */
const often = (...names: string[]): string[] => Array.from({ length: 6 }, () => names).flat();
const open = ['escalate', 'reschedule', 'merge', 'withdraw'];
const possible: Record<CaseFacts['state'], readonly string[]> = {
  SUBMITTED: [...often('classify'), 'reject', ...open],
  ASSIGNED: [...often('start'), 'transfer', 'transfer', 'part', 'reject', ...open],
  TRANSFER_PENDING: [...often('accept', 'refuse'), ...open],
  IN_PROGRESS: [...often('ask', 'propose', 'propose', 'interim'), 'part', 'transfer', ...open],
  AWAITING_APPLICANT: [...often('reply'), 'escalate', 'withdraw'],
  PENDING_REVIEW: [...often('approve'), 'return', 'return', 'escalate'],
  RESOLVED: ['rate', 'rate', 'close', 'reopen', 'reopen', 'score'],
  CLOSED: ['reopen', 'reopen', 'score', 'appeal'],
  REJECTED: [],
  DUPLICATE: [],
  WITHDRAWN: [],
};

function live(caseId: string, first: number, turns: Turn[]): LoggedEvent<CaseEvent>[] {
  let at = firstMoment + first * 3 * hour;
  const cycle = { submittedAt: iso(at), acknowledgeBy: iso(at + 2 * day) };
  let kase = exampleCase({ caseId, entity: first % 4 ? 'MOH' : null, cycle });
  const events = [exampleEvent(kase, 1, iso(at))];
  for (const { wait, luck } of turns) {
    const names = possible[kase.state];
    const act = acts[names[luck % names.length] ?? ''];
    if (!act) break;
    at += wait * 3 * hour;
    const { facts, cycle: changed } = act(kase, at, Math.floor(luck / 7));
    kase = { ...kase, ...facts, cycle: { ...kase.cycle, ...changed } };
    events.push(exampleEvent(kase, events.length + 1, iso(at)));
  }
  return events;
}

const arbitraryTurn: fc.Arbitrary<Turn> = fc.record({ wait: fc.nat(24), luck: fc.nat(10_000) });

/** The log of many lives at once, in order of time, some of it told twice. */
export const arbitraryLives: fc.Arbitrary<LoggedEvent<CaseEvent>[]> = fc
  .array(
    fc.tuple(fc.uuid(), fc.nat(200), fc.array(arbitraryTurn, { minLength: 1, maxLength: 20, size: 'max' })),
    { minLength: 1, maxLength: 20, size: 'max' },
  )
  .map((lives) => lives.flatMap((life) => live(...life)))
  .map((events) => events.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))))
  .chain((events) =>
    fc.subarray(events, { maxLength: Math.ceil(events.length / 4) }).map((again) => [...events, ...again]),
  );
