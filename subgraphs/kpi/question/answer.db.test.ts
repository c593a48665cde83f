import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import { formatDay, parseDay } from '@bekhedmetkom/time/amman';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dimension, periodOf } from '../dimension/dimension.ts';
import { split } from '../dimension/period.ts';
import { figureOf, isDuration, type KpiName, kpiNames } from '../figure/figure.ts';
import { isOfNow } from '../graph/read-question.ts';
import { countByHand, durationsByHand, type Told } from '../testing/count-by-hand.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';
import { arbitraryLog, arbitraryMoment, newestOf } from '../testing/random-case.ts';
import { arbitraryLives } from '../testing/random-life.ts';
import { type AnswerRow, answer } from './answer.ts';
import { readMoment } from './as-of.repository.ts';
import { type Filter, seriesOf } from './question.ts';
import { periodKey } from './series.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
afterAll(() => kpi[Symbol.asyncDispose]());

type KeyOf = (facts: CaseFacts) => string;
const sectors: Record<string, string> = { MOH: 'HEALTH', MOE: 'LEARNING' };
const keyOf: Partial<Record<Dimension, KeyOf>> = {
  SECTOR: (facts) => sectors[facts.entity ?? ''] ?? '',
  ENTITY: (facts) => facts.entity ?? '',
  TYPE: (facts) => facts.type,
  GOVERNORATE: (facts) => facts.governorate ?? '',
  CATEGORY: (facts) => facts.category ?? '',
  CHANNEL: (facts) => facts.channel,
  PILLAR: (facts) => facts.pillar ?? '',
  PROGRAMME: (facts) => facts.programme,
};
const grouped = Object.keys(keyOf) as Dimension[];

const arbitraryQuestion = fc.record({
  by: fc.subarray(grouped, { maxLength: 2 }),
  entities: fc.option(fc.subarray(['MOH', 'GAM', '']), { nil: undefined }),
  types: fc.option(fc.constant<string[]>(['COMPLAINT']), { nil: undefined, freq: 3 }),
  sectorKeys: fc.option(fc.subarray(['HEALTH', '']), { nil: undefined, freq: 4 }),
  counted: fc.option(fc.subarray(['GOVERNMENT_SERVICES', 'SMOKING', 'UNKNOWN']), { nil: undefined }),
  from: fc.integer({ min: 0, max: 50 }),
  length: fc.integer({ min: 1, max: 65 }),
});

/** Takes in a log in batches; after some of them sums up some of what there is, at moments that only go on. */
async function takeIn(events: LoggedEvent[], sizes: number[], sums: { now: string; atOnce: number }[]) {
  await kpi.forget();
  const inOrder = sums.toSorted((one, other) => (one.now < other.now ? -1 : 1));
  for (let start = 0, round = 0; start < events.length; round++) {
    const size = sizes[round % sizes.length] ?? 10;
    await kpi.take(...events.slice(start, start + size));
    start += size;
    const sum = inOrder[round];
    if (sum) await kpi.sumSome(sum.now, sum.atOnce);
  }
}

describe('an answer', () => {
  it('is what counting the cycles one by one gives, whatever is summed and whatever is not yet', async () => {
    await kpi.database.query(`insert into term (kind, code, version, ar, en, sector) values
      ('entity', 'MOH', 1, 'و', 'Health', 'HEALTH'), ('entity', 'MOE', 1, 'ت', 'Education', 'LEARNING')`);
    const batches = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5, size: 'max' });
    const sums = fc.array(fc.record({ now: arbitraryMoment, atOnce: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 12,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(arbitraryLog, arbitraryLives),
        batches,
        sums,
        arbitraryMoment,
        fc.array(arbitraryQuestion, { minLength: 4, maxLength: 4 }),
        async (events, sizes, some, now, questions) => {
          await takeIn(events, sizes, some);
          for (const question of questions) await compare(newestOf(events), question, now);
        },
      ),
      { numRuns: 80 },
    );
  }, 120_000);
});

