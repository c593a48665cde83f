import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jordan } from './jordan.ts';
import { governorateAt, type Outline, readOutlines } from './location.ts';

const at = (latitude: number, longitude: number) => governorateAt({ latitude, longitude }, jordan);

describe('a point', () => {
  it.each([
    ['JO-AM', 'the Citadel of Amman', 31.9539, 35.9349],
    ['JO-IR', 'Umm Qais', 32.6558, 35.684],
    ['JO-AZ', 'Azraq', 31.8333, 36.8167],
    ['JO-MA', 'Ruwaished', 32.5, 38.2],
    ['JO-BA', 'Salt', 32.0392, 35.7272],
    ['JO-MN', 'Petra', 30.3285, 35.4444],
    ['JO-AQ', 'Wadi Rum', 29.5764, 35.4209],
    ['JO-KA', 'Karak', 31.1854, 35.7048],
    ['JO-AT', 'Tafilah', 30.8375, 35.6042],
    ['JO-MD', 'Madaba', 31.7197, 35.7936],
    ['JO-JA', 'Jerash', 32.2723, 35.8914],
    ['JO-AJ', 'Ajloun', 32.3326, 35.7517],
  ])('in %s is told from the others: %s', (iso, _place, latitude, longitude) => {
    expect(at(latitude, longitude)).toBe(iso);
  });

  it.each([
    ['JO-AQ', 'the Durra crossing', 29.36, 34.96],
    ['JO-IR', 'the Sheikh Hussein bridge', 32.4966, 35.5715],
    ['JO-AZ', 'the sliver by the Umari crossing', 31.5, 37.0],
  ])('that the outlines miss by a little belongs to %s: %s', (iso, _place, latitude, longitude) => {
    expect(at(latitude, longitude)).toBe(iso);
  });

  it.each([
    ['Jericho', 31.857, 35.444],
    ['Daraa', 32.6189, 36.1021],
    ['Baghdad', 33.31, 44.36],
    ['nowhere in particular', 0, 0],
    ['Amman with its numbers the wrong way round', 35.93, 31.95],
    ['no number', Number.NaN, 35.9],
    ['beyond the pole', 91, 35.9],
    ['infinity', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ])('outside the country is in no governorate: %s', (_place, latitude, longitude) => {
    expect(at(latitude, longitude)).toBeNull();
  });
});

/** A point inside an outline: between the first and second crossing of a horizontal line. */
function interior({ rings }: Outline, height: number, share: number) {
  const corners = rings.flat();
  const north = Math.max(...corners.map(([, y]) => y));
  const south = Math.min(...corners.map(([, y]) => y));
  const latitude = south + (north - south) * height;
  const crossings = rings
    .flatMap((ring) => ring.map((corner, i) => [ring.at(i - 1) ?? corner, corner] as const))
    .filter(([[, y1], [, y2]]) => y1 > latitude !== y2 > latitude)
    .map(([[x1, y1], [x2, y2]]) => x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1))
    .sort((left, right) => left - right);
  const [west = 0, east = 0] = crossings;
  return { point: { latitude, longitude: west + (east - west) * share }, wide: east - west };
}

describe('every governorate', () => {
  it('holds its own interior', () => {
    const part = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...jordan), part, part, (outline, height, share) => {
        const { point, wide } = interior(outline, height, share);
        fc.pre(wide > 1e-4);
        expect(governorateAt(point, jordan)).toBe(outline.iso);
      }),
      { numRuns: 2_000 },
    );
  });

  it('and no two of them hold the same ground', () => {
    const latitude = fc.double({ min: 29, max: 33.5, noNaN: true });
    const longitude = fc.double({ min: 34.8, max: 39.4, noNaN: true });
    fc.assert(
      fc.property(latitude, longitude, (y, x) => {
        const point = { latitude: y, longitude: x };
        const order = governorateAt(point, jordan);
        expect(governorateAt(point, jordan.toReversed())).toBe(order);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('outlines', () => {
  const shapes = readOutlines({
    AROUND: '0,0 0,10 10,10 10,0',
    HOLED: '20,0 20,10 30,10 30,0 / 24,4 26,4 26,6 24,6',
    WITHIN: '4,4 6,4 6,6 4,6',
    BESIDE: '10,0 10,10 15,10 15,0',
  });
  const find = (longitude: number, latitude: number) => governorateAt({ latitude, longitude }, shapes);

  it('may surround one another: the smaller one is the enclave', () => {
    expect(find(5, 5)).toBe('WITHIN');
    expect(find(3, 5)).toBe('AROUND');
  });

  it('may have holes', () => {
    expect(find(25, 5)).toBeNull();
    expect(find(21, 5)).toBe('HOLED');
  });

  it('share borders without doubt', () => {
    expect(find(10, 5)).toBe('BESIDE');
    expect(find(10, 10)).toBe('BESIDE');
    expect(find(0, 0)).toBe('AROUND');
  });

  it('that are no numbers are refused', () => {
    expect(() => readOutlines({ X: '1,2 3' })).toThrow('not a corner: 3');
  });
});
