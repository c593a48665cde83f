import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { computeDueDates, type SlaTerms } from './compute-due-dates.ts';
import type { Pause } from './sla.ts';
import file from './sla-vectors.json' with { type: 'json' };
import { dayOf, fromLocalDate, indexCalendar, toLocalDate } from './working-calendar.ts';

const calendar = indexCalendar(seededCalendar);
const plain = { interim: null, given: null, pauses: [] };

const moments = fc.integer({ min: amman('2026-01-01T00:00'), max: amman('2026-09-30T23:59') });
/** Seconds, so that parts of a minute occur. */
const whole = (at: number) => Math.floor(at / 1_000) * 1_000;
const spans = fc
  .array(fc.tuple(moments, fc.integer({ min: 1, max: 6 * 86_400 })), { maxLength: 4 })
  .map((list) =>
    apart(list.map(([from, seconds]) => ({ from: whole(from), to: whole(from) + seconds * 1_000 }))),
  );
const times = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 30 }), minutes: fc.constant(null) }),
  fc.record({ days: fc.constant(null), minutes: fc.integer({ min: 1, max: 4_200 }) }),
);
const interims = fc.option(
  fc.tuple(moments, fc.integer({ min: 1, max: 40 })).map(([at, days]) => ({
    at: whole(at),
    dueOn: toLocalDate(dayOf(at) + days),
  })),
);

/** In order and apart, as pauses are. */
function apart(list: { from: number; to: number }[]): Pause[] {
  const kept: Pause[] = [];
  for (const span of list.toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (!last || (last.to ?? 0) <= span.from) kept.push({ ...span, kind: 'APPLICANT' });
  }
  return kept;
}

const cycles = fc.tuple(moments, times, spans, interims).map(
  ([start, time, pauses, interim]): SlaTerms => ({
    ...plain,
    ...time,
    start: whole(start),
    pauses: pauses.filter((pause) => pause.from >= start),
    interim: interim && interim.at >= start ? interim : null,
  }),
);
const laterOf = (one: string, other: string): string => [one, other].sort()[1] ?? one;
const dueOf = (terms: SlaTerms, by = calendar): number => computeDueDates(terms, by).dueAt ?? Number.NaN;

interface Vector {
  name: string;
  start?: string;
  workingDays?: number;
  workingMinutes?: number;
  due?: string;
  pauseFrom?: string;
  pauseTo?: string;
  calendarOverride?: { replaceHoliday: string; date: string; to: string };
}

describe('worked deadlines, by the one reckoning', () => {
  const vectors = (file.vectors as Vector[]).filter((vector) => vector.start && vector.due);
  it.each(vectors)(
    '$name',
    ({ start, due, workingDays, workingMinutes, pauseFrom, pauseTo, calendarOverride }) => {
      const holidays = seededCalendar.holidays.map((one) =>
        `${one.names.en} ${one.from.slice(0, 4)}` === calendarOverride?.replaceHoliday
          ? { ...one, from: calendarOverride.date, to: calendarOverride.to }
          : one,
      );
      const terms: SlaTerms = {
        ...plain,
        start: amman(start ?? ''),
        days: workingDays ?? null,
        minutes: workingMinutes ?? null,
        pauses:
          pauseFrom && pauseTo ? [{ from: amman(pauseFrom), to: amman(pauseTo), kind: 'APPLICANT' }] : [],
      };
      expect(dueOf(terms, indexCalendar({ ...seededCalendar, holidays }))).toBe(amman(due ?? ''));
    },
  );
});

