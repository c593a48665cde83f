import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ammanDay,
  ammanFormat,
  ammanOffsetMinutes,
  dayMs,
  dayOf,
  formatDay,
  hourMs,
  instantAt,
  instantOfWall,
  isDate,
  lastDays,
  monthFrom,
  noonOf,
  parseDay,
  startOfDay,
  startOfMonth,
  startOfNextMonth,
  startOfWeek,
  weekday,
  writeAmman,
} from './amman.ts';

const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2040, 0, 1) });

describe('time in Amman', () => {
  it('is three hours ahead of UTC all year since October 2022', () => {
    expect(ammanOffsetMinutes(Date.UTC(2026, 0, 15))).toBe(180);
    expect(ammanOffsetMinutes(Date.UTC(2026, 6, 15))).toBe(180);
    expect(ammanOffsetMinutes(Date.UTC(2023, 0, 15))).toBe(180);
  });

  it('was two hours ahead in the winters before', () => {
    expect(ammanOffsetMinutes(Date.UTC(2018, 0, 15))).toBe(120);
    expect(ammanOffsetMinutes(Date.UTC(2018, 6, 15))).toBe(180);
    expect(ammanOffsetMinutes(Date.UTC(2022, 1, 24))).toBe(120);
    expect(ammanOffsetMinutes(Date.UTC(1995, 0, 15))).toBe(120);
  });

  it('begins a winter day of 2018 at 22:00 UTC, a day of 2026 at 21:00', () => {
    expect(ammanDay(Date.UTC(2018, 0, 14, 21, 59))).toBe('2018-01-14');
    expect(ammanDay(Date.UTC(2018, 0, 14, 22, 0))).toBe('2018-01-15');
    expect(ammanDay(Date.UTC(2026, 0, 14, 21, 0))).toBe('2026-01-15');
  });

  it('agrees with the time zone database at every moment', () => {
    const clock = ammanFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
    fc.assert(
      fc.property(instants, (at) => ammanDay(at) === clock.format(at)),
      { numRuns: 500 },
    );
  });

  it('begins the day on which clocks went forward at midnight with the change', () => {
    // Friday 29 March 2019: 23:59:59 was followed by 01:00:00.
    expect(startOfDay(parseDay('2019-03-29'))).toBe(Date.UTC(2019, 2, 28, 22));
    expect(instantAt(parseDay('2019-03-29'), 30)).toBe(Date.UTC(2019, 2, 28, 22));
    expect(instantAt(parseDay('2019-03-29'), 8 * 60)).toBe(Date.UTC(2019, 2, 29, 5));
  });

  it('takes an hour that came twice as its first', () => {
    // Friday 25 October 2019: 00:59:59 was followed by 00:00:00.
    expect(startOfDay(parseDay('2019-10-25'))).toBe(Date.UTC(2019, 9, 24, 21));
    expect(instantOfWall(Date.UTC(2019, 9, 25, 0, 30))).toBe(Date.UTC(2019, 9, 24, 21, 30));
  });

  it('begins each day where the one before ends', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = dayOf(at);
        expect(startOfDay(day)).toBeLessThanOrEqual(at);
        expect(startOfDay(day + 1)).toBeGreaterThan(at);
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(startOfDay(day) - 1)).toBe(day - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('writes a moment with the offset of its season, and it is the same moment', () => {
    expect(writeAmman(Date.UTC(2018, 0, 15, 8))).toBe('2018-01-15T10:00:00.000+02:00');
    expect(writeAmman(new Date(Date.UTC(2026, 0, 15, 8)))).toBe('2026-01-15T11:00:00.000+03:00');
    fc.assert(fc.property(instants, (at) => Date.parse(writeAmman(at)) === at));
  });
});

describe('days and months', () => {
  it('names days and reads them back', () => {
    expect(formatDay(0)).toBe('1970-01-01');
    fc.assert(fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => parseDay(formatDay(day)) === day));
  });

  it('begins weeks on Sunday', () => {
    expect(formatDay(startOfWeek(parseDay('2026-03-28')))).toBe('2026-03-22');
    expect(formatDay(startOfWeek(parseDay('2026-03-29')))).toBe('2026-03-29');
    expect(formatDay(startOfWeek(parseDay('1969-12-31')))).toBe('1969-12-28');
  });

  it('gives Monday 1 and Sunday 7', () => {
    expect(['2026-03-23', '2026-03-27', '2026-03-29'].map((date) => weekday(parseDay(date)))).toEqual([
      1, 5, 7,
    ]);
  });

  it('finds months at the turn of a year', () => {
    expect(formatDay(startOfMonth(parseDay('2026-12-31')))).toBe('2026-12-01');
    expect(formatDay(startOfNextMonth(parseDay('2026-12-31')))).toBe('2027-01-01');
    expect(formatDay(monthFrom(parseDay('2027-01-01'), -12))).toBe('2026-01-01');
  });

  it('moves dates by days over every edge', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('knows days that exist', () => {
    expect(['2028-02-29', '2026-12-31'].map(isDate)).toEqual([true, true]);
    const none = ['2026-02-29', '2026-06-31', '2026-13-01', '0000-01-01', '2026-1-1', '2026-01-01T00:00', ''];
    expect(none.map(isDate)).toEqual(none.map(() => false));
  });

  it('names a date by its noon', () => {
    expect(noonOf('2026-11-24')).toBe(Date.UTC(2026, 10, 24, 9));
    expect(noonOf('2018-01-24')).toBe(Date.UTC(2018, 0, 24, 10));
  });
});

describe('the last thirty days', () => {
  it('end with today and are thirty days long', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const { from, to } = lastDays(now, 30);
        expect(parseDay(to) - parseDay(from)).toBe(30);
        expect(addDays(to, -1)).toBe(ammanDay(now));
      }),
    );
  });

  it('reach back into the month and the year before', () => {
    expect(lastDays(Date.UTC(2026, 11, 1, 0), 30)).toEqual({ from: '2026-11-02', to: '2026-12-02' });
    expect(lastDays(Date.UTC(2026, 11, 31, 21), 30)).toEqual({ from: '2026-12-03', to: '2027-01-02' });
  });

  it('turn at midnight in Amman, not in UTC', () => {
    const midnight = startOfDay(parseDay('2027-01-01'));
    expect(lastDays(midnight - 1, 1)).toEqual({ from: '2026-12-31', to: '2027-01-01' });
    expect(lastDays(midnight, 1)).toEqual({ from: '2027-01-01', to: '2027-01-02' });
    expect(midnight + 3 * hourMs).toBe(Math.round(Date.UTC(2027, 0, 1) / dayMs) * dayMs);
  });
});
