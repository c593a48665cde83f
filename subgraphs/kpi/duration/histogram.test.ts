import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBins, binOf, quantile } from './histogram.ts';

const histogramOf = (durations: number[]): number[] => {
  const bins: number[] = [];
  for (const minutes of durations) addBins(bins, [...new Array<number>(binOf(minutes)).fill(0), 1]);
  return bins;
};
const exact = (durations: number[], q: number): number =>
  durations.toSorted((left, right) => left - right)[Math.ceil(q * durations.length) - 1] ?? Number.NaN;

describe('a quantile read from bins', () => {
  it('is nothing when nothing was timed', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('is zero when the answers came at once', () => {
    expect(quantile(histogramOf([0, 0, 0, 400]), 0.5)).toBe(0);
  });

  it('is within 4.9 % of the exact one', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.9), (minutes, q) => {
        const found = quantile(histogramOf(minutes), q) ?? Number.NaN;
        const wanted = exact(minutes, q);
        expect(Math.abs(found - wanted)).toBeLessThanOrEqual(0.049 * wanted);
      }),
    );
  });
});
