import { describe, expect, it } from 'vitest';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { dueByWorkingDays, workingMinutesBetween } from './sla.ts';
import { explain, slaTimeline } from './sla-timeline.ts';
import { indexCalendar } from './working-calendar.ts';

const calendar = indexCalendar(seededCalendar);
const open = { pauses: [], stopped: null };

describe('the reckoning of a deadline', () => {
  it('names the Ramadan day, the weekend and the holiday on its way', () => {
    const start = amman('2026-03-19T14:00');
    const due = dueByWorkingDays(calendar, start, 2);
    const steps = explain(calendar, { start, due, ...open });
    expect(steps.map((step) => step.reason)).toEqual([
      'START',
      'SHORT_DAY',
      'HOLIDAY',
      'WORKING_DAY',
      'WORKING_DAY',
      'DUE',
    ]);
    expect(steps.map((step) => step.names.en)).toEqual([
      'Submitted',
      'Ramadan hours',
      'Eid al-Fitr',
      'Tuesday',
      'Wednesday',
      'Due',
    ]);
    const sum = steps.reduce((minutes, step) => minutes + step.workingMinutes, 0);
    expect(sum).toBe(workingMinutesBetween(calendar, start, due));
  });

  it('tells the time that another entity held it apart from waiting, and the promise where it was given', () => {
    const course = {
      start: amman('2026-04-05T09:00'),
      due: amman('2026-04-08T15:30'),
      pauses: [{ from: amman('2026-04-05T09:00'), to: amman('2026-04-05T15:30'), kind: 'CREDIT' as const }],
      promise: { dueOn: '2026-04-08', at: amman('2026-04-06T10:00') },
      stopped: null,
    };
    const steps = explain(calendar, course);
    expect(steps.map((step) => step.reason)).toEqual([
      'START',
      'CREDIT',
      'WORKING_DAY',
      'PROMISE',
      'WORKING_DAY',
      'WORKING_DAY',
      'DUE',
    ]);
    const promise = steps.find((step) => step.reason === 'PROMISE');
    expect(promise).toMatchObject({
      from: course.promise.at,
      to: amman('2026-04-08T15:30'),
      workingMinutes: 0,
    });
  });

  it('shows a pause as time that did not count', () => {
    const pause = { from: amman('2026-04-06T09:00'), to: amman('2026-04-06T10:00') };
    const course = {
      start: amman('2026-04-05T09:00'),
      due: amman('2026-04-07T09:30'),
      pauses: [pause],
      stopped: null,
    };
    const monday = explain(calendar, course).filter(
      (step) => step.from >= amman('2026-04-06T00:00') && step.to <= amman('2026-04-06T23:00'),
    );
    expect(monday.map((step) => [step.reason, step.workingMinutes])).toEqual([
      ['WORKING_DAY', 30],
      ['PAUSE', 0],
      ['WORKING_DAY', 330],
    ]);
  });
});

describe('the course of stones', () => {
  const start = amman('2026-04-01T10:00');
  const due = amman('2026-04-06T15:30');

  it('lays used days, today with its part, days ahead and the due day', () => {
    const stones = slaTimeline(calendar, { start, due, ...open }, amman('2026-04-05T12:00'));
    expect(stones.map((stone) => stone.kind)).toEqual([
      'DONE',
      'DONE',
      'WEEKEND',
      'WEEKEND',
      'TODAY',
      'AHEAD',
    ]);
    expect(stones[4]).toMatchObject({ date: '2026-04-05', fraction: 0.5, today: true, due: false });
    expect(stones[5]).toMatchObject({ date: '2026-04-06', fraction: 0, due: true });
  });

  it('goes on with late days until today', () => {
    const stones = slaTimeline(calendar, { start, due, ...open }, amman('2026-04-08T09:00'));
    expect(stones.slice(-3).map((stone) => stone.kind)).toEqual(['DONE', 'LATE', 'LATE']);
    expect(stones.at(-1)?.today).toBe(true);
  });

  it('stops where the clock stopped', () => {
    const course = { start, due, pauses: [], stopped: amman('2026-04-05T12:00') };
    const stones = slaTimeline(calendar, course, amman('2026-05-05T12:00'));
    expect(stones.at(-1)).toMatchObject({ date: '2026-04-06', kind: 'AHEAD' });
    expect(stones[4]?.kind).toBe('DONE');
  });

  it('marks days that were mostly paused', () => {
    const pauses = [{ from: amman('2026-04-02T08:00'), to: amman('2026-04-02T14:00') }];
    const course = { start, due, pauses, stopped: null };
    expect(slaTimeline(calendar, course, amman('2026-04-05T12:00'))[1]?.kind).toBe('PAUSED');
  });
});
