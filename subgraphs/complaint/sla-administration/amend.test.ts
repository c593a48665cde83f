import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { amend, type Cycle, waitUntil, workingDaysMoved } from './amend.ts';

const current = indexCalendar(seededCalendar);
const off = (from: string, to: string) => ({
  from,
  to,
  names: { ar: 'عطلة', en: 'Holiday' },
  estimated: false,
});
const with_ = (...holidays: ReturnType<typeof off>[]) =>
  indexCalendar({ ...seededCalendar, version: 2, holidays: [...seededCalendar.holidays, ...holidays] });
const at = (local: string) => new Date(amman(local));

const cycle: Cycle = {
  state: 'IN_PROGRESS',
  cycleSubmittedAt: at('2026-04-05T09:00'),
  acknowledgeBy: at('2026-04-06T09:00'),
  acknowledgedAt: at('2026-04-05T10:00'),
  originalDueAt: at('2026-04-08T15:30'),
  dueAt: at('2026-04-08T15:30'),
  slaDays: 3,
  slaMinutes: null,
  interimDueOn: null,
  interimAt: null,
  pauses: [],
};

describe('an amended calendar', () => {
  it('moves a due date behind a new holiday before it, the original one too', () => {
    const amended = with_(off('2026-04-07', '2026-04-07'));
    expect(amend(cycle, { current, amended, mayShorten: false })).toEqual({
      kind: 'MOVES',
      dates: {
        acknowledgeBy: cycle.acknowledgeBy,
        originalDueAt: at('2026-04-09T15:30'),
        dueAt: at('2026-04-09T15:30'),
      },
    });
  });

  it('leaves alone what a new holiday comes after', () => {
    const amended = with_(off('2026-04-09', '2026-04-09'));
    expect(amend(cycle, { current, amended, mayShorten: false })).toEqual({ kind: 'SAME' });
  });

  it('never shortens, unless it may', () => {
    const longer = with_(off('2026-04-07', '2026-04-07'));
    const late = { ...cycle, originalDueAt: at('2026-04-09T15:30'), dueAt: at('2026-04-09T15:30') };
    expect(amend(late, { current: longer, amended: current, mayShorten: false }).kind).toBe('KEEPS');
    expect(amend(late, { current: longer, amended: current, mayShorten: true })).toMatchObject({
      kind: 'MOVES',
      dates: { dueAt: at('2026-04-08T15:30') },
    });
  });

  it('counts a day with shorter hours as shortening when a deadline would fall on it', () => {
    const short = indexCalendar({
      ...seededCalendar,
      specialHours: [{ ...off('2026-04-08', '2026-04-08'), hours: { opens: 540, closes: 840 } }],
    });
    expect(amend(cycle, { current, amended: short, mayShorten: false }).kind).toBe('KEEPS');
  });

  it('moves the acknowledgement of what was not acknowledged, by the same working time', () => {
    const fresh = {
      ...cycle,
      state: 'SUBMITTED' as const,
      acknowledgedAt: null,
      originalDueAt: null,
      dueAt: null,
      slaDays: null,
    };
    const amended = with_(off('2026-04-06', '2026-04-06'));
    expect(amend(fresh, { current, amended, mayShorten: false })).toMatchObject({
      kind: 'MOVES',
      dates: { acknowledgeBy: at('2026-04-07T09:00'), dueAt: null },
    });
  });

  it('keeps a promised day where it was promised, unless it is no longer worked', () => {
    const promised = {
      ...cycle,
      interimDueOn: '2026-04-14',
      interimAt: at('2026-04-06T12:00'),
      dueAt: at('2026-04-14T15:30'),
    };
    const before = with_(off('2026-04-12', '2026-04-12'));
    expect(amend(promised, { current, amended: before, mayShorten: false })).toEqual({ kind: 'SAME' });
    const on = with_(off('2026-04-14', '2026-04-14'));
    expect(amend(promised, { current, amended: on, mayShorten: false })).toMatchObject({
      dates: { dueAt: at('2026-04-15T15:30') },
    });
  });

  it('leaves a date alone that another system gave', () => {
    const given = { ...cycle, slaDays: null };
    const amended = with_(off('2026-04-07', '2026-04-08'));
    expect(amend(given, { current, amended, mayShorten: false })).toEqual({ kind: 'SAME' });
  });

  it('gives the applicant the days off too, and takes none back', () => {
    const timesOutAt = at('2026-04-12T15:30');
    const waiting = { state: 'AWAITING_APPLICANT' as const, pausedAt: at('2026-04-05T10:00'), timesOutAt };
    const terms = { replyWorkingDays: 5, mayShorten: false };
    expect(waitUntil(waiting, current, terms)).toEqual(timesOutAt);
    const longer = with_(off('2026-04-07', '2026-04-07'));
    const later = at('2026-04-13T15:30');
    expect(waitUntil(waiting, longer, terms)).toEqual(later);
    expect(waitUntil({ ...waiting, timesOutAt: later }, current, terms)).toEqual(later);
    const shorter = { ...terms, mayShorten: true };
    expect(waitUntil({ ...waiting, timesOutAt: later }, current, shorter)).toEqual(timesOutAt);
    expect(waitUntil({ ...waiting, state: 'IN_PROGRESS' }, current, terms)).toBeNull();
  });

  it('leaves a target its working day to decide in, when the day is given off', () => {
    const timesOutAt = at('2026-04-07T15:30');
    const waiting = { state: 'TRANSFER_PENDING' as const, pausedAt: null, timesOutAt };
    const terms = { replyWorkingDays: 5, mayShorten: false };
    expect(waitUntil(waiting, current, terms)).toEqual(timesOutAt);
    expect(waitUntil(waiting, with_(off('2026-04-07', '2026-04-07')), terms)).toEqual(at('2026-04-08T15:30'));
    expect(waitUntil({ ...waiting, timesOutAt: null }, current, terms)).toBeNull();
  });

  it('is told in working days, forwards and back', () => {
    expect(workingDaysMoved(current, at('2026-04-08T15:30'), at('2026-04-12T15:30'))).toBe(2);
    expect(workingDaysMoved(current, at('2026-04-12T15:30'), at('2026-04-08T15:30'))).toBe(-2);
    expect(workingDaysMoved(current, at('2026-04-08T12:30'), at('2026-04-08T15:30'))).toBe(0);
  });
});
