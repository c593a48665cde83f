import { describe, expect, it } from 'vitest';
import { type TileFigures, tilesOf } from './tiles.ts';

const figures: TileFigures = {
  received: { value: 143, previous: 128 },
  overdue: { value: 0.049, numerator: 65, denominator: 1_318, target: 0.05 },
  acknowledged: { value: 0.942, target: 0.95 },
  satisfaction: { value: 0.782, previous: 0.768, n: 2_213 },
  toClassify: 6,
  toReview: 4,
};
const tile = (name: string, change: Partial<TileFigures> = {}) =>
  tilesOf({ ...figures, ...change }).find((one) => one.name === name);

describe('the tiles of the wall', () => {
  it('warns when today already has more than all of yesterday, and does not cheer when it has less', () => {
    expect(tile('received')?.lines[0]).toMatchObject({ key: 'above', tone: 'warn' });
    expect(
      tile('received', { received: { value: 20, previous: 128 } })?.lines.map((line) => line.key),
    ).toEqual(['yesterday']);
  });

  it('counts what is open by the denominator of overdue', () => {
    expect(tile('open')?.value).toBe(1_318);
  });

  it('says whether a limit is kept: few overdue are good, few acknowledged are not', () => {
    expect(tile('overdue')?.lines[0]).toMatchObject({ key: 'within', tone: 'good' });
    expect(tile('acknowledged')?.lines[0]).toMatchObject({ key: 'below', tone: 'bad' });
  });

  it('gives the change in points', () => {
    expect(tile('satisfaction')?.lines[0]).toMatchObject({ key: 'up', values: { points: 1.4 } });
  });

  it('stays quiet about what it does not know', () => {
    const empty = tilesOf({
      received: null,
      overdue: null,
      acknowledged: { value: null, target: 0.95 },
      satisfaction: null,
      toClassify: null,
      toReview: null,
    });
    expect(empty.map((one) => one.value)).toEqual([null, null, null, null, null]);
    expect(empty[3]?.lines.map((line) => line.key)).toEqual(['sevenDays']);
  });
});
