import { describe, expect, it } from 'vitest';
import { placeLabels, spread } from './map-labels.ts';

describe('the labels of the map', () => {
  it('stay where they are when there is room', () => {
    expect(spread([10, 60, 200])).toEqual([10, 60, 200]);
  });

  it('move apart evenly when there is none, in their order', () => {
    const placed = spread([100, 105, 110]);
    expect(placed).toEqual([75, 105, 135]);
  });

  it('push on their neighbours without touching them', () => {
    const placed = spread([91, 114, 120, 144, 183, 227, 261, 356]);
    const distances = placed.slice(1).map((y, index) => y - (placed[index] ?? 0));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(29.9);
  });

  it('lead from the column to the governorate', () => {
    const [label] = placeLabels([
      { code: 'IRBID', anchor: 'end', point: { x: 197, y: 91 }, value: { x: 102, y: 77 } },
    ]);
    expect(label).toMatchObject({ code: 'IRBID', value: { y: 79 }, line: 'M106 72L120 72L197 91' });
  });

  it('stand inside where the governorate is large enough', () => {
    const [label] = placeLabels([{ code: 'MAAN', anchor: 'middle', point: null, value: { x: 260, y: 319 } }]);
    expect(label?.line).toBeNull();
  });
});
