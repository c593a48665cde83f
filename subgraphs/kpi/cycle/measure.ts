/**
 * What is counted of a cycle, and on which day: the only place that says so. Each measure is written twice,
 * for a cycle in hand and for the table of cycles; a test holds the two together.
 *
 * `passed` is the moment up to which time is accounted for: a due that lies after it has not come yet.
 */
import type { Cycle } from './cycle.ts';

export type MeasuredAt =
  | 'submittedAt'
  | 'closedAt'
  | 'acknowledgeBy'
  | 'dueAt'
  | 'originalDueAt'
  | 'publishedAt'
  | 'ratedAt';

/** The column of each moment in the table of cycles. */
export const momentColumn: Record<MeasuredAt, string> = {
  submittedAt: 'submitted_at',
  closedAt: 'closed_at',
  acknowledgeBy: 'acknowledge_by',
  dueAt: 'due_at',
  originalDueAt: 'original_due_at',
  publishedAt: 'published_at',
  ratedAt: 'rated_at',
};

interface Definition {
  /** The moment whose day it is counted on. */
  on: MeasuredAt;
  counts(cycle: Cycle, passed: number): boolean;
  /** The same over columns, with `$passed` for the moment. */
  sql: string;
  /** How much a cycle that is counted adds, where that is not 1: a whole number, and over which column it is. */
  adds?: { of(cycle: Cycle): number; sql: string };
}

const hasCome = (moment: number | null, passed: number): boolean => moment !== null && moment <= passed;

/** Late: answered after the due, or not answered though it has passed. */
function isLate(due: number | null, answeredAt: number | null, passed: number): boolean {
  if (due === null || due > passed) return false;
  return answeredAt === null ? due < passed : answeredAt > due;
}

const isScored = (cycle: Cycle): boolean => cycle.qualityMax !== null;
const scored = 'quality_max is not null';

/** Its due has come, and it was here when it could escalate: what the figures of escalation look at. */
const ladder = {
  counts: (cycle: Cycle, passed: number): boolean => !cycle.imported && hasCome(cycle.dueAt, passed),
  sql: 'not imported and due_at <= $passed',
};

/** Of those: reached a level. */
function reached(level: number): Pick<Definition, 'counts' | 'sql'> {
  const bit = 1 << level;
  return {
    counts: (cycle, passed) => ladder.counts(cycle, passed) && (cycle.escalated & bit) !== 0,
    sql: `${ladder.sql} and escalated & ${bit} <> 0`,
  };
}

/** In the order of the columns of `rollup`: a new one goes at the end. */
export const measures = {
  received: { on: 'submittedAt', counts: () => true, sql: 'true' },
  closed_of_received: {
    on: 'submittedAt',
    counts: (cycle) => cycle.closedAt !== null,
    sql: 'closed_at is not null',
  },
  classified: { on: 'submittedAt', counts: (cycle) => cycle.classified, sql: 'classified' },
  misrouted: { on: 'submittedAt', counts: (cycle) => cycle.misrouted, sql: 'misrouted' },
  closed: { on: 'closedAt', counts: () => true, sql: 'true' },
  acknowledge_due: {
    on: 'acknowledgeBy',
    // Who reopens a case is known already: only the first cycle waits for an acknowledgement.
    counts: (cycle, passed) => cycle.number === 1 && hasCome(cycle.acknowledgeBy, passed),
    sql: 'number = 1 and acknowledge_by <= $passed',
  },
  acknowledged_on_time: {
    on: 'acknowledgeBy',
    counts: (cycle, passed) =>
      cycle.number === 1 && cycle.acknowledgedOnTime && hasCome(cycle.acknowledgeBy, passed),
    sql: 'number = 1 and acknowledged_on_time and acknowledge_by <= $passed',
  },
  due: {
    on: 'dueAt',
    counts: (cycle, passed) => hasCome(cycle.dueAt, passed),
    sql: 'due_at <= $passed',
  },
  late: {
    on: 'dueAt',
    counts: (cycle, passed) => isLate(cycle.dueAt, cycle.answeredAt, passed),
    sql: 'due_at <= $passed and case when answered_at is null then due_at < $passed else answered_at > due_at end',
  },
  original_due: {
    on: 'originalDueAt',
    counts: (cycle, passed) => hasCome(cycle.originalDueAt, passed),
    sql: 'original_due_at <= $passed',
  },
  original_late: {
    on: 'originalDueAt',
    counts: (cycle, passed) => isLate(cycle.originalDueAt, cycle.answeredAt, passed),
    sql: 'original_due_at <= $passed and case when answered_at is null then original_due_at < $passed else answered_at > original_due_at end',
  },
  published: { on: 'publishedAt', counts: () => true, sql: 'true' },
  reopened: { on: 'publishedAt', counts: (cycle) => cycle.reopened, sql: 'reopened' },
  reviewed: { on: 'publishedAt', counts: (cycle) => cycle.reviewed, sql: 'reviewed' },
  first_pass: { on: 'publishedAt', counts: (cycle) => cycle.firstPass, sql: 'first_pass' },
  timed: {
    on: 'publishedAt',
    counts: (cycle) => cycle.workingMinutes !== null,
    sql: 'working_minutes is not null',
  },
  rated: { on: 'ratedAt', counts: () => true, sql: 'true' },
  satisfied: { on: 'ratedAt', counts: (cycle) => (cycle.score ?? 0) >= 4, sql: 'score >= 4' },
  scored: { on: 'publishedAt', counts: isScored, sql: scored },
  quality_score: {
    on: 'publishedAt',
    counts: isScored,
    sql: scored,
    adds: { of: (cycle) => cycle.qualityScore ?? 0, sql: 'quality_score' },
  },
  quality_max: {
    on: 'publishedAt',
    counts: isScored,
    sql: scored,
    adds: { of: (cycle) => cycle.qualityMax ?? 0, sql: 'quality_max' },
  },
  due_set: { on: 'dueAt', ...ladder },
  escalated_l0: { on: 'dueAt', ...reached(0) },
  escalated_l1: { on: 'dueAt', ...reached(1) },
  escalated_l2: { on: 'dueAt', ...reached(2) },
  escalated_l3: { on: 'dueAt', ...reached(3) },
  escalated_l4: { on: 'dueAt', ...reached(4) },
} as const satisfies Record<string, Definition>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];

/** How much a measure adds for each cycle that it counts; null where that is 1. */
export function addsOf(name: Measure): Definition['adds'] | null {
  const definition: Definition = measures[name];
  return definition.adds ?? null;
}

/** The type of a measure's sum in the database. */
export const sumType = (name: Measure): 'int' | 'bigint' => (addsOf(name) ? 'bigint' : 'int');

/** How a cycle stands now, whatever the day. */
export const standings = {
  running: { counts: (cycle) => cycle.running, sql: 'running' },
  overdue: {
    counts: (cycle, passed) => cycle.running && cycle.dueAt !== null && cycle.dueAt < passed,
    sql: 'running and due_at < $passed',
  },
} as const satisfies Record<string, Omit<Definition, 'on'>>;

export type Standing = keyof typeof standings;
export const standingNames = Object.keys(standings) as Standing[];
