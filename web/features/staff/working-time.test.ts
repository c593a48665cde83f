import { describe, expect, it } from 'vitest';
import {
  ammanDate,
  minutesOfWorkingDay,
  shiftDate,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-time.ts';

const calendar: WorkingCalendar = {
  hoursOpen: '08:30',
  hoursClose: '15:30',
  workingDays: [0, 1, 2, 3, 4],
  holidays: [{ from: '2026-05-25', to: '2026-05-25' }],
};
const amman = (local: string) => Date.parse(`${local}:00+03:00`);

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
