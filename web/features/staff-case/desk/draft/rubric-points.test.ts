import { describe, expect, it } from 'vitest';
import { digitOf, weightedShare } from './rubric-points.ts';

const rubric = [
  { key: 'complete', weight: 3, max: 5 },
  { key: 'clear', weight: 1, max: 5 },
];

describe('points of a rubric', () => {
  it('are weighed', () => {
    expect(weightedShare(rubric, { 'points.complete': '5', 'points.clear': '1' })).toBe(80);
    expect(weightedShare(rubric, { 'points.complete': '0', 'points.clear': '0' })).toBe(0);
  });

  it('say nothing until every criterion has its own', () => {
    expect(weightedShare(rubric, { 'points.complete': '5' })).toBeNull();
    expect(weightedShare([], {})).toBeNull();
  });

  it('are given by digits of either script', () => {
    expect(['4', '٤', 'a', 'F4'].map(digitOf)).toEqual([4, 4, null, null]);
  });
});
