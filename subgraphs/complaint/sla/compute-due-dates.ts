/**
 * The one reckoning of due dates: at classification, after a pause, an interim reply or a transfer, at a
 * reopening and under an amended calendar alike. Pure; moments in UTC milliseconds, days in Asia/Amman.
 */
import { dueByWorkingDays, dueByWorkingMinutes, type Pause } from './sla.ts';
import { fromLocalDate, type Instant, type WorkingCalendar } from './working-calendar.ts';

/** What a due date is made of. */
export interface SlaTerms {
  start: Instant;
  /** Working days to resolve, or else working minutes. */
  days: number | null;
  minutes: number | null;
  /** A date that was given instead, by another system; null when neither says anything. */
  given: Instant | null;
  /** The day (`YYYY-MM-DD`) that an interim reply promised, and when it did. */
  interim: { dueOn: string; at: Instant } | null;
  /** In order of time and apart from each other; one that lasts counts once it has ended. */
  pauses: readonly Pause[];
}

export interface Reckoning {
  /** By the policy alone; null when nothing was given. */
  originalDueAt: Instant | null;
  /** With pauses, credits and the interim reply. */
  dueAt: Instant | null;
}

/** The due dates of a cycle under a calendar; never before what the policy gave. */
export function computeDueDates(terms: SlaTerms, calendar: WorkingCalendar): Reckoning {
  const original = byPolicy(terms, calendar);
  if (original === null) return { originalDueAt: null, dueAt: null };
  const { interim, pauses } = terms;
  const ordinary = extend(calendar, original, pauses, terms.start);
  if (interim === null) return { originalDueAt: original, dueAt: ordinary };
  const promised = extend(calendar, closeOf(calendar, interim.dueOn), pauses, interim.at);
  return { originalDueAt: original, dueAt: Math.max(ordinary, promised) };
}

/** Close of business on a day (`YYYY-MM-DD`), or on the next working day when it is none. */
export function closeOf(calendar: WorkingCalendar, date: string): Instant {
  return calendar.workingDayAfter(fromLocalDate(date) - 1, 1).closes;
}

/** The parts of `from`–`to` outside the given pauses, which end before `to`; as credits. */
export function creditsBetween(pauses: readonly Pause[], from: Instant, to: Instant): Pause[] {
  const credits: Pause[] = [];
  let at = from;
  for (const pause of pauses) {
    if (pause.from > at && pause.from < to) credits.push({ from: at, to: pause.from, kind: 'CREDIT' });
    at = Math.max(at, pause.to ?? to);
  }
  if (at < to) credits.push({ from: at, to, kind: 'CREDIT' });
  return credits;
}

function byPolicy({ start, days, minutes, given }: SlaTerms, calendar: WorkingCalendar): Instant | null {
  if (days !== null) return dueByWorkingDays(calendar, start, days);
  return minutes === null ? given : dueByWorkingMinutes(calendar, start, minutes);
}

/** A moment moved by the working time of the pauses after `since`; their parts of a minute add up. */
function extend(calendar: WorkingCalendar, due: Instant, pauses: readonly Pause[], since: Instant): Instant {
  let paused = 0;
  for (const pause of pauses) {
    if (pause.to === null || pause.to <= since) continue;
    paused += calendar.elapsed(pause.to) - calendar.elapsed(Math.max(pause.from, since));
  }
  return paused > 0 ? calendar.momentOf(calendar.elapsed(due) + paused) : due;
}
