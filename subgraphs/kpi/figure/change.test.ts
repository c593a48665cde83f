import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differs } from './change.ts';
import type { Figure, KpiName } from './figure.ts';

const share = (numerator: number, n: number, name: KpiName = 'SATISFACTION'): Figure => ({
  name,
  value: n === 0 ? null : numerator / n,
  numerator,
  denominator: n,
  n,
});
const number = (name: KpiName, value: number, n = value): Figure => ({
  name,
  value,
  numerator: null,
  denominator: null,
  n,
});

describe('a change', () => {
  it('of one rating among hundreds is none', () => {
    expect(differs(share(520, 651), share(521, 651))).toBe(false);
    expect(differs(share(520, 651), share(522, 652))).toBe(false);
  });

  it('of ten points among hundreds is one, among ten it is none', () => {
    expect(differs(share(520, 651), share(455, 651))).toBe(true);
    expect(differs(share(8, 10), share(7, 10))).toBe(false);
  });

  it('of what rests on points is judged by the answers, not by the points', () => {
    const quality = (score: number, max: number, n: number) => ({ ...share(score, max, 'QUALITY'), n });
    expect(differs(quality(800, 1_000, 10), quality(760, 1_000, 10))).toBe(false);
    expect(differs(quality(80_000, 100_000, 1_000), quality(74_000, 100_000, 1_000))).toBe(true);
  });

  it('of a count is judged by its size', () => {
    expect(differs(number('RECEIVED', 105), number('RECEIVED', 100))).toBe(false);
    expect(differs(number('RECEIVED', 160), number('RECEIVED', 100))).toBe(true);
    expect(differs(number('RECEIVED', 0), number('RECEIVED', 0))).toBe(false);
  });

  it('of a duration is none within the precision that it is known with', () => {
    const median = (minutes: number) => number('MEDIAN_TIME_TO_RESOLVE', minutes, 900);
    expect(differs(median(2_100), median(2_040))).toBe(false);
    expect(differs(median(2_100), median(1_680))).toBe(true);
  });

  it('of closed against received is judged by both counts', () => {
    expect(differs(share(130, 100, 'CLOSED_FLOW'), share(120, 100, 'CLOSED_FLOW'))).toBe(false);
    expect(differs(share(2_600, 2_000, 'CLOSED_FLOW'), share(2_000, 2_000, 'CLOSED_FLOW'))).toBe(true);
  });

  it('from or to nothing is not known', () => {
    expect(differs(share(1, 2), share(0, 0))).toBeNull();
    expect(differs(share(0, 0), share(1, 2))).toBeNull();
  });

  it('is never one from a figure to itself, and is the same both ways', () => {
    const counted = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((part) => share(part, n)));
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        return differs(one, one) === false && differs(one, other) === differs(other, one);
      }),
    );
  });
});
