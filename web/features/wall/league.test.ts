import { describe, expect, it } from 'vitest';
import { leagueGroups, wilsonLowerBound } from './league.ts';

const row = (code: string, due: number, late: number) => ({ code, name: code, due, late });

describe('the entity league', () => {
  it('never compares a large entity with a small one', () => {
    const groups = leagueGroups([row('A', 900, 90), row('B', 40, 2), row('C', 8, 0)], 0.9);
    expect(groups.map((group) => [group.volume, group.top.map((place) => place.code)])).toEqual([
      ['many', ['A']],
      ['some', ['B']],
      ['few', ['C']],
    ]);
  });

  it('orders by the share on time, and equal shares by the evidence behind them', () => {
    const [group] = leagueGroups([row('SMALL', 100, 2), row('BEST', 200, 1), row('LARGE', 1_000, 20)], 0.9);
    expect(group?.top.map((place) => place.code)).toEqual(['BEST', 'LARGE', 'SMALL']);
  });

  it('does not rank entities with fewer than five answers due', () => {
    expect(leagueGroups([row('A', 4, 0)], 0.9)).toEqual([]);
  });

  it('shows the two best and the three last of a long group', () => {
    const rows = Array.from({ length: 19 }, (_, n) => row(`E${String(n).padStart(2, '0')}`, 200, n * 3));
    const [group] = leagueGroups(rows, 0.9);
    expect(group?.size).toBe(19);
    expect(group?.top.map((place) => place.rank)).toEqual([1, 2]);
    expect(group?.bottom.map((place) => place.rank)).toEqual([17, 18, 19]);
  });

  it('shows everyone once when the group is short', () => {
    const [group] = leagueGroups([row('A', 200, 1), row('B', 200, 2)], 0.9);
    expect(group?.top).toHaveLength(2);
    expect(group?.bottom).toEqual([]);
  });

  it('marks those below the target', () => {
    const [group] = leagueGroups([row('A', 100, 10), row('B', 100, 11)], 0.9);
    expect(group?.top.map((place) => place.belowTarget)).toEqual([false, true]);
  });

  it('has a bound that grows with evidence and is nothing without it', () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(9, 10)).toBeLessThan(wilsonLowerBound(90, 100));
    expect(wilsonLowerBound(100, 100)).toBeLessThan(1);
  });
});
