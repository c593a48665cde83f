import { parseDay } from '@bekhedmetkom/time/amman';
import { describe, expect, it } from 'vitest';
import { seededCalendar } from '../testing/seeded-calendar.ts';
import { indexCalendar } from './working-calendar.ts';

const calendar = indexCalendar(seededCalendar);
const iso = (at: number) => new Date(at).toISOString();

describe('office hours', () => {
  it.each([
    ['2018-01-15', '2018-01-15T06:30:00.000Z', '2018-01-15T13:30:00.000Z'],
    ['2018-07-16', '2018-07-16T05:30:00.000Z', '2018-07-16T12:30:00.000Z'],
    ['2026-01-15', '2026-01-15T05:30:00.000Z', '2026-01-15T12:30:00.000Z'],
    ['2026-02-19', '2026-02-19T06:00:00.000Z', '2026-02-19T11:30:00.000Z'],
  ])('of %s are those that the clocks of Amman showed', (date, opens, closes) => {
    const day = calendar.dayAt(parseDay(date));
    expect([iso(day.opens), iso(day.closes)]).toEqual([opens, closes]);
  });

  it('count the same working time in a winter week before 2022 as in a week of today', () => {
    const worked = (from: string) =>
      calendar.elapsed(calendar.dayAt(parseDay(from) + 5).opens) -
      calendar.elapsed(calendar.dayAt(parseDay(from)).opens);
    expect(worked('2018-01-14')).toBe(5 * 420 * 60_000);
    expect(worked('2026-11-15')).toBe(5 * 420 * 60_000);
  });

  it('of a Friday are none: a case that comes then begins on Sunday', () => {
    expect(iso(calendar.nextWorkingMoment(Date.UTC(2018, 0, 19, 8)))).toBe('2018-01-21T06:30:00.000Z');
    expect(iso(calendar.nextWorkingMoment(Date.UTC(2026, 10, 27, 8)))).toBe('2026-11-29T05:30:00.000Z');
  });
});
