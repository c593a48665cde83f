import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar, toLocalDate } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { checkPromise, furthestPromise, mayBeFollowedUp } from './follow-up.ts';

const calendar = indexCalendar(seededCalendar);
const now = new Date(amman('2026-05-24T09:00'));

describe('a promise', () => {
  it('is for today or a later working day', () => {
    expect(checkPromise('2026-05-24', now, calendar)).toBeNull();
    expect(checkPromise('2026-05-31', now, calendar)).toBeNull();
  });

  it('is not for a day that is past', () => {
    expect(checkPromise('2026-05-21', now, calendar)).toMatchObject({ refused: 'PROMISE_IN_PAST' });
    const lateEvening = new Date(amman('2026-05-24T23:59'));
    expect(checkPromise('2026-05-24', lateEvening, calendar)).toBeNull();
    expect(checkPromise('2026-05-24', new Date(lateEvening.getTime() + 60_000), calendar)).toMatchObject({
      refused: 'PROMISE_IN_PAST',
    });
  });

  it('is not for a weekend or a holiday, and the next working day is named', () => {
    expect(checkPromise('2026-06-05', now, calendar)).toEqual({
      refused: 'PROMISE_NOT_WORKING',
      field: ['promisedOn'],
      facts: { next: '2026-06-07' },
    });
    // Independence Day runs into Eid al-Adha.
    expect(checkPromise('2026-05-25', now, calendar)).toMatchObject({ facts: { next: '2026-05-31' } });
  });

  it('reaches ninety days and no further', () => {
    expect(checkPromise('2026-08-20', now, calendar)).toBeNull();
    expect(checkPromise('2026-08-23', now, calendar)).toEqual({
      refused: 'PROMISE_TOO_FAR',
      field: ['promisedOn'],
      facts: { days: furthestPromise },
    });
  });

  it('for any day is either kept or refused for one reason, and a day that is proposed instead is worked', () => {
    const first = Date.UTC(2026, 0, 1) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
        const refusal = checkPromise(toLocalDate(first + offset), now, calendar);
        const next = refusal?.facts?.next;
        if (typeof next === 'string' && refusal?.refused === 'PROMISE_NOT_WORKING') {
          expect(['PROMISE_TOO_FAR', undefined]).toContain(checkPromise(next, now, calendar)?.refused);
        }
      }),
    );
  });
});

describe('a follow-up', () => {
  it('goes to focal points of the entities that work on the case', () => {
    const post = (role: string, entity: string | null) => ({ role, entity });
    expect(mayBeFollowedUp(post('SUB_FOCAL_POINT', 'MOH'), ['MOH', null])).toBe(true);
    expect(mayBeFollowedUp(post('MAIN_FOCAL_POINT', 'MIYAHUNA'), ['MOH', 'MIYAHUNA'])).toBe(true);
    expect(mayBeFollowedUp(post('MAIN_FOCAL_POINT', 'MIYAHUNA'), ['MOH'])).toBe(false);
    expect(mayBeFollowedUp(post('SECRETARY_GENERAL', 'MOH'), ['MOH'])).toBe(false);
    expect(mayBeFollowedUp(post('OPERATION_ROOM', null), ['MOH', null])).toBe(false);
    expect(mayBeFollowedUp(undefined, ['MOH'])).toBe(false);
  });
});
