/**
 * The figures of domain.md §4: how each is worked out from counts. Which cycles a count takes in, and on
 * which day, is said in cycle/measure.ts.
 */
import type { Measure, Standing } from '../cycle/measure.ts';

export const kpiNames = [
  'RECEIVED',
  'CLOSED_FLOW',
  'CLOSED_COHORT',
  'DELAYED',
  'DELAYED_ORIGINAL',
  'OVERDUE_NOW',
  'ACKNOWLEDGED_ON_TIME',
  'SATISFACTION',
  'QUALITY',
  'FIRST_PASS',
  'REOPENED',
  'MEDIAN_TIME_TO_RESOLVE',
  'P90_TIME_TO_RESOLVE',
  'MISROUTED',
  'ESCALATED_L0',
  'ESCALATED',
  'ESCALATED_L2',
  'ESCALATED_L3',
  'ESCALATED_L4',
] as const;
export type KpiName = (typeof kpiNames)[number];

export const kpiUnits = ['COUNT', 'RATIO', 'WORKING_MINUTES'] as const;
export type KpiUnit = (typeof kpiUnits)[number];

export type Count = Measure | Standing;

/** What was counted in one cell; what is absent is 0. Durations in working minutes. */
export interface Counted {
  counts: Partial<Record<Count, number>>;
  durations: { median: number | null; p90: number | null };
}

export const nothingCounted: Counted = { counts: {}, durations: { median: null, p90: null } };

export interface Figure {
  name: KpiName;
  /** Share from 0 to 1, number, or working minutes; null when there is nothing to divide by. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** How many cycles the figure rests on. */
  n: number;
}

type Formula =
  | { unit: 'COUNT'; count: Count }
  | { unit: 'RATIO'; of: Count; among: Count; apart?: true; cycles?: Count }
  | { unit: 'WORKING_MINUTES'; quantile: 'median' | 'p90' };

/**
 * `apart`: the cycles counted above the line are not among those below it. `cycles`: what the figure rests on,
 * where the line has points above and below it.
 */
export const formulas: Record<KpiName, Formula> = {
  RECEIVED: { unit: 'COUNT', count: 'received' },
  CLOSED_FLOW: { unit: 'RATIO', of: 'closed', among: 'received', apart: true },
  CLOSED_COHORT: { unit: 'RATIO', of: 'closed_of_received', among: 'received' },
  DELAYED: { unit: 'RATIO', of: 'late', among: 'due' },
  DELAYED_ORIGINAL: { unit: 'RATIO', of: 'original_late', among: 'original_due' },
  OVERDUE_NOW: { unit: 'RATIO', of: 'overdue', among: 'running' },
  ACKNOWLEDGED_ON_TIME: { unit: 'RATIO', of: 'acknowledged_on_time', among: 'acknowledge_due' },
  SATISFACTION: { unit: 'RATIO', of: 'satisfied', among: 'rated' },
  QUALITY: { unit: 'RATIO', of: 'quality_score', among: 'quality_max', cycles: 'scored' },
  FIRST_PASS: { unit: 'RATIO', of: 'first_pass', among: 'reviewed' },
  REOPENED: { unit: 'RATIO', of: 'reopened', among: 'published' },
  MEDIAN_TIME_TO_RESOLVE: { unit: 'WORKING_MINUTES', quantile: 'median' },
  P90_TIME_TO_RESOLVE: { unit: 'WORKING_MINUTES', quantile: 'p90' },
  MISROUTED: { unit: 'RATIO', of: 'misrouted', among: 'classified' },
  ESCALATED_L0: { unit: 'RATIO', of: 'escalated_l0', among: 'due_set' },
  ESCALATED: { unit: 'RATIO', of: 'escalated_l1', among: 'due_set' },
  ESCALATED_L2: { unit: 'RATIO', of: 'escalated_l2', among: 'due_set' },
  ESCALATED_L3: { unit: 'RATIO', of: 'escalated_l3', among: 'due_set' },
  ESCALATED_L4: { unit: 'RATIO', of: 'escalated_l4', among: 'due_set' },
};

/** The counts that figures need. */
export function countsFor(names: readonly KpiName[]): Count[] {
  const needed = names.flatMap((name): Count[] => {
    const formula = formulas[name];
    if (formula.unit === 'COUNT') return [formula.count];
    if (formula.unit !== 'RATIO') return ['timed'];
    return [formula.of, formula.among, ...(formula.cycles ? [formula.cycles] : [])];
  });
  return [...new Set(needed)];
}

/** Says whether a figure is a quantile of durations. */
export function isDuration(name: KpiName): boolean {
  return formulas[name].unit === 'WORKING_MINUTES';
}

/** Works a figure out. */
export function figureOf(name: KpiName, { counts, durations }: Counted): Figure {
  const formula = formulas[name];
  if (formula.unit === 'COUNT') {
    const count = counts[formula.count] ?? 0;
    return { name, value: count, numerator: null, denominator: null, n: count };
  }
  if (formula.unit === 'WORKING_MINUTES') {
    const n = counts.timed ?? 0;
    return { name, value: durations[formula.quantile], numerator: null, denominator: null, n };
  }
  const numerator = counts[formula.of] ?? 0;
  const denominator = counts[formula.among] ?? 0;
  const value = denominator === 0 ? null : numerator / denominator;
  const n = formula.cycles ? (counts[formula.cycles] ?? 0) : denominator;
  return { name, value, numerator, denominator, n };
}