describe('a series', () => {
  it('has, part by part, what the parts have on their own', async () => {
    const by = fc.constantFrom<Dimension[]>(
      ['DAY'],
      ['WEEK'],
      ['MONTH'],
      ['ENTITY', 'WEEK'],
      ['MONTH', 'TYPE'],
    );
    const spans = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 40 }));
    const names = kpiNames.filter((name) => !isOfNow(name));
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog,
        fc.boolean(),
        arbitraryMoment,
        by,
        spans,
        async (events, summed, now, dimensions, [start, length]) => {
          await takeIn(events, [500], summed ? [{ now, atOnce: 500 }] : []);
          const from = parseDay('2026-01-25') + start;
          const span = { from, to: from + length };
          const filter: Filter = { axes: {} };
          const moment = await readMoment(kpi.database, Date.parse(now));
          const rows = await answer(kpi.database, { span, by: dimensions, filter, names }, moment);
          const period = seriesOf({ by: dimensions }) ?? 'day';
          const others = dimensions.filter((dimension) => periodOf(dimension) === null);
          const parts = await Promise.all(
            split(span, period).map(async (part) => {
              const found = await answer(kpi.database, { span: part, by: others, filter, names }, moment);
              const key = periodKey(period, part.from);
              return found.map((row) => ({
                ...row,
                keys: dimensions.map((dimension) => (periodOf(dimension) ? key : (row.keys[0] ?? ''))),
              }));
            }),
          );
          expect(sorted(rows)).toEqual(sorted(parts.flat()));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

const sorted = (rows: AnswerRow[]) =>
  rows.toSorted((one, other) => (one.keys.join() < other.keys.join() ? -1 : 1));

type Asked = typeof arbitraryQuestion extends fc.Arbitrary<infer Q> ? Q : never;

async function compare(
  told: Told[],
  { by, entities, types, sectorKeys, counted, from, length }: Asked,
  now: string,
) {
  const start = parseDay('2026-01-25') + from;
  const span = { from: start, to: start + length };
  const filter: Filter = { axes: {} };
  if (entities) filter.axes.entity = entities;
  if (types) filter.axes.type = types;
  if (sectorKeys) filter.sectors = sectorKeys;
  if (counted) filter.programmes = { among: counted };
  const { database } = kpi;
  const moment = await readMoment(database, Date.parse(now));
  const rows = await answer(database, { span, by, filter, names: kpiNames }, moment);

  const kept = told.filter(
    ({ facts }) =>
      (!entities || entities.includes(facts.entity ?? '')) &&
      (!types || types.includes(facts.type)) &&
      (!counted || counted.includes(facts.programme)) &&
      (!sectorKeys || sectorKeys.includes(sectors[facts.entity ?? ''] ?? '')),
  );
  const keysOf = ({ facts }: Told) => by.map((dimension) => keyOf[dimension]?.(facts) ?? '').join();
  const cells = Map.groupBy(kept, keysOf);
  const found = new Map(rows.map((row) => [row.keys.join(), row]));
  for (const key of found.keys()) expect([...cells.keys()]).toContain(key);
  const window = { from: formatDay(span.from), to: formatDay(span.to), now };
  for (const [key, cell] of cells) {
    // A case's cycles may lie in different cells: what they tell of each other does not stop there.
    for (const name of kpiNames) expectSame(name, found.get(key), cell, told, window);
  }
}

function expectSame(
  name: KpiName,
  row: AnswerRow | undefined,
  cell: Told[],
  all: Told[],
  window: { from: string; to: string; now: string },
) {
  const figure = figureOf(name, row ?? { counts: {}, durations: { median: null, p90: null } });
  if (isDuration(name)) {
    const minutes = durationsByHand(cell, window);
    const q = name === 'MEDIAN_TIME_TO_RESOLVE' ? 0.5 : 0.9;
    const exact = minutes[Math.ceil(q * minutes.length) - 1] ?? null;
    expect(figure.n).toBe(minutes.length);
    expect(figure.value === null).toBe(exact === null);
    expect(Math.abs((figure.value ?? 0) - (exact ?? 0))).toBeLessThanOrEqual(0.049 * (exact ?? 0));
    return;
  }
  const [part, whole] = countByHand(name, cell, window, all);
  const [numerator, denominator] =
    name === 'RECEIVED' ? [figure.n, 1] : [figure.numerator, figure.denominator];
  expect([name, numerator, denominator]).toEqual([name, part, whole]);
}
