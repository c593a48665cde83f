import { describe, expect, it } from 'vitest';
import type { Figure, KpiName } from './figure.ts';
import { hiddenAmong, isTooSmall } from './suppression.ts';

const figure = (n: number, name: KpiName = 'DELAYED', numerator = 0): Figure => ({
  name,
  value: 0,
  numerator,
  denominator: n,
  n,
});
const hidden = (...sizes: number[]) =>
  [
    ...hiddenAmong(
      sizes.map((n) => figure(n)),
      5,
    ),
  ].sort();

describe('a public cell', () => {
  it.each([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
  ])('of %i cases is suppressed: %s', (n, suppressed) => {
    expect(isTooSmall(figure(n), 5)).toBe(suppressed);
  });

  it('may show a small part of many', () => {
    expect(isTooSmall(figure(50, 'DELAYED', 2), 5)).toBe(false);
  });

  it('may not where the part are other cases than the whole', () => {
    expect(isTooSmall(figure(50, 'CLOSED_FLOW', 2), 5)).toBe(true);
  });
});

describe('a public table', () => {
  it('hides what is too small', () => {
    expect(hidden(9, 3, 2, 40)).toEqual([1, 2]);
  });

  it('hides the next smallest with one that the total would give away', () => {
    expect(hidden(9, 3, 40, 0)).toEqual([0, 1]);
  });

  it('hides nothing when nothing is small', () => {
    expect(hidden(9, 5, 0)).toEqual([]);
  });
});
