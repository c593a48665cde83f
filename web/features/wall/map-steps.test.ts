import { describe, expect, it } from 'vitest';
import { mapSteps, stepOf } from './map-steps.ts';

describe('the colour steps of the map', () => {
  it('spreads four steps over the counts', () => {
    expect(mapSteps([21, 14, 11, 4, 3, 2, 1])).toEqual([
      { from: 1, to: 3 },
      { from: 4, to: 8 },
      { from: 9, to: 13 },
      { from: 14, to: null },
    ]);
  });

  it('has fewer steps for small counts, none overlapping, none empty', () => {
    expect(mapSteps([2, 1])).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: null },
    ]);
    expect(mapSteps([1])).toEqual([{ from: 1, to: null }]);
  });

  it('has no step when nothing is overdue', () => {
    expect(mapSteps([0, 0])).toEqual([]);
    expect(stepOf(0, [])).toBe(0);
  });

  it('gives the highest colour to the highest step, however few there are', () => {
    const steps = mapSteps([21, 14, 11, 1]);
    expect([0, 1, 8, 11, 21].map((count) => stepOf(count, steps))).toEqual([0, 1, 2, 3, 4]);
    expect(stepOf(1, mapSteps([1]))).toBe(4);
  });
});