describe('a due date, whatever happened', () => {
  it('is never earlier for one more pause', () => {
    fc.assert(
      fc.property(cycles, moments, fc.integer({ min: 1, max: 5 * 86_400 }), (terms, at, seconds) => {
        const from = whole(at);
        const to = from + seconds * 1_000;
        const alone = terms.pauses.every((pause) => (pause.to ?? 0) <= from || pause.from >= to);
        fc.pre(alone && from >= terms.start);
        const added: Pause = { from, to, kind: 'APPLICANT' };
        const pauses = [...terms.pauses, added].sort((a, b) => a.from - b.from);
        expect(dueOf({ ...terms, pauses })).toBeGreaterThanOrEqual(dueOf(terms));
      }),
    );
  });

  it('is within working time', () => {
    fc.assert(
      fc.property(cycles, (terms) => {
        const { originalDueAt, dueAt } = computeDueDates(terms, calendar);
        for (const due of [originalDueAt, dueAt]) {
          const day = calendar.dayAt(dayOf(due ?? Number.NaN));
          expect(due).toBeGreaterThan(day.opens);
          expect(due).toBeLessThanOrEqual(day.closes);
        }
      }),
    );
  });

  it('is never before what the policy alone gave', () => {
    fc.assert(
      fc.property(cycles, (terms) => {
        expect(dueOf(terms)).toBeGreaterThanOrEqual(computeDueDates(terms, calendar).originalDueAt ?? 0);
      }),
    );
  });

  it('is the same when a pause is told as two', () => {
    fc.assert(
      fc.property(cycles, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (terms, which, share) => {
        fc.pre(terms.pauses.length > 0);
        const index = which % terms.pauses.length;
        const pauses = terms.pauses.flatMap((pause, i): Pause[] => {
          if (i !== index || pause.to === null) return [pause];
          const middle = Math.round(pause.from + (pause.to - pause.from) * share);
          return [
            { ...pause, to: middle },
            { ...pause, from: middle },
          ];
        });
        expect(dueOf({ ...terms, pauses })).toBe(dueOf(terms));
      }),
    );
  });

  it('is the same for pauses and for credits', () => {
    fc.assert(
      fc.property(cycles, (terms) => {
        const pauses = terms.pauses.map((pause): Pause => ({ ...pause, kind: 'CREDIT' }));
        expect(dueOf({ ...terms, pauses })).toBe(dueOf(terms));
      }),
    );
  });
});

describe('an amended calendar', () => {
  const first = fromLocalDate('2026-01-01');
  const holidays = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 6 })), { maxLength: 5 })
    .map((list) =>
      list.map(([day, length]) => ({
        from: toLocalDate(first + day),
        to: toLocalDate(first + day + length),
        names: { ar: 'عطلة', en: 'Holiday' },
        estimated: false,
      })),
    );
  const amended = (added: Calendar['holidays'], effectiveFrom: string | null): Calendar => ({
    ...seededCalendar,
    version: 2,
    effectiveFrom,
    holidays: [...seededCalendar.holidays, ...added],
  });

  it('counts days before it takes effect by the version before, and later ones by itself', () => {
    fc.assert(
      fc.property(
        holidays,
        fc.integer({ min: 0, max: 330 }),
        fc.integer({ min: 0, max: 364 }),
        (added, from, at) => {
          const effective = toLocalDate(first + from);
          const layered = indexCalendar(amended(added, effective), [seededCalendar]);
          const alone = indexCalendar(amended(added, null));
          const day = first + at;
          expect(layered.dayAt(day)).toEqual(at < from ? calendar.dayAt(day) : alone.dayAt(day));
        },
      ),
    );
  });

  it('gives each cycle the date that a calendar drawn up afresh gives it', () => {
    fc.assert(
      fc.property(cycles, holidays, fc.integer({ min: 0, max: 330 }), (terms, added, from) => {
        const effective = toLocalDate(first + from);
        const layered = indexCalendar(amended(added, effective), [seededCalendar]);
        const kept = added
          .filter((one) => one.to >= effective)
          .map((one) => ({ ...one, from: laterOf(one.from, effective) }));
        expect(computeDueDates(terms, layered)).toEqual(
          computeDueDates(terms, indexCalendar(amended(kept, null))),
        );
      }),
    );
  });

  it('never moves a date forward when it only adds days off', () => {
    fc.assert(
      fc.property(cycles, holidays, (terms, added) => {
        // A pause over a new day off loses the time that it would have added; so do promises made after it.
        const without = { ...terms, pauses: [], interim: null };
        expect(dueOf(without, indexCalendar(amended(added, null)))).toBeGreaterThanOrEqual(dueOf(without));
      }),
    );
  });
});
