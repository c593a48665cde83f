/** Random histories of cases, for property tests: everything that an event may say, in and out of order. */
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent, CaseFacts, CycleFacts } from '@bekhedmetkom/schema/events/complaint';
import {
  caseStates,
  caseTypes,
  channels,
  escalationLevels,
  importances,
  pillars,
  programmes,
} from '@bekhedmetkom/schema/events/vocabulary';
import fc from 'fast-check';
import { exampleCase, exampleEvent } from './case-event.ts';

const hour = 3_600_000;
/** Moments of the tests lie three hours apart, so that equal moments and Amman midnights are common. */
export const firstMoment = Date.parse('2026-01-28T00:00:00.000Z');
const most = 40 * 8;
const iso = (step: number): string => new Date(firstMoment + step * 3 * hour).toISOString();

export const arbitraryMoment: fc.Arbitrary<string> = fc.nat(most).map(iso);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const arbitraryCycle: fc.Arbitrary<Partial<CycleFacts>> = fc.record({
  openedBy: fc.constantFrom('APPLICANT', 'OPERATION_ROOM'),
  submittedAt: arbitraryMoment,
  acknowledgeBy: arbitraryMoment,
  acknowledgedAt: maybe(arbitraryMoment),
  originalDueAt: maybe(arbitraryMoment),
  dueAt: maybe(arbitraryMoment),
  pausedAt: rarely(arbitraryMoment),
  publishedAt: maybe(arbitraryMoment),
  closedAt: maybe(arbitraryMoment),
  rating: maybe(
    fc.record({
      score: fc.integer({ min: 1, max: 5 }),
      solved: fc.constant('YES' as const),
      at: arbitraryMoment,
    }),
  ),
  reviews: fc.nat(2),
  approvedAtFirstReview: maybe(fc.boolean()),
  workingMinutes: maybe(fc.nat(6_000)),
  quality: maybe(fc.record({ score: fc.nat(12_000), max: fc.constantFrom(12_000, 30_000) })),
  escalations: fc
    .subarray([...escalationLevels])
    .chain((levels) => fc.record({ levels: fc.constant(levels), at: arbitraryMoment }))
    .map(({ levels, at }) => levels.map((level) => ({ level, at }))),
});

const arbitraryState = {
  state: fc.constantFrom(...caseStates),
  type: fc.constantFrom(...caseTypes.slice(0, 2)),
  entity: maybe(fc.constantFrom('MOH', 'MOE', 'GAM')),
  category: maybe(fc.constantFrom('HEALTH', 'WATER')),
  governorate: maybe(fc.constantFrom('AMMAN', 'IRBID')),
  channel: fc.constantFrom(...channels.slice(0, 2)),
  pillar: maybe(fc.constantFrom(...pillars.slice(0, 2))),
  importance: maybe(fc.constantFrom(...importances.slice(0, 2))),
  programme: fc.constantFrom(...programmes),
  acceptedTransfers: fc.constantFrom(0, 0, 0, 1),
  imported: fc.constantFrom(false, false, true),
  at: arbitraryMoment,
};

/** One to six events of one case, in the order of their versions, over one to three cycles. */
const arbitraryCase: fc.Arbitrary<LoggedEvent<CaseEvent>[]> = fc
  .tuple(
    fc.uuid(),
    fc.array(
      fc.record({
        ...arbitraryState,
        cycle: arbitraryCycle,
        reopens: fc.integer({ min: 1, max: 3 }).map((one) => one === 1),
      }),
      {
        minLength: 1,
        maxLength: 6,
        size: 'max',
      },
    ),
  )
  .map(([caseId, states]) => {
    let number = 1;
    return states.map(({ at, reopens, cycle, ...facts }, index) => {
      if (index > 0 && reopens && number < 3) number += 1;
      return exampleEvent(exampleCase({ ...facts, caseId, cycle: { ...cycle, number } }), index + 1, at);
    });
  });

/** Events of many cases, some told twice; each case's in order, or all in any order. */
export const arbitraryLog: fc.Arbitrary<LoggedEvent<CaseEvent>[]> = fc
  .array(arbitraryCase, { minLength: 1, maxLength: 30, size: 'max' })
  .map((cases) => cases.flat().sort((one, other) => one.version - other.version))
  .chain((events) =>
    fc
      .tuple(
        fc.oneof(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        fc.subarray(events, { maxLength: Math.ceil(events.length / 4) }),
      )
      .map(([all, again]) => [...all, ...again]),
  );

/** What each cycle's newest event tells. */
export function newestOf(events: LoggedEvent<CaseEvent>[]): { facts: CaseFacts; at: string }[] {
  const newest = new Map<string, LoggedEvent<CaseEvent>>();
  for (const event of events) {
    const { caseId, cycle } = event.payload.case;
    const key = `${caseId} ${cycle.number}`;
    const known = newest.get(key);
    if (!known || known.version < event.version) newest.set(key, event);
  }
  return [...newest.values()].map(({ payload, at }) => ({ facts: payload.case, at }));
}
