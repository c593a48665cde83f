import { describe, expect, it } from 'vitest';
import { type TileFigures, tilesOf } from './tiles.ts';

const figures: TileFigures = {
  received: { value: 180, previous: 128, differsFromPrevious: true },
  overdue: { value: 0.049, numerator: 65, denominator: 1_318, target: 0.05 },
  acknowledged: { value: 0.942, target: 0.95 },
  satisfaction: { value: 0.782, previous: 0.738, differsFromPrevious: true, n: 2_213 },
  awaiting: 12,
  toClassify: 6,
  toReview: 4,
};
const tile = (name: string, change: Partial<TileFigures> = {}) =>
  tilesOf({ ...figures, ...change }).find((one) => one.name === name);

describe('the tiles of the wall', () => {
  it('warns when today already has more than all of yesterday, and does not cheer when it has less', () => {
    expect(tile('received')?.lines[0]).toMatchObject({ key: 'above', tone: 'warn' });
    expect(
      tile('received', { received: { value: 20, previous: 128, differsFromPrevious: true } })?.lines.map(
        (line) => line.key,
      ),
    ).toEqual(['yesterday']);
  });

  it('counts as open what runs and what waits for its applicant, as the inbox does', () => {
    expect(tile('open')?.value).toBe(1_330);
    expect(tile('open')?.lines[0]).toMatchObject({ key: 'awaiting', values: { count: 12 } });
    expect(tile('open', { awaiting: 0 })?.lines[0]?.key).toBe('toClassify');
  });

  it('says whether a limit is kept: few overdue are good, few acknowledged are not', () => {
    expect(tile('overdue')?.lines[0]).toMatchObject({ key: 'within', tone: 'good' });
    expect(tile('acknowledged')?.lines[0]).toMatchObject({ key: 'below', tone: 'bad' });
  });

  it('gives the change in points', () => {
    expect(tile('satisfaction')?.lines[0]).toMatchObject({ key: 'up', values: { points: 4.4 } });
  });

  it('is quiet about a change that chance explains: one rating of 651, three cases more than yesterday', () => {
    const satisfaction = { value: 0.798, previous: 0.799, differsFromPrevious: false, n: 651 };
    expect(tile('satisfaction', { satisfaction })?.lines[0]).toMatchObject({ key: 'same', tone: 'plain' });
    const received = { value: 131, previous: 128, differsFromPrevious: false };
    expect(tile('received', { received })?.lines.map((line) => line.key)).toEqual(['yesterday']);
  });

  it('stays quiet about what it does not know', () => {
    const empty = tilesOf({
      received: null,
      overdue: null,
      acknowledged: { value: null, target: 0.95 },
      satisfaction: null,
      awaiting: null,
      toClassify: null,
      toReview: null,
    });
    expect(empty.map((one) => one.value)).toEqual([null, null, null, null, null]);
    expect(empty[3]?.lines.map((line) => line.key)).toEqual(['sevenDays']);
  });
});
