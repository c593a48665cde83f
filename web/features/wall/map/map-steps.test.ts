import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapSteps, stepOf } from './map-steps.ts';

const ranges = (counts: number[]) => mapSteps(counts).map(({ from, to }) => [from, to]);

describe('the colour steps of the map', () => {
  it('spreads four steps over the counts, beside the one of none', () => {
    expect(ranges([21, 14, 11, 4, 3, 2, 1, 0])).toEqual([
      [0, 0],
      [1, 3],
      [4, 8],
      [9, 13],
      [14, null],
    ]);
  });

  it('has fewer steps for small counts, none overlapping, none empty', () => {
    expect(ranges([2, 1])).toEqual([
      [0, 0],
      [1, 1],
      [2, null],
    ]);
    expect(ranges([1])).toEqual([
      [0, 0],
      [1, null],
    ]);
  });

  it('has only the step of none when nothing is overdue', () => {
    expect(ranges([0, 0])).toEqual([[0, 0]]);
    expect(stepOf(0, mapSteps([0]))).toBe(0);
  });

  it('gives the highest colour to the highest step, however few there are', () => {
    const steps = mapSteps([21, 14, 11, 1]);
    expect([0, 1, 8, 11, 21].map((count) => stepOf(count, steps))).toEqual([0, 1, 2, 3, 4]);
    expect(stepOf(1, mapSteps([1]))).toBe(4);
  });

  it('never shows one as none', () => {
    const counts = fc.array(fc.nat(3_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (some) => {
        const steps = mapSteps(some);
        return some.every((count) => (stepOf(count, steps) === 0) === (count === 0));
      }),
    );
  });
});
