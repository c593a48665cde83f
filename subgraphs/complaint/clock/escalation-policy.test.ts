import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../sla/working-calendar.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { defaultTerms } from '../testing/small-directory.ts';
import {
  type EscalationState,
  highestOf,
  levelAhead,
  levelsDue,
  momentOfLevel,
  nextEscalation,
} from './escalation-policy.ts';

const calendar = indexCalendar(seededCalendar);
const at = (context: string): Date => new Date(amman(context));

/** Filed on Sunday 5 April 2026 at nine, due on Wednesday 8 April at close of business. */
const makeState: EscalationState = {
  type: 'COMPLAINT',
  state: 'IN_PROGRESS',
  importance: 'HIGH',
  cycleSubmittedAt: at('2026-04-05T09:00'),
  dueAt: at('2026-04-08T15:30'),
  pauses: [],
  escalations: [],
};
const moment = (
  level: Parameters<typeof momentOfLevel>[0],
  more: Partial<EscalationState> = {},
): Date | null => {
  const found = momentOfLevel(level, { ...makeState, ...more }, defaultTerms, calendar);
  return found === null ? null : new Date(found);
};
const due = (now: string, more: Partial<EscalationState> = {}) =>
  levelsDue({ ...makeState, ...more }, defaultTerms, calendar, amman(now));

describe('the ladder of a compliment', () => {
  it('ends with the main focal point and the operation room', () => {
    expect(due('2027-01-01T00:00', { type: 'COMPLIMENT' })).toEqual(['L0', 'L1']);
    expect(due('2027-01-01T00:00')).toEqual(['L0', 'L1', 'L2', 'L3', 'L4']);
  });
});

describe('the ladder of a case with a due date', () => {
  it('begins when three quarters of the working time are used', () => {
    // 6.5 h on Sunday and 7 h on each of three days: three quarters of 27.5 h end 7.5 minutes into Wednesday.
    expect(moment('L0')).toEqual(new Date(amman('2026-04-08T08:37') + 30_000));
    expect(due('2026-04-08T08:37')).toEqual([]);
    expect(due('2026-04-08T09:00')).toEqual(['L0']);
  });

  it('reaches L1 the moment after the due date, then 2, 5 and 10 working days later', () => {
    expect(moment('L1')).toEqual(new Date(amman('2026-04-08T15:30') + 1));
    expect(moment('L2')).toEqual(at('2026-04-12T15:30'));
    expect(moment('L3')).toEqual(at('2026-04-15T15:30'));
    expect(moment('L4')).toEqual(at('2026-04-22T15:30'));
  });

  it('takes half the steps when it is CRITICAL', () => {
    expect(moment('L2', { importance: 'CRITICAL' })).toEqual(at('2026-04-09T15:30'));
    expect(moment('L3', { importance: 'CRITICAL' })).toEqual(at('2026-04-13T12:00'));
    expect(moment('L4', { importance: 'CRITICAL' })).toEqual(at('2026-04-15T15:30'));
    expect(moment('L0', { importance: 'CRITICAL' })?.getTime()).toBeLessThan(amman('2026-04-07T00:00'));
  });

  it('names every level that is due when it is looked at late, and none twice', () => {
    expect(due('2026-04-30T09:00')).toEqual(['L0', 'L1', 'L2', 'L3', 'L4']);
    expect(due('2026-04-30T09:00', { escalations: [{ level: 'L0' }, { level: 'L2' }] })).toEqual([
      'L1',
      'L3',
      'L4',
    ]);
  });

  it('stands still while the applicant is waited for, and after the answer', () => {
    for (const state of ['AWAITING_APPLICANT', 'RESOLVED', 'CLOSED', 'WITHDRAWN'] as const) {
      expect(due('2026-04-30T09:00', { state })).toEqual([]);
      expect(nextEscalation({ ...makeState, state }, defaultTerms, calendar)).toBeNull();
    }
  });
});

