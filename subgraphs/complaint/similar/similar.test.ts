import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, distanceOf, isSimilar, likenessOf, type Sought } from './similar.ts';

const rainbow = { latitude: 31.9515, longitude: 35.9239 };
const sought: Sought = { category: 'WAIT', governorate: 'AMMAN', district: null, point: null };
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  words: 0.5,
  trigrams: 0.2,
  category: null,
  governorate: null,
  district: null,
  point: null,
  ...more,
});
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({
  latitude: fc.double({ min: 29, max: 34, noNaN: true }),
  longitude: fc.double({ min: 34, max: 40, noNaN: true }),
});

describe('likeness', () => {
  it('is seven tenths words, two tenths place, one tenth category', () => {
    expect(likenessOf(sought, candidate({ words: 1 }))).toBe(0.7);
    expect(likenessOf(sought, candidate({ words: 1, governorate: 'AMMAN' }))).toBe(0.8);
    expect(likenessOf(sought, candidate({ words: 1, governorate: 'AMMAN', category: 'WAIT' }))).toBe(0.9);
    const there = { ...sought, district: 'جبل عمان' };
    const same = { words: 1, governorate: 'AMMAN', category: 'WAIT', district: 'جبل عمان' };
    expect(likenessOf(there, candidate(same))).toBe(1);
  });

  it('takes the better of words and spelling, so that a slip of the finger counts little', () => {
    expect(likenessOf(sought, candidate({ words: 0, trigrams: 0.8 }))).toBe(
      likenessOf(sought, candidate({ words: 0.8, trigrams: 0 })),
    );
  });

  it('falls with the distance of two points, which is known to a hundred metres', () => {
    const at = { ...sought, point: rainbow };
    const east = (metres: number) => ({ ...rainbow, longitude: rainbow.longitude + metres / 94_350 });
    expect(likenessOf(at, candidate({ words: 1, point: east(0) }))).toBe(0.9);
    expect(likenessOf(at, candidate({ words: 1, point: east(500) }))).toBe(0.8);
    expect(distanceOf(at, candidate({ point: east(310) }))).toBe(300);
    expect(distanceOf(at, candidate())).toBeNull();
  });

  it('is between 0 and 1 in tenths, and never less for more words', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, point, point, (words, more, trigrams, here, there) => {
        const at = { ...sought, point: here };
        const [less, full] = [Math.min(words, more), Math.max(words, more)].map((share) =>
          likenessOf(at, candidate({ words: share, trigrams, point: there })),
        ) as [number, number];
        expect(full).toBeGreaterThanOrEqual(less);
        for (const likeness of [less, full]) {
          expect(likeness * 10).toBeCloseTo(Math.round(likeness * 10), 9);
          expect(likeness).toBeGreaterThanOrEqual(0);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a similar case', () => {
  const there = { category: 'WAIT', governorate: 'AMMAN', words: 1 };
  const isOffered = (asked: Partial<Sought>, more: Partial<Candidate>) =>
    isSimilar({ ...sought, ...asked }, candidate({ ...there, ...more }));
  const away = (metres: number) => ({ ...rainbow, latitude: rainbow.latitude + metres / 111_200 });

  it('is at most 500 metres away, or in the same district or governorate', () => {
    expect(isOffered({ point: rainbow }, { point: away(350) })).toBe(true);
    expect(isOffered({ point: rainbow }, { point: away(700) })).toBe(false);
    expect(isOffered({ point: rainbow }, {})).toBe(true);
    expect(isOffered({}, { governorate: 'ZARQA' })).toBe(false);
    expect(isOffered({ district: 'الرصيفه' }, { district: 'الرصيفه الجبل الشمالي' })).toBe(true);
    expect(isOffered({ district: 'الرصيفه' }, { district: 'عوجان' })).toBe(false);
    expect(isOffered({ governorate: null }, { governorate: null })).toBe(true);
    expect(isOffered({ governorate: null }, {})).toBe(false);
  });

  it('is of no other category and has enough of the words', () => {
    expect(isOffered({}, { category: 'POTHOLE' })).toBe(false);
    expect(isOffered({ category: null }, { category: 'POTHOLE' })).toBe(true);
    expect(isOffered({}, { words: 0.33, trigrams: 0.3 })).toBe(false);
    expect(isOffered({}, { words: 0.5 })).toBe(true);
  });
});
