import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { applyCaseEvents } from '../cycle/apply-case-events.ts';
import { migrations } from '../database/migrations.ts';
import type { Dimension } from '../dimension/dimension.ts';
import { countByHand, durationsByHand, type Told } from '../example/count-by-hand.ts';
import { arbitraryLog, arbitraryMoment, newestOf } from '../example/random-case.ts';
import { figureOf, isDuration, type KpiName, kpiNames } from '../figure/figure.ts';
import { sumUp } from '../rollup/sum-up.ts';
import { formatDay, parseDay } from '../time/amman.ts';
import { type AnswerRow, answer } from './answer.ts';
import { readMoment } from './moment.store.ts';
import type { Filter } from './question.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase('kpi', migrations);
});
afterAll(() => test[Symbol.asyncDispose]());

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
};
const grouped = Object.keys(keyOf) as Dimension[];

const arbitraryQuestion = fc.record({
  by: fc.subarray(grouped, { maxLength: 2 }),
  entities: fc.option(fc.subarray(['MOH', 'GAM', '']), { nil: undefined }),
  types: fc.option(fc.constant(['COMPLAINT']), { nil: undefined, freq: 3 }),
  sectorKeys: fc.option(fc.subarray(['HEALTH', '']), { nil: undefined, freq: 4 }),
  from: fc.integer({ min: 0, max: 50 }),
  length: fc.integer({ min: 1, max: 65 }),
});

/** Takes in a log in batches, summing up after some of them, at moments that only go on. */
async function takeIn(events: fc.Arbitrary<never> | Parameters<typeof applyCaseEvents>[1], sizes: number[], moments: string[]) {
  const { database } = test;
  await database.query('truncate cycle, unsummed, rollup, standing, duration');
  await database.query('update clock set passed_to = $1', ['2026-01-01T00:00:00Z']);
  const log = events as Parameters<typeof applyCaseEvents>[1];
  const inOrder = [...moments].sort();
  for (let start = 0, round = 0; start < log.length; round++) {
    const size = sizes[round % sizes.length] ?? 10;
    await database.transaction((tx) => applyCaseEvents(tx, log.slice(start, start + size)));
    start += size;
    const moment = inOrder[round];
    if (moment) await database.transaction((tx) => sumUp(tx, Date.parse(moment)));
  }
}

describe('an answer', () => {
  it('is what counting the cycles one by one gives, whatever is summed and whatever is not yet', async () => {
    await test.database.query(`insert into term (kind, code, version, ar, en, sector) values
      ('entity', 'MOH', 1, 'و', 'Health', 'HEALTH'), ('entity', 'MOE', 1, 'ت', 'Education', 'LEARNING')`);
    const batches = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });
    const sums = fc.array(arbitraryMoment, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        arbitraryLog,
        batches,
        sums,
        arbitraryMoment,
        fc.array(arbitraryQuestion, { minLength: 4, maxLength: 4 }),
        async (events, sizes, moments, now, questions) => {
          await takeIn(events, sizes, moments);
          for (const question of questions) await compare(newestOf(events), question, now);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

type Asked = typeof arbitraryQuestion extends fc.Arbitrary<infer Q> ? Q : never;

async function compare(told: Told[], { by, entities, types, sectorKeys, from, length }: Asked, now: string) {
  const start = parseDay('2026-01-25') + from;
  const span = { from: start, to: start + length };
  const filter: Filter = { axes: {} };
  if (entities) filter.axes.entity = entities;
  if (types) filter.axes.type = types;
  if (sectorKeys) filter.sectors = sectorKeys;
  const { database } = test;
  const moment = await readMoment(database, Date.parse(now));
  const rows = await answer(database, { span, by, filter, names: kpiNames }, moment);

  const kept = told.filter(
    ({ facts }) =>
      (!entities || entities.includes(facts.entity ?? '')) &&
      (!types || types.includes(facts.type)) &&
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
  const [numerator, denominator] = name === 'RECEIVED' ? [figure.n, 1] : [figure.numerator, figure.denominator];
  expect([name, numerator, denominator]).toEqual([name, part, whole]);
}
