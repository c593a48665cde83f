import { setTimeout as sleep } from 'node:timers/promises';
import { anonymous } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkItems, eachOf } from './bulk.ts';
import { runBulk } from './run-bulk.ts';

const items = [1, 2, 3].map((n) => ({ caseId: `case-${n}`, expectedVersion: 1 }));
const quiet = { viewer: { ...anonymous, language: 'en' as const }, logger: { error: () => {} } };

describe('the results of a bulk action', () => {
  it('are complete whatever one case throws', async () => {
    const errors = [
      Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
      new TypeError('a defect'),
      new Fault('SERVICE_UNAVAILABLE', 'away'),
    ];
    const { results } = await runBulk(items, quiet, () => Promise.reject(errors.pop()));
    expect(results.map(({ userErrors }) => userErrors[0]?.code)).toEqual(Array(3).fill('NOT_DONE'));
  });

  it('come when the budget is used up, for those that were not begun as well', async () => {
    const { results } = await runBulk(items, { ...quiet, budget: -1 }, () => Promise.reject(new Error()));
    expect(results.map(({ caseId, userErrors }) => [caseId, userErrors[0]?.code])).toEqual(
      items.map(({ caseId }) => [caseId, 'NOT_DONE']),
    );
  });
});

describe('a bulk action', () => {
  it('takes one to a hundred cases', () => {
    const of = (length: number) => checkItems(Array.from({ length }));
    expect(of(1)).toBeNull();
    expect(of(100)).toBeNull();
    expect(of(0)).toMatchObject({ refused: 'TOO_MANY_ITEMS', facts: { max: 100 } });
    expect(of(101)).toMatchObject({ refused: 'TOO_MANY_ITEMS' });
  });

  it('gives the results in the order of the items, each worked on once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 30 }), async (delays) => {
        const done: number[] = [];
        const results = await eachOf([...delays.entries()], async ([i, delay]) => {
          await sleep(delay);
          done.push(i);
          return i;
        });
        expect(results).toEqual(delays.map((_, i) => i));
        expect(done.toSorted((a, b) => a - b)).toEqual(results);
      }),
      { numRuns: 20 },
    );
  });

  it('works on four at a time', async () => {
    let working = 0;
    let most = 0;
    await eachOf(Array.from({ length: 20 }), async () => {
      working++;
      most = Math.max(most, working);
      await sleep(1);
      working--;
    });
    expect(most).toBe(4);
  });
});