describe('the level ahead', () => {
  const ahead = (now: string, more: Partial<EscalationState> = {}) =>
    levelAhead({ ...makeState, ...more }, defaultTerms, calendar, amman(now));

  it('is the first one that is still to come', () => {
    expect(ahead('2026-04-06T09:00')?.level).toBe('L0');
    const reached = [{ level: 'L0' }, { level: 'L1' }] as const;
    expect(ahead('2026-04-09T09:00', { escalations: reached })).toEqual({
      level: 'L2',
      at: at('2026-04-12T15:30'),
    });
    // What is due at this moment is on its way to be told, not ahead.
    expect(ahead('2026-04-12T15:30', { escalations: reached })?.level).toBe('L3');
  });

  it('leaves out what the applicant had told before its time', () => {
    const asked = [{ level: 'L0' }, { level: 'L1' }, { level: 'L2' }] as const;
    expect(ahead('2026-04-09T09:00', { escalations: asked })?.level).toBe('L3');
  });

  it('is none when all were told, while the clock stands, and of a late compliment', () => {
    expect(ahead('2026-05-09T09:00')).toBeNull();
    expect(ahead('2026-04-09T09:00', { state: 'AWAITING_APPLICANT' })).toBeNull();
    expect(ahead('2026-04-09T09:00', { state: 'RESOLVED' })).toBeNull();
    expect(ahead('2026-04-09T09:00', { type: 'COMPLIMENT' })).toBeNull();
  });
});

describe('the ladder of a case that nobody acknowledged', () => {
  const hidden: Partial<EscalationState> = { state: 'SUBMITTED', dueAt: null, importance: null };

  it('begins with L1 after 48 hours by the clock and goes on from there', () => {
    expect(moment('L0', hidden)).toBeNull();
    expect(moment('L1', hidden)).toEqual(new Date(amman('2026-04-07T09:00') + 1));
    expect(moment('L2', hidden)).toEqual(at('2026-04-09T15:30'));
    expect(moment('L4', hidden)).toEqual(at('2026-04-21T15:30'));
  });

  it('still gets the reminder of its due date once it has one', () => {
    expect(due('2026-04-08T15:00', { escalations: [{ level: 'L1' }] })).toEqual(['L0']);
  });
});

describe('every case', () => {
  const anyCase = fc.record({
    state: fc.constantFrom(
      'SUBMITTED' as const,
      'ASSIGNED',
      'TRANSFER_PENDING',
      'IN_PROGRESS',
      'PENDING_REVIEW',
    ),
    importance: fc.constantFrom('LOW' as const, 'MEDIUM', 'HIGH', 'CRITICAL', null),
    start: fc.integer({ min: amman('2026-01-01T00:00'), max: amman('2026-09-01T00:00') }),
    length: fc.option(fc.integer({ min: 1, max: 40 * 86_400_000 })),
  });

  it('climbs to the top in the end, one level at a time, whatever it lacks', () => {
    fc.assert(
      fc.property(anyCase, ({ state, importance, start, length }) => {
        const escalations: { level: 'L0' | 'L1' | 'L2' | 'L3' | 'L4' }[] = [];
        const dueAt = length === null ? null : new Date(start + length);
        const kase: EscalationState = {
          type: 'COMPLAINT',
          state,
          importance,
          cycleSubmittedAt: new Date(start),
          dueAt,
          pauses: [],
          escalations,
        };
        for (let step = 0; step < 10; step++) {
          const next = nextEscalation(kase, defaultTerms, calendar);
          if (next === null) break;
          const levels = levelsDue(kase, defaultTerms, calendar, next.getTime());
          expect(levels.length).toBeGreaterThan(0);
          escalations.push(...levels.map((level) => ({ level })));
        }
        const reached = escalations.map(({ level }) => level);
        expect(highestOf(reached)).toBe('L4');
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached).toHaveLength(dueAt === null ? 4 : 5);
      }),
    );
  });
});
