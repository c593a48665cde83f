import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, volumeOf, wilsonLowerBound } from './ranking.ts';

const terms = { fewestShown: 5, fewestRanked: 30, largeVolume: 200, middleVolume: 50 };
const row = (code: string, share: number | null, n: number) => ({ code, share, n });
const codes = (...rows: ReturnType<typeof row>[]) => inOrder(rows, terms).map(({ code }) => code);

describe('the order of entities', () => {
  it('is that of what their share is at least: much evidence goes before a lucky few', () => {
    expect(codes(row('FEW', 1, 30), row('MANY', 0.98, 2_000))).toEqual(['MANY', 'FEW']);
  });

  it('puts those on too few cases after all that are ranked, and those without a share last', () => {
    expect(codes(row('NONE', null, 0), row('FEW', 1, 29), row('BAD', 0.1, 30), row('FEWER', 1, 6))).toEqual([
      'BAD',
      'FEW',
      'FEWER',
      'NONE',
    ]);
  });

  it('goes by the terms that are given', () => {
    const rows = [row('FEW', 1, 40), row('MANY', 0.5, 60)];
    expect(inOrder(rows, terms).map(({ code }) => code)).toEqual(['FEW', 'MANY']);
    expect(inOrder(rows, { ...terms, fewestRanked: 50 }).map(({ code }) => code)).toEqual(['MANY', 'FEW']);
  });

  it('is the same whatever the order they come in', () => {
    const rows = fc.uniqueArray(
      fc.record({
        code: fc.string({ minLength: 1 }),
        share: fc.option(fc.integer({ min: 0, max: 4 }).map((fifths) => fifths / 5)),
        n: fc.nat(60),
      }),
      { selector: ({ code }) => code },
    );
    fc.assert(
      fc.property(rows, (some) => {
        expect(inOrder(some.toReversed(), terms)).toEqual(inOrder(some, terms));
      }),
    );
  });
});

describe('the volume of an entity', () => {
  it.each([
    [0, 'small'],
    [49, 'small'],
    [50, 'middle'],
    [200, 'middle'],
    [201, 'large'],
  ])('that received %i is %s', (received, volume) => {
    expect(volumeOf(received, terms)).toBe(volume);
  });

  it('goes by the terms that are given', () => {
    expect(volumeOf(201, { ...terms, largeVolume: 1_000 })).toBe('middle');
  });
});

it('the lower bound is that of published tables, and nothing without evidence', () => {
  expect(wilsonLowerBound(0.9, 100)).toBeCloseTo(0.8256, 3);
  expect(wilsonLowerBound(1, 30)).toBeCloseTo(0.8865, 3);
  expect(wilsonLowerBound(1, 0)).toBe(0);
});
