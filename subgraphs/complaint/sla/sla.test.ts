import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import {
  dueByWorkingDays,
  dueByWorkingMinutes,
  extendDue,
  momentOfShare,
  pausedWorkingMinutes,
  remainingWorkingDays,
  slaStatus,
  workingMinutesBetween,
} from './sla.ts';
import file from './sla-vectors.json' with { type: 'json' };
import { dayOf, indexCalendar, minuteMs, startOfDay } from './working-calendar.ts';

interface Vector {
  name: string;
  start?: string;
  workingDays?: number;
  workingMinutes?: number;
  due?: string;
  dueBefore?: string;
  pauseFrom?: string;
  pauseTo?: string;
  pausedWorkingMinutes?: number;
  calendarOverride?: { replaceHoliday: string; date: string; to: string };
}

const calendar = indexCalendar(seededCalendar);

function calendarOf(vector: Vector) {
  const override = vector.calendarOverride;
  if (!override) return calendar;
  const holidays = seededCalendar.holidays.map((holiday) =>
    `${holiday.names.en} ${holiday.from.slice(0, 4)}` === override.replaceHoliday
      ? { ...holiday, from: override.date, to: override.to }
      : holiday,
  );
  return indexCalendar({ ...seededCalendar, version: 2, holidays });
}

describe('worked deadlines', () => {
  it.each(file.vectors as Vector[])('$name', (vector) => {
    const days = calendarOf(vector);
    const pause = vector.pauseFrom &&
      vector.pauseTo && { from: amman(vector.pauseFrom), to: amman(vector.pauseTo) };
    const paused = pause ? pausedWorkingMinutes(days, [pause], pause.to) : 0;
    if (vector.pausedWorkingMinutes !== undefined) expect(paused).toBe(vector.pausedWorkingMinutes);
    if (!vector.start || !vector.due) return;
    const start = amman(vector.start);
    const first = vector.workingDays
      ? dueByWorkingDays(days, start, vector.workingDays)
      : dueByWorkingMinutes(days, start, vector.workingMinutes ?? 0);
    if (vector.dueBefore) expect(first).toBe(amman(vector.dueBefore));
    expect(extendDue(days, first, paused)).toBe(amman(vector.due));
  });
});

describe('the clock', () => {
  const start = amman('2026-04-05T09:00');
  const due = amman('2026-04-08T15:30');

  it('calls a deadline near when three quarters of its working time are used', () => {
    const near = momentOfShare(calendar, start, due, [], 0.75);
    const whole = workingMinutesBetween(calendar, start, due);
    expect(workingMinutesBetween(calendar, start, near) / whole).toBeCloseTo(0.75, 3);
    expect(slaStatus('RUNNING', near, due, near - 1)).toBe('ON_TIME');
    expect(slaStatus('RUNNING', near, due, near)).toBe('DUE_SOON');
  });

  it('calls a deadline missed only after its moment', () => {
    expect(slaStatus('RUNNING', start, due, due)).toBe('DUE_SOON');
    expect(slaStatus('RUNNING', start, due, due + 1)).toBe('OVERDUE');
  });

  it('says paused and stopped whatever the time', () => {
    expect(slaStatus('PAUSED', start, due, due + 1)).toBe('PAUSED');
    expect(slaStatus('STOPPED', start, due, due + 1)).toBe('STOPPED');
  });

  it('moves the near mark by a pause before it, not by one after it', () => {
    const pause = { from: amman('2026-04-06T09:00'), to: amman('2026-04-08T09:00') };
    const moved = extendDue(calendar, due, pausedWorkingMinutes(calendar, [pause], pause.to));
    const plain = momentOfShare(calendar, start, due, [], 0.75);
    expect(workingMinutesBetween(calendar, plain, momentOfShare(calendar, start, moved, [pause], 0.75))).toBe(
      840,
    );
    const late = { from: due - 30 * minuteMs, to: due - 20 * minuteMs };
    expect(momentOfShare(calendar, start, extendDue(calendar, due, 10), [late], 0.75)).toBe(plain);
  });

  it('counts working days left: none today, negative when overdue', () => {
    expect(remainingWorkingDays(calendar, start, due)).toBe(3);
    expect(remainingWorkingDays(calendar, amman('2026-04-08T08:00'), due)).toBe(0);
    expect(remainingWorkingDays(calendar, amman('2026-04-12T15:30'), due)).toBe(-2);
  });

  it('counts a day late once it is over: not at one in the morning, not while it is worked, not on a Friday', () => {
    // Due on Wednesday; Thursday is a day late, Sunday another.
    const late = (now: string) => remainingWorkingDays(calendar, amman(now), due);
    expect(['2026-04-08T23:00', '2026-04-09T01:00', '2026-04-09T12:00'].map(late)).toEqual([0, 0, 0]);
    expect(['2026-04-09T15:30', '2026-04-10T12:00', '2026-04-11T23:59'].map(late)).toEqual([-1, -1, -1]);
    expect(['2026-04-12T01:00', '2026-04-12T12:00', '2026-04-12T15:30'].map(late)).toEqual([-1, -1, -2]);
  });
});

describe('working time, whatever the moments', () => {
  const moments = fc.integer({ min: amman('2026-01-01T00:00'), max: amman('2026-12-31T23:59') });

  it('is never negative forwards, and adds up', () => {
    fc.assert(
      fc.property(moments, moments, moments, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort((m, n) => m - n) as [number, number, number];
        const parts = calendar.elapsed(y) - calendar.elapsed(x) + calendar.elapsed(z) - calendar.elapsed(y);
        expect(calendar.elapsed(z) - calendar.elapsed(x)).toBe(parts);
        expect(workingMinutesBetween(calendar, x, z)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('ends a span of working minutes exactly that many working minutes later, inside working hours', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 5_000 }), (start, minutes) => {
        const due = dueByWorkingMinutes(calendar, start, minutes);
        expect(workingMinutesBetween(calendar, start, due)).toBe(minutes);
        const day = calendar.dayAt(dayOf(due));
        expect(due).toBeGreaterThan(day.opens);
        expect(due).toBeLessThanOrEqual(day.closes);
      }),
    );
  });

  it('puts a deadline of days at a close of business, later for more days and never earlier for a later start', () => {
    fc.assert(
      fc.property(moments, moments, fc.integer({ min: 1, max: 30 }), (a, b, days) => {
        const due = dueByWorkingDays(calendar, a, days);
        expect(due).toBe(calendar.dayAt(dayOf(due)).closes);
        expect(dueByWorkingDays(calendar, a, days + 1)).toBeGreaterThan(due);
        expect(dueByWorkingDays(calendar, Math.max(a, b), days)).toBeGreaterThanOrEqual(
          dueByWorkingDays(calendar, Math.min(a, b), days),
        );
      }),
    );
  });

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 14 * 1440 }), (start, length) => {
        const from = Math.floor(start / minuteMs) * minuteMs;
        let minutes = 0;
        for (let at = from; at < from + length * minuteMs; at += minuteMs) {
          const day = calendar.dayAt(dayOf(at));
          if (at >= day.opens && at < day.closes) minutes++;
        }
        expect(workingMinutesBetween(calendar, from, from + length * minuteMs)).toBe(minutes);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses to count outside its years instead of counting wrongly', () => {
    expect(() => calendar.elapsed(Date.UTC(1999, 0, 1))).toThrow(RangeError);
    expect(startOfDay(dayOf(amman('2026-04-05T00:00')))).toBe(amman('2026-04-05T00:00'));
  });
});
