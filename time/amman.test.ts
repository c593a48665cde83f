import { describe, expect, it } from 'vitest';
import { ammanDay, ammanOffsetMinutes } from './amman.ts';

describe('time in Amman', () => {
  it('is three hours ahead of UTC all year since October 2022', () => {
    expect(ammanOffsetMinutes(Date.UTC(2026, 0, 15))).toBe(180);
    expect(ammanOffsetMinutes(Date.UTC(2026, 6, 15))).toBe(180);
  });

  it('was two hours ahead in the winters before', () => {
    expect(ammanOffsetMinutes(Date.UTC(2018, 0, 15))).toBe(120);
    expect(ammanOffsetMinutes(Date.UTC(2018, 6, 15))).toBe(180);
  });

  it('begins a winter day of 2018 at 22:00 UTC, a day of 2026 at 21:00', () => {
    expect(ammanDay(Date.UTC(2018, 0, 14, 21, 59))).toBe('2018-01-14');
    expect(ammanDay(Date.UTC(2018, 0, 14, 22, 0))).toBe('2018-01-15');
    expect(ammanDay(Date.UTC(2026, 0, 14, 21, 0))).toBe('2026-01-15');
  });
});
