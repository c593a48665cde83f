import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { defaultTerms } from '../testing/small-directory.ts';
import { timeOutOf } from './time-outs.ts';

const calendar = indexCalendar(seededCalendar);
const at = (moment: string): Date => new Date(amman(moment));
const before = {
  state: 'ASSIGNED',
  importance: 'MEDIUM',
  dueAt: null,
  transferAtRoom: false,
  timesOutAt: null,
} as const;
/** Offered on Sunday 5 April 2026 at nine; a day is worked from 8:30 to 15:30. */
const decideBy = (more: { importance?: 'MEDIUM' | 'CRITICAL'; dueAt?: Date | null }) =>
  timeOutOf(
    { ...before, state: 'TRANSFER_PENDING', ...more },
    before,
    at('2026-04-05T09:00'),
    defaultTerms,
    calendar,
  );

describe('the time in which the target of a transfer decides', () => {
  it('is a working day', () => {
    expect(decideBy({})).toEqual(at('2026-04-06T15:30'));
    expect(decideBy({ dueAt: at('2026-04-20T15:30') })).toEqual(at('2026-04-06T15:30'));
  });

  it('is half of it for a critical case', () => {
    expect(decideBy({ importance: 'CRITICAL' })).toEqual(at('2026-04-06T12:00'));
  });

  it('never goes beyond half of what is left to the due date, so that somebody can still answer', () => {
    const dueAt = at('2026-04-06T15:30');
    const until = decideBy({ importance: 'CRITICAL', dueAt });
    // 6.5 hours of Sunday and 7 of Monday are left: half of them end at 8:45 on Monday.
    expect(until).toEqual(at('2026-04-06T08:45'));
    expect(decideBy({ dueAt })).toEqual(until);
  });

  it('is not cut for what is late already', () => {
    expect(decideBy({ dueAt: at('2026-04-02T15:30') })).toEqual(at('2026-04-06T15:30'));
  });

  it('is before the moment at which the answer is due, whatever the deadlines are', () => {
    const start = at('2026-04-05T00:00').getTime();
    const minutes = (most: number) => fc.integer({ min: 1, max: most });
    fc.assert(
      fc.property(
        minutes(60 * 24 * 30),
        minutes(60 * 24 * 10),
        fc.constantFrom('MEDIUM' as const, 'CRITICAL' as const),
        (from, left, importance) => {
          const now = new Date(start + from * 60_000);
          const dueAt = new Date(now.getTime() + left * 60_000);
          const pending = { ...before, state: 'TRANSFER_PENDING' as const, importance, dueAt };
          const until = timeOutOf(pending, before, now, defaultTerms, calendar);
          expect(until?.getTime()).toBeLessThan(dueAt.getTime());
          expect(until?.getTime()).toBeGreaterThanOrEqual(now.getTime());
        },
      ),
    );
  });

  it('moves along when the due date comes nearer than it', () => {
    const dueAt = at('2026-04-06T15:30');
    const pending = { ...before, state: 'TRANSFER_PENDING', timesOutAt: dueAt } as const;
    const now = at('2026-04-05T09:00');
    const until = timeOutOf({ ...pending, dueAt }, pending, now, defaultTerms, calendar);
    expect(until).toEqual(at('2026-04-06T08:45'));
    const later = { ...pending, dueAt: at('2026-04-20T15:30') };
    expect(timeOutOf(later, pending, now, defaultTerms, calendar)).toEqual(dueAt);
  });
});
