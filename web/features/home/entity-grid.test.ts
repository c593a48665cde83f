import { describe, expect, it } from 'vitest';
import { toneOf, toneRange } from '../performance/charts/tones.ts';
import { layOutGrid, wallWidth } from './entity-grid.ts';

describe('the wall', () => {
  it.each([1, 5, 106, 107])(
    'has a stone for each of %i entities, each course as wide as the wall',
    (count) => {
      const { cells: stones } = layOutGrid(count);
      expect(stones).toHaveLength(count);
      const ends = new Map(stones.map((stone) => [stone.y, stone.x + stone.width]));
      for (const end of ends.values()) expect(end).toBeCloseTo(wallWidth, 0);
    },
  );

  it('is the same every time', () => {
    expect(layOutGrid(106)).toEqual(layOutGrid(106));
  });

  it('is toned as its legend says', () => {
    expect([null, 0.79, 0.8, 0.9, 0.949, 0.95].map(toneOf)).toEqual([0, 1, 2, 3, 3, 4]);
    expect(([1, 2, 3, 4] as const).map((tone) => toneRange('en', tone))).toEqual([
      { from: '0%', below: '80%' },
      { from: '80%', below: '90%' },
      { from: '90%', below: '95%' },
      { from: '95%', below: '100%' },
    ]);
  });
});
