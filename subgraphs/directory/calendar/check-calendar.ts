/** What a calendar must be to be published after the one before it. Pure. */

import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { lengthOf } from '@bekhedmetkom/text/length';
import { isBlank } from '@bekhedmetkom/text/normalise';
import type { Refusal } from '../refusal/refusal.ts';
import { addDays, type CalendarDay, dayIn, dayUnder } from './calendar.ts';

export type CalendarDraft = Omit<Calendar, 'version' | 'effectiveFrom' | 'mayShorten'> & {
  /** YYYY-MM-DD; today unless given. */
  effectiveFrom: string | null;
};

const first = '2000-01-01';
const last = '2079-12-31';
const maxPeriods = 500;
const maxNameLength = 100;
/** Days: an official holiday is shorter, special hours (Ramadan) too; more is a slip of the keyboard. */
const longest = { holidays: 31, specialHours: 62 } as const;

/** Everything that is wrong with a calendar in itself. */
export function checkCalendar(draft: CalendarDraft): Refusal[] {
  const refusals: Refusal[] = [];
  if (!inOrder(draft.hours)) refusals.push({ refused: 'HOURS_ORDER', field: ['hoursClose'] });
  const days = new Set(draft.workingDays);
  const areDays = draft.workingDays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!areDays || days.size === 0 || days.size !== draft.workingDays.length) {
    refusals.push({ refused: 'WORKING_DAYS', field: ['workingDays'] });
  }
  for (const list of ['holidays', 'specialHours'] as const) {
    const periods = draft[list];
    if (periods.length > maxPeriods) {
      refusals.push({ refused: 'TOO_MANY', field: [list], facts: { max: maxPeriods } });
      continue;
    }
    for (const [i, period] of periods.entries()) {
      refusals.push(...checkPeriod(period, [list, String(i)], longest[list]));
    }
  }
  for (const [i, { hours }] of draft.specialHours.entries()) {
    if (!inOrder(hours)) {
      refusals.push({ refused: 'HOURS_ORDER', field: ['specialHours', String(i), 'hoursClose'] });
    }
  }
  return [...refusals, ...checkOverlaps(draft)];
}

type Period = Calendar['holidays'][number] | Calendar['specialHours'][number];

function checkPeriod(period: Period, field: string[], longestDays: number): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [language, name] of Object.entries({ nameAr: period.names.ar, nameEn: period.names.en })) {
    if (isBlank(name)) refusals.push({ refused: 'NAME_REQUIRED', field: [...field, language] });
    else if (lengthOf(name) > maxNameLength) {
      refusals.push({ refused: 'NAME_TOO_LONG', field: [...field, language], facts: { max: maxNameLength } });
    }
  }
  if (period.from < first || period.to > last) {
    refusals.push({ refused: 'DAY_OUT_OF_RANGE', field: [...field, 'from'] });
  } else if (period.to < period.from) {
    refusals.push({ refused: 'DAYS_ORDER', field: [...field, 'to'] });
  } else if (addDays(period.from, longestDays - 1) < period.to) {
    refusals.push({ refused: 'PERIOD_TOO_LONG', field: [...field, 'to'], facts: { max: longestDays } });
  }
  return refusals;
}

// Two feasts may fall on one day, which is off either way; but a day cannot have two different hours.
function checkOverlaps({ specialHours, holidays }: CalendarDraft): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [i, one] of specialHours.entries()) {
    const other = specialHours.slice(0, i).find((before) => before.from <= one.to && one.from <= before.to);
    if (!other) continue;
    const facts = { ar: other.names.ar, en: other.names.en };
    refusals.push({ refused: 'HOURS_CONTRADICT', field: ['specialHours', String(i), 'from'], facts });
  }
  for (const [i, one] of holidays.entries()) {
    const twice = holidays
      .slice(0, i)
      .some((before) => before.from === one.from && before.to === one.to && before.names.en === one.names.en);
    if (twice) refusals.push({ refused: 'HOLIDAY_TWICE', field: ['holidays', String(i), 'from'] });
  }
  return refusals;
}

function inOrder({ opens, closes }: Calendar['hours']): boolean {
  return opens < closes;
}

/**
 * What a calendar may not change about the versions before it (oldest first): the past, days before the one
 * it counts from, and, unless `mayShorten`, a day to come gains no working time.
 */
export function checkChange(
  versions: readonly Calendar[],
  draft: CalendarDraft,
  { today, mayShorten }: { today: string; mayShorten: boolean },
): Refusal[] {
  const from = draft.effectiveFrom ?? today;
  const field = ['effectiveFrom'];
  if (from < today) return [{ refused: 'CALENDAR_CHANGES_PAST', field, facts: { days: [from] } }];
  if (from > last) return [{ refused: 'DAY_OUT_OF_RANGE', field }];
  const newest = versions.at(-1);
  if (!newest) return [];
  const touched = daysTouched(newest, draft);
  const before = touched.filter(
    (day) => day < from && !alike(dayUnder(versions, day), entryOn(draft, day, versions)),
  );
  const past = before.filter((day) => day < today);
  if (past.length > 0) return [{ refused: 'CALENDAR_CHANGES_PAST', facts: { days: past } }];
  if (before.length > 0) return [{ refused: 'CALENDAR_BEFORE_EFFECT', field, facts: { days: before } }];
  if (mayShorten) return [];
  const shorter = daysThatGain(versions, draft, from);
  return shorter.length === 0 ? [] : [{ refused: 'CALENDAR_SHORTENS', facts: { days: shorter } }];
}

/**
 * Days from `from` on that would be worked longer than they are by the last of these versions (oldest first), in
 * order. After the last period of either, weeks repeat.
 */
export function daysThatGain(versions: readonly Calendar[], draft: CalendarDraft, from: string): string[] {
  const ends = [...versions, draft].flatMap((one) => [
    one.effectiveFrom ?? from,
    ...[...one.holidays, ...one.specialHours].map((period) => period.to),
  ]);
  const until = addDays(ends.toSorted().at(-1) ?? from, 7);
  const gaining: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const old = dayUnder(versions, day);
    const fresh = dayIn({ ...draft, mayShorten: false }, day);
    const worked = fresh.closes > fresh.opens;
    const gains = old.closes === old.opens || fresh.opens < old.opens || fresh.closes > old.closes;
    if (worked && gains) gaining.push(day);
  }
  return gaining;
}

// Days that one of the two lists and the other does not list alike.
function daysTouched(newest: Calendar, draft: CalendarDraft): string[] {
  const days = new Set<string>();
  const key = (period: Period) =>
    JSON.stringify([period.from, period.to, 'hours' in period ? period.hours : 0]);
  for (const list of ['holidays', 'specialHours'] as const) {
    const known = new Set(newest[list].map(key));
    const kept = new Set(draft[list].map(key));
    const changed = [
      ...newest[list].filter((period) => !kept.has(key(period))),
      ...draft[list].filter((period) => !known.has(key(period))),
    ];
    for (const { from, to } of changed) {
      for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
    }
  }
  return [...days].sort();
}

// Usual hours of days before it counts are those of the version before, whatever the draft says.
function entryOn(draft: CalendarDraft, day: string, versions: readonly Calendar[]): CalendarDay {
  const counting = versions.findLast((one) => one.effectiveFrom === null || one.effectiveFrom <= day);
  const usual = counting ?? versions[0];
  const { workingDays, hours } = usual ?? draft;
  return dayIn({ ...draft, workingDays, hours, mayShorten: false }, day);
}

function alike(one: CalendarDay, other: CalendarDay): boolean {
  return one.kind === other.kind && one.opens === other.opens && one.closes === other.closes;
}
