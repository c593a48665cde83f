import { describe, expect, it } from 'vitest';
import { leagueGroups } from './league.ts';

const terms = { fewestShown: 5, fewestRanked: 30, largeVolume: 200, middleVolume: 50 };
const row = (code: string, due: number, late: number, received = due) => ({
  code,
  name: code,
  received,
  due,
  late,
});
const groups = (...rows: ReturnType<typeof row>[]) => leagueGroups(rows, 0.9, terms);

describe('the entity league', () => {
  it('never compares a large entity with a small one, in the groups of the public figures', () => {
    expect(
      groups(row('A', 900, 90), row('B', 60, 2), row('C', 40, 0)).map((group) => [
        group.volume,
        group.top.map((place) => place.code),
      ]),
    ).toEqual([
      ['large', ['A']],
      ['middle', ['B']],
      ['small', ['C']],
    ]);
  });

  it('groups by what was received, not by what fell due so far', () => {
    expect(groups(row('A', 31, 0, 900))[0]?.volume).toBe('large');
  });

  it('orders by what the share is at least: much evidence goes before a lucky few', () => {
    const [group] = groups(row('LUCKY', 30, 0, 300), row('BEST', 1_000, 5), row('LARGE', 1_000, 20));
    expect(group?.top.map((place) => place.code)).toEqual(['BEST', 'LARGE', 'LUCKY']);
  });

  it('lists entities on too few cases without a rank, after those that have one', () => {
    const [group] = groups(row('FEW', 29, 0, 40), row('BAD', 30, 20), row('FEWER', 4, 0, 40));
    expect(group?.top.map(({ code, rank }) => [code, rank])).toEqual([
      ['BAD', 1],
      ['FEW', null],
      ['FEWER', null],
    ]);
  });

  it('is empty only where nothing fell due in thirty days', () => {
    expect(groups(row('A', 0, 0, 70))).toEqual([]);
    expect(groups(row('A', 1, 0, 70))).toHaveLength(1);
  });

  it('shows the two best and the three last of a long group', () => {
    const rows = Array.from({ length: 19 }, (_, n) => row(`E${String(n).padStart(2, '0')}`, 210, n * 3));
    const [group] = groups(...rows);
    expect(group?.size).toBe(19);
    expect(group?.top.map((place) => place.rank)).toEqual([1, 2]);
    expect(group?.bottom.map((place) => place.rank)).toEqual([17, 18, 19]);
  });

  it('shows nobody without a rank among the last of a long group', () => {
    const rows = Array.from({ length: 9 }, (_, n) => row(`E${n}`, 210, n));
    const [group] = groups(...rows, row('FEW', 3, 3, 210));
    expect(group?.bottom.map((place) => place.code)).toEqual(['E6', 'E7', 'E8']);
  });

  it('shows everyone once when the group is short', () => {
    const [group] = groups(row('A', 210, 1), row('B', 210, 2));
    expect(group?.top).toHaveLength(2);
    expect(group?.bottom).toEqual([]);
  });

  it('marks those below the target, and none where there is no target', () => {
    const rows = [row('A', 100, 10), row('B', 100, 11)];
    expect(leagueGroups(rows, 0.9, terms)[0]?.top.map((place) => place.belowTarget)).toEqual([false, true]);
    expect(leagueGroups(rows, null, terms)[0]?.top.map((place) => place.belowTarget)).toEqual([false, false]);
  });

  it('goes by the terms that are given', () => {
    const other = { ...terms, middleVolume: 500, largeVolume: 1_000 };
    expect(leagueGroups([row('A', 300, 1)], 0.9, other)[0]?.volume).toBe('small');
  });
});
