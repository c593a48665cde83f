import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff } from './back-off.ts';

describe('the wait before another try', () => {
  const steady = { first: 100, longest: 2_000, jitter: 0 };

  it('doubles up to the longest, and counts a try before the first as the first', () => {
    expect([0, 1, 2, 3, 5, 6, 100, 10_000].map((tries) => backOff(tries, steady))).toEqual([
      100, 100, 200, 400, 1_600, 2_000, 2_000, 2_000,
    ]);
  });

  it('is up to a quarter shorter or longer, unless said otherwise', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, random, jitter) => {
          const plain = backOff(tries, steady);
          const usual = backOff(tries, { first: 100, longest: 2_000, random: () => random });
          expect(Math.abs(usual - plain)).toBeLessThanOrEqual(plain / 4 + 1);
          const wide = backOff(tries, { ...steady, jitter, random: () => random });
          expect(Math.abs(wide - plain)).toBeLessThanOrEqual(plain * jitter + 1);
        },
      ),
    );
    expect(backOff(1, { first: 100, longest: 200, random: () => 0 })).toBe(75);
    expect(backOff(1, { first: 100, longest: 200, random: () => 0.999_999 })).toBe(125);
  });
});
