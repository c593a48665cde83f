/**
 * How a deadline came about, told day by day: the steps of its reckoning and the SLA timeline that
 * screens draw.
 */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { closeOf } from './compute-due-dates.ts';
import { type Pause, pausedWorkingMinutes, workingMinutesBetween } from './sla.ts';
import { slaWords, weekdayNames } from './sla-words.ts';
import {
  type CalendarDay,
  type Day,
  dayOf,
  type Instant,
  startOfDay,
  toLocalDate,
  type WorkingCalendar,
} from './working-calendar.ts';

export const slaReasons = [
  'START',
  'WORKING_DAY',
  'SHORT_DAY',
  'WEEKEND',
  'HOLIDAY',
  'PAUSE',
  'CREDIT',
  'PROMISE',
  'DUE',
] as const;
export type SlaReason = (typeof slaReasons)[number];
export const slaDayKinds = ['DONE', 'TODAY', 'AHEAD', 'PAUSED', 'LATE', 'WEEKEND', 'HOLIDAY'] as const;
export type SlaDayKind = (typeof slaDayKinds)[number];

export interface SlaStep {
  from: Instant;
  to: Instant;
  workingMinutes: number;
  reason: SlaReason;
  names: Names;
}

export interface SlaDay {
  date: string;
  kind: SlaDayKind;
  /** Share of the working day that is gone, 0 to 1. */
  fraction: number;
  due: boolean;
  today: boolean;
  names: Names | null;
}

/** What the course is drawn from; moments in UTC milliseconds. */
export interface Course {
  start: Instant;
  due: Instant;
  pauses: readonly Pause[];
  /** The day (`YYYY-MM-DD`) that an interim reply promised, and when it did. */
  promise?: { dueOn: string; at: Instant } | null;
  /** When the clock stopped; null while it runs or is paused. */
  stopped: Instant | null;
}

/** Most days that the SLA timeline shows; longer ones are cut. */
const maxCourse = 92;

/** The steps from the start to the deadline, in order; days off that follow each other are one step. */
export function explain(calendar: WorkingCalendar, course: Course): SlaStep[] {
  const begins = calendar.nextWorkingMoment(course.start);
  const steps: SlaStep[] = [step(course.start, begins, 0, 'START', slaWords.start)];
  for (let day = dayOf(begins); day <= dayOf(course.due) && steps.length < 400; day++) {
    const today = calendar.dayAt(day);
    if (today.kind === 'WEEKEND' || today.kind === 'HOLIDAY') addDayOff(steps, today);
    else addWorkedDay(steps, calendar, today, course, begins);
  }
  if (course.promise) tellPromise(steps, calendar, course.promise);
  steps.push(step(course.due, course.due, 0, 'DUE', slaWords.due));
  return steps;
}

/** The promise stands among the steps where it was given; it ends with the day that it promised. */
function tellPromise(
  steps: SlaStep[],
  calendar: WorkingCalendar,
  { dueOn, at }: { dueOn: string; at: Instant },
): void {
  const told = step(at, closeOf(calendar, dueOn), 0, 'PROMISE', slaWords.promise);
  const after = steps.findIndex((one, i) => i > 0 && one.from > at);
  steps.splice(after < 0 ? steps.length : after, 0, told);
}

function addDayOff(steps: SlaStep[], today: CalendarDay): void {
  const reason = today.kind === 'HOLIDAY' ? 'HOLIDAY' : 'WEEKEND';
  const names = today.names ?? slaWords.weekend;
  const end = startOfDay(today.day + 1);
  const last = steps.at(-1);
  if (last && last.reason === reason && last.names.en === names.en) last.to = end;
  else steps.push(step(startOfDay(today.day), end, 0, reason, names));
}

function addWorkedDay(
  steps: SlaStep[],
  calendar: WorkingCalendar,
  today: CalendarDay,
  course: Course,
  begins: Instant,
): void {
  const reason = today.kind === 'SHORT' ? 'SHORT_DAY' : 'WORKING_DAY';
  const names = (today.kind === 'SHORT' && today.names) || weekdayNames(today.day);
  let at = Math.max(today.opens, begins);
  const end = Math.min(today.closes, course.due);
  const work = (to: Instant): void => {
    if (to > at) steps.push(step(at, to, workingMinutesBetween(calendar, at, to), reason, names));
  };
  for (const pause of course.pauses) {
    const from = Math.max(pause.from, at);
    const to = Math.min(pause.to ?? end, end);
    if (to <= from) continue;
    work(from);
    const held = pause.kind === 'CREDIT';
    steps.push(step(from, to, 0, held ? 'CREDIT' : 'PAUSE', held ? slaWords.credit : slaWords.pause));
    at = to;
  }
  work(end);
}

/** The days from the first day to the deadline, or to today (the day it stopped) when that is later. */
export function slaTimeline(calendar: WorkingCalendar, course: Course, now: Instant): SlaDay[] {
  const first = dayOf(calendar.nextWorkingMoment(course.start));
  const until = course.stopped ?? now;
  const last = Math.max(dayOf(course.due), dayOf(until));
  const timeline: SlaDay[] = [];
  for (let day = first; day <= last && timeline.length < maxCourse; day++) {
    timeline.push(layStone(calendar, course, day, until, now));
  }
  return timeline;
}

function layStone(calendar: WorkingCalendar, course: Course, day: Day, until: Instant, now: Instant): SlaDay {
  const facts = calendar.dayAt(day);
  const stone = {
    date: toLocalDate(day),
    due: day === dayOf(course.due),
    today: day === dayOf(now),
    names: facts.kind === 'HOLIDAY' || facts.kind === 'SHORT' ? facts.names : null,
  };
  if (facts.kind === 'WEEKEND' || facts.kind === 'HOLIDAY')
    return { ...stone, kind: facts.kind, fraction: 0 };
  const fraction = Math.min(Math.max((until - facts.opens) / (facts.closes - facts.opens), 0), 1);
  return { ...stone, kind: kindOf(calendar, course, facts, until, fraction), fraction };
}

function kindOf(
  calendar: WorkingCalendar,
  course: Course,
  facts: CalendarDay,
  until: Instant,
  fraction: number,
): SlaDayKind {
  if (fraction === 0 && facts.day > dayOf(until)) return 'AHEAD';
  if (facts.day > dayOf(course.due)) return 'LATE';
  const within = course.pauses
    .filter((pause) => pause.from < facts.closes && (pause.to ?? until) > facts.opens)
    .map((pause) => ({
      from: Math.max(pause.from, facts.opens),
      to: Math.min(pause.to ?? until, facts.closes),
    }));
  const worked = workingMinutesBetween(calendar, facts.opens, facts.closes);
  if (pausedWorkingMinutes(calendar, within, facts.closes) * 2 >= worked) return 'PAUSED';
  return facts.day === dayOf(until) && fraction < 1 && course.stopped === null ? 'TODAY' : 'DONE';
}

function step(from: Instant, to: Instant, minutes: number, reason: SlaReason, names: Names): SlaStep {
  return { from, to, workingMinutes: minutes, reason, names };
}
