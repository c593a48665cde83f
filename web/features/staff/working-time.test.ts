import { describe, expect, it } from 'vitest';
import { amman, calendarOf2026 } from './testing/calendar-days.ts';
import { ammanDate, minutesOfWorkingDay, shiftDate, workingMinutesBetween } from './working-time.ts';

const calendar = calendarOf2026();

describe('working time in Asia/Amman', () => {
  it('counts minutes inside the hours of one day', () => {
    expect(workingMinutesBetween(amman('2026-11-23T11:42'), amman('2026-11-23T12:47'), calendar)).toBe(65);
  });

  it('counts nothing before opening and after closing', () => {
    expect(workingMinutesBetween(amman('2026-11-23T06:00'), amman('2026-11-23T09:00'), calendar)).toBe(30);
    expect(workingMinutesBetween(amman('2026-11-23T15:00'), amman('2026-11-23T22:00'), calendar)).toBe(30);
  });

  it('leaps over Friday and Saturday', () => {
    expect(workingMinutesBetween(amman('2026-11-26T15:00'), amman('2026-11-29T09:00'), calendar)).toBe(60);
  });

  it('leaps over a holiday', () => {
    expect(workingMinutesBetween(amman('2026-05-24T15:00'), amman('2026-05-26T09:00'), calendar)).toBe(60);
  });

  it('counts Sundays', () => {
    expect(workingMinutesBetween(amman('2026-11-29T08:00'), amman('2026-11-29T16:00'), calendar)).toBe(420);
  });

  it('counts the shorter hours of Ramadan, and the usual ones after it', () => {
    expect(workingMinutesBetween(amman('2026-02-22T00:00'), amman('2026-02-23T00:00'), calendar)).toBe(330);
    expect(workingMinutesBetween(amman('2026-02-22T08:30'), amman('2026-02-22T09:10'), calendar)).toBe(10);
    expect(workingMinutesBetween(amman('2026-03-19T14:00'), amman('2026-03-22T09:00'), calendar)).toBe(60);
  });

  it('goes on over the turn of a year and past a holiday after it', () => {
    expect(workingMinutesBetween(amman('2026-12-31T15:00'), amman('2027-01-04T09:00'), calendar)).toBe(60);
  });

  it('counts nothing on a Friday', () => {
    expect(workingMinutesBetween(amman('2026-11-27T00:00'), amman('2026-11-28T00:00'), calendar)).toBe(0);
  });

  it('is zero backwards', () => {
    expect(workingMinutesBetween(amman('2026-11-23T12:00'), amman('2026-11-23T11:00'), calendar)).toBe(0);
  });

  it('has seven hours in a normal day', () => {
    expect(minutesOfWorkingDay(calendar)).toBe(420);
  });

  it('names the day by the wall clock of Amman, not of Greenwich', () => {
    expect(ammanDate(Date.parse('2026-11-22T21:30:00Z'))).toBe('2026-11-23');
    expect(shiftDate('2026-02-28', 1)).toBe('2026-03-01');
  });
});
