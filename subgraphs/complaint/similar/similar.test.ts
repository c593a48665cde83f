import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, likenessOf, type Sought } from './similar.ts';

const rainbow = { latitude: 31.9515, longitude: 35.9239 };
const sought: Sought = { category: 'WAIT', governorate: 'AMMAN', district: null, point: null };
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  stems: 0.5,
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
    expect(likenessOf(sought, candidate({ stems: 1 }))).toBe(0.7);
    expect(likenessOf(sought, candidate({ stems: 1, governorate: 'AMMAN' }))).toBe(0.8);
    expect(likenessOf(sought, candidate({ stems: 1, governorate: 'AMMAN', category: 'WAIT' }))).toBe(0.9);
    const there = { ...sought, district: 'جبل عمان' };
    const same = { stems: 1, governorate: 'AMMAN', category: 'WAIT', district: 'جبل عمان' };
    expect(likenessOf(there, candidate(same))).toBe(1);
  });

  it('takes the better of stems and spelling, so that a slip of the finger counts little', () => {
    expect(likenessOf(sought, candidate({ stems: 0, trigrams: 0.8 }))).toBe(
      likenessOf(sought, candidate({ stems: 0.8, trigrams: 0 })),
    );
  });

  it('knows two points only to half a kilometre, and says nothing of them beyond two', () => {
    const at = { ...sought, point: rainbow };
    const near = candidate({ stems: 1, point: { latitude: 31.9513, longitude: 35.9241 } });
    expect(likenessOf(at, near)).toBe(0.9);
    expect(likenessOf(at, candidate({ stems: 1, point: { latitude: 31.98, longitude: 35.92 } }))).toBe(0.7);
  });

  it('is between 0 and 1 in tenths, and never less for more words', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, point, point, (stems, more, trigrams, here, there) => {
        const at = { ...sought, point: here };
        const [less, full] = [Math.min(stems, more), Math.max(stems, more)].map((share) =>
          likenessOf(at, candidate({ stems: share, trigrams, point: there })),
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
