import { describe, expect, it } from 'vitest';
import { clockSeconds, dayWords, momentWords, stoneWords, todayWords } from './when.ts';

const now = Date.parse('2026-11-23T11:42:08+03:00');

describe('moments in words', () => {
  it('says the clock today and the day otherwise', () => {
    expect(dayWords('ar', '2026-11-23T12:47:00+03:00', now)).toBe('اليوم 12:47\u00a0م');
    expect(dayWords('ar', '2026-11-22T15:30:00+03:00', now)).toBe('أمس');
    expect(dayWords('ar', '2026-11-19T15:30:00+03:00', now)).toBe('الخميس 19');
    expect(dayWords('ar', '2026-12-06T15:30:00+03:00', now)).toBe('6 كانون الأول');
    expect(dayWords('en', '2026-11-25T15:30:00+03:00', now)).toBe('Wednesday 25');
  });

  it('names the year only when it is another one', () => {
    expect(dayWords('en', '2025-11-19T15:30:00+03:00', now)).toBe('19 November 2025');
  });

  it('uses the day of Amman, where midnight comes three hours earlier than in Greenwich', () => {
    expect(dayWords('ar', '2026-11-22T21:30:00Z', now)).toMatch(/^اليوم/);
  });

  it('adds the clock when asked for the moment', () => {
    expect(momentWords('ar', '2026-11-19T09:00:00+03:00', now)).toBe('الخميس 19، 9:00\u00a0ص');
  });

  it('has one form of the wall clock', () => {
    expect(clockSeconds('ar', now)).toBe('11:42:08');
    expect(todayWords('ar', now)).toBe('الاثنين 23 تشرين الثاني');
  });

  it('labels a stone', () => {
    expect(stoneWords('ar', '2026-11-25')).toEqual({ weekday: 'الأربعاء', narrow: 'ر', day: '25' });
  });
});
