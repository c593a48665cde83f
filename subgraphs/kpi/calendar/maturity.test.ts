import { formatDay, parseDay } from '@bekhedmetkom/time/amman';
import { describe, expect, it } from 'vitest';
import { firstUnmatured, ordinaryWeek } from './maturity.ts';

const first = (today: string, calendar = ordinaryWeek) =>
  formatDay(firstUnmatured(parseDay(today), calendar, 10));

describe('the first day whose answers have not stood ten working days', () => {
  it('is two weeks back in ordinary weeks', () => {
    expect(first('2026-03-26')).toBe('2026-03-12');
    expect(first('2026-03-27')).toBe('2026-03-15');
  });

  it('stays through the weekend', () => {
    expect(first('2026-03-28')).toBe('2026-03-15');
    expect(first('2026-03-29')).toBe('2026-03-15');
    expect(first('2026-03-30')).toBe('2026-03-16');
  });

  it('lies further back after a holiday', () => {
    const eid = { ...ordinaryWeek, holidays: [{ from: '2026-03-19', to: '2026-03-22' }] };
    expect(first('2026-03-27', eid)).toBe('2026-03-11');
  });

  it('is found even in a calendar without working days', () => {
    expect(first('2026-03-26', { weekdays: [], holidays: [] })).toBe('2025-02-19');
  });
});
