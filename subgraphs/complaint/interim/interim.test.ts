import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialCycle } from '../case/cycle.ts';
import { closeOf } from '../sla/compute-due-dates.ts';
import { dueByWorkingDays } from '../sla/sla.ts';
import { fromLocalDate, indexCalendar, toLocalDate } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { checkPromise, latestDay } from './interim.ts';

const calendar = indexCalendar(seededCalendar);
const start = amman('2026-04-05T10:00'); // A Sunday.

function cycleOf(days: number, more: object = {}) {
  const due = new Date(dueByWorkingDays(calendar, start, days));
  return {
    ...initialCycle,
    cycleSubmittedAt: new Date(start),
    slaDays: days,
    originalDueAt: due,
    dueAt: due,
    ...more,
  };
}
const check = (dueOn: string, cycle = cycleOf(3)) =>
  checkPromise(dueOn, cycle, 2, calendar, new Date(amman('2026-04-07T12:00')));

describe('the day that an interim reply promises', () => {
  it('is a working day after the current due date and within twice the original time', () => {
    expect(latestDay(cycleOf(3), 2, calendar, new Date(start))).toBe('2026-04-13');
    for (const day of ['2026-04-09', '2026-04-12', '2026-04-13']) expect(check(day)).toBeNull();
  });

  it.each([
    ['2026-04-06', 'INTERIM_PAST'],
    ['2026-04-07', 'INTERIM_NOT_LATER'],
    ['2026-04-08', 'INTERIM_NOT_LATER'],
    ['2026-04-10', 'INTERIM_NOT_WORKING'],
    ['2026-04-14', 'INTERIM_TOO_FAR'],
    ['2099-01-01', 'INTERIM_TOO_FAR'],
  ])('%s is refused as %s, with the last day allowed', (day, refused) => {
    expect(check(day)).toMatchObject({ refused, field: ['dueOn'], facts: { latest: '2026-04-13' } });
  });

  it('is not one that has closed, nor any when twice the time has passed', () => {
    const overdue = cycleOf(1);
    const at = (local: string) => new Date(amman(local));
    expect(checkPromise('2026-04-07', overdue, 2, calendar, at('2026-04-07T15:00'))).toBeNull();
    expect(checkPromise('2026-04-07', cycleOf(1), 3, calendar, at('2026-04-07T15:30'))).toMatchObject({
      refused: 'INTERIM_PAST',
    });
    expect(latestDay(overdue, 2, calendar, at('2026-04-07T15:30'))).toBeNull();
    expect(checkPromise('2026-04-12', overdue, 2, calendar, at('2026-04-08T10:00'))).toEqual({
      refused: 'NO_LATER_DAY',
    });
  });

  it('is not a holiday', () => {
    const cycle = cycleOf(20);
    expect(check('2026-05-25', cycle)).toMatchObject({ refused: 'INTERIM_NOT_WORKING' });
  });

  it('is none when pauses have moved the due date that far already, or there is no due date', () => {
    const moved = cycleOf(3, { dueAt: new Date(dueByWorkingDays(calendar, start, 6)) });
    expect(check('2026-04-13', moved)).toEqual({ refused: 'NO_LATER_DAY' });
    const none = cycleOf(3, { slaDays: null, dueAt: null, originalDueAt: null });
    expect(check('2026-04-13', none)).toEqual({ refused: 'NO_LATER_DAY' });
  });

  it('is never beyond twice a time that was given in minutes, or by another system', () => {
    const minutes = cycleOf(1, {
      slaDays: null,
      slaMinutes: 840,
      dueAt: new Date(amman('2026-04-07T10:00')),
    });
    expect(latestDay(minutes, 2, calendar, new Date(start))).toBe('2026-04-08');
    const given = cycleOf(2, { slaDays: null });
    expect(latestDay(given, 2, calendar, new Date(start))).toBe('2026-04-09');
  });

  it('moves the due date, for any time that was given, to at most twice of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 120 }), (days, later) => {
        const cycle = cycleOf(days);
        const dueOn = toLocalDate(fromLocalDate('2026-04-05') + later);
        const twice = dueByWorkingDays(calendar, start, days * 2);
        if (checkPromise(dueOn, cycle, 2, calendar, new Date(start)) !== null) return;
        expect(closeOf(calendar, dueOn)).toBeLessThanOrEqual(twice);
        expect(closeOf(calendar, dueOn)).toBeGreaterThan(cycle.dueAt?.getTime() ?? 0);
      }),
    );
  });
});
