import { describe, expect, it } from 'vitest';
import { type BarGroup, layBars, niceCeiling } from './bar-layout.ts';

const groups: BarGroup[] = [
  { key: 'a', label: 'a', values: [1597, 1588], unfinished: false },
  { key: 'b', label: 'b', values: [300, 0], unfinished: true },
];
const size = { width: 560, height: 360, maxLabels: 8 };

describe('grouped bars', () => {
  it('run along the line of reading', () => {
    const [first, second] = layBars(groups, { ...size, rtl: false }).groups;
    expect(first?.center).toBeLessThan(second?.center ?? 0);
    const [right, left] = layBars(groups, { ...size, rtl: true }).groups;
    expect(right?.center).toBeGreaterThan(left?.center ?? 0);
  });

  it('stand on the base line and inside the picture', () => {
    const { baseline, groups: drawn } = layBars(groups, { ...size, rtl: true });
    for (const bar of drawn.flatMap((group) => group.bars)) {
      expect(bar.y + bar.height).toBeCloseTo(baseline, 0);
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(size.width);
    }
  });

  it('label the last group whenever not all fit', () => {
    const many = Array.from({ length: 24 }, (_, index) => ({
      ...(groups[0] as BarGroup),
      key: String(index),
    }));
    const labelled = layBars(many, { ...size, rtl: false }).groups.map((group) => group.labelled);
    expect(labelled.at(-1)).toBe(true);
    expect(labelled.filter(Boolean).length).toBeLessThanOrEqual(8);
  });

  it.each([
    [0, 4],
    [3, 4],
    [7, 8],
    [1725, 2000],
    [2100, 4000],
  ])('have a scale of round quarters: %i under %i', (value, top) => {
    expect(niceCeiling(value)).toBe(top);
  });
});
