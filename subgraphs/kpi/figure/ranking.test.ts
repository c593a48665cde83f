import { describe, expect, it } from 'vitest';
import type { Figure, KpiName } from './figure.ts';
import { compareFigures, wilsonLowerBound } from './ranking.ts';

const rated = (value: number, n: number, name: KpiName = 'SATISFACTION'): Figure => ({
  name,
  value,
  numerator: value * n,
  denominator: n,
  n,
});
const order = (figures: Figure[]) =>
  figures.toSorted((one, other) => compareFigures(one, other, 30)).map(({ value, n }) => [value, n]);

describe('the lower bound of a share', () => {
  it.each([
    [0.9, 100, 0.8256],
    [1, 30, 0.8865],
    [0, 10, 0],
    [0.5, 4, 0.15],
  ])('of %d in %i is %d (published tables)', (share, n, bound) => {
    expect(wilsonLowerBound(share, n)).toBeCloseTo(bound, 3);
  });

  it('of nothing is nothing', () => {
    expect(wilsonLowerBound(1, 0)).toBe(0);
  });
});

describe('a ranking', () => {
  it('puts a good share of many above a perfect one of few', () => {
    expect(order([rated(1, 31), rated(0.95, 2_000)])).toEqual([
      [0.95, 2_000],
      [1, 31],
    ]);
  });

  it('puts those on fewer than thirty ratings after all others', () => {
    expect(order([rated(1, 29), rated(0.2, 30)])).toEqual([
      [0.2, 30],
      [1, 29],
    ]);
  });

  it('of any other figure goes by the cases it rests on', () => {
    expect(order([rated(0.1, 3, 'DELAYED'), rated(0.9, 80, 'DELAYED')])).toEqual([
      [0.9, 80],
      [0.1, 3],
    ]);
  });
});
