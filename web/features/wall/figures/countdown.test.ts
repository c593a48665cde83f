import { describe, expect, it } from 'vitest';
import { amman, calendarOf2026 } from '../../staff/testing/calendar-days.ts';
import { countdown, minutesLeft, thresholdPassed } from './countdown.ts';

const calendar = calendarOf2026();

describe('a countdown on the wall', () => {
  it('ticks while people work', () => {
    const reading = { remainingWorkingMinutes: 65, readAt: amman('2026-11-23T11:42') };
    expect(minutesLeft(reading, amman('2026-11-23T12:00'), calendar)).toBe(47);
  });

  it('stands still at night and over the weekend', () => {
    const reading = { remainingWorkingMinutes: 65, readAt: amman('2026-11-26T15:30') };
    expect(minutesLeft(reading, amman('2026-11-29T08:30'), calendar)).toBe(65);
  });

  it('ticks by the hours of Ramadan', () => {
    const reading = { remainingWorkingMinutes: 65, readAt: amman('2026-02-22T14:20') };
    expect(minutesLeft(reading, amman('2026-02-22T15:20'), calendar)).toBe(55);
    expect(minutesLeft(reading, amman('2026-02-23T09:05'), calendar)).toBe(50);
  });

  it('ticks on a Sunday', () => {
    const reading = { remainingWorkingMinutes: 65, readAt: amman('2026-11-29T08:30') };
    expect(minutesLeft(reading, amman('2026-11-29T09:00'), calendar)).toBe(35);
  });

  it('shows hours and minutes within a working day, in warning tone under two hours', () => {
    expect(countdown(18, calendar, 0)).toEqual({ kind: 'clock', hours: 0, minutes: 18, tone: 'soon' });
    expect(countdown(150, calendar, 0)).toEqual({ kind: 'clock', hours: 2, minutes: 30, tone: 'ontime' });
  });

  it('shows working days beyond a working day', () => {
    expect(countdown(900, calendar, -2)).toEqual({ kind: 'days', days: 2, tone: 'ontime' });
  });

  it('turns into lateness at zero, without a jump', () => {
    expect(countdown(0, calendar, 0)).toEqual({ kind: 'late-hours', hours: 0, tone: 'overdue' });
    expect(countdown(-130, calendar, 0)).toEqual({ kind: 'late-hours', hours: 2, tone: 'overdue' });
    expect(countdown(-900, calendar, 2)).toEqual({ kind: 'late-days', days: 2, tone: 'overdue' });
  });

  it('announces thresholds only, the tightest one when several are passed at once', () => {
    expect(thresholdPassed(61, 60)).toBe(60);
    expect(thresholdPassed(60, 59)).toBeNull();
    expect(thresholdPassed(40, 10)).toBe(15);
    expect(thresholdPassed(2, -3)).toBe(0);
  });
});
