import { describe, expect, it } from 'vitest';
import {
  dayOf,
  formatDay,
  parseDay,
  startOfDay,
  startOfMonth,
  startOfNextMonth,
  startOfWeek,
  weekday,
} from './amman.ts';

describe('a day in Amman', () => {
  it('begins at nine in the evening, UTC', () => {
    expect(new Date(startOfDay(parseDay('2026-03-01'))).toISOString()).toBe('2026-02-28T21:00:00.000Z');
  });

  it('owns its first millisecond and not the one before', () => {
    const midnight = Date.parse('2026-02-28T21:00:00.000Z');
    expect(formatDay(dayOf(midnight))).toBe('2026-03-01');
    expect(formatDay(dayOf(midnight - 1))).toBe('2026-02-28');
  });

  it('is three hours ahead of UTC in winters of the past, too', () => {
    expect(formatDay(dayOf(Date.parse('2019-01-14T21:00:00.000Z')))).toBe('2019-01-15');
  });

  it('belongs to the week that a Sunday began', () => {
    expect(formatDay(startOfWeek(parseDay('2026-11-22')))).toBe('2026-11-22');
    expect(formatDay(startOfWeek(parseDay('2026-11-28')))).toBe('2026-11-22');
    expect(formatDay(startOfWeek(parseDay('1969-12-31')))).toBe('1969-12-28');
  });

  it('knows its month, also in December', () => {
    expect(formatDay(startOfMonth(parseDay('2028-02-29')))).toBe('2028-02-01');
    expect(formatDay(startOfNextMonth(parseDay('2026-12-31')))).toBe('2027-01-01');
  });

  it('has an ISO weekday', () => {
    expect(['2026-11-22', '2026-11-23', '1969-12-28'].map((day) => weekday(parseDay(day)))).toEqual([
      7, 1, 7,
    ]);
  });
});
