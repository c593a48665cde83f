/** What one cycle adds to the sums, and what changes in it when the cycle does. */

import { type DayNumber, dayOf } from '@bekhedmetkom/time/amman';
import { binOf } from '../duration/histogram.ts';
import type { Cycle } from './cycle.ts';
import { addsOf, measureNames, measures, standingNames, standings } from './measure.ts';

/** One sum up or down. */
export interface Step {
  day: DayNumber;
  /** Place in `measureNames`. */
  measure: number;
  by: number;
}

export interface Tally {
  steps: Step[];
  /** In the order of `standingNames`. */
  standing: number[];
  durations: { day: DayNumber; bin: number; by: number }[];
}

/** All that a cycle counts for, with time accounted for up to `passed` (milliseconds since 1970). */
export function tallyOf(cycle: Cycle, passed: number): Tally {
  if (!cycle.counted) return { steps: [], standing: standingNames.map(() => 0), durations: [] };
  const steps = measureNames.flatMap((name, measure) => {
    const at = cycle[measures[name].on];
    if (at === null || !measures[name].counts(cycle, passed)) return [];
    return [{ day: dayOf(at), measure, by: addsOf(name)?.of(cycle) ?? 1 }];
  });
  const { publishedAt, workingMinutes } = cycle;
  return {
    steps,
    standing: standingNames.map((name) => Number(standings[name].counts(cycle, passed))),
    durations:
      publishedAt === null || workingMinutes === null
        ? []
        : [{ day: dayOf(publishedAt), bin: binOf(workingMinutes), by: 1 }],
  };
}

/** The opposite: what taking it back does. */
export function negative({ steps, standing, durations }: Tally): Tally {
  return {
    steps: steps.map((step) => ({ ...step, by: -step.by })),
    standing: standing.map((count) => -count),
    durations: durations.map((duration) => ({ ...duration, by: -duration.by })),
  };
}

/** What changes from one to the other; a step that is in both is in neither. */
export function difference(before: Tally, after: Tally): Tally {
  return {
    steps: unmatched(
      before.steps,
      after.steps,
      (one, two) => one.day === two.day && one.measure === two.measure && one.by === two.by,
    ),
    standing: after.standing.map((count, index) => count - (before.standing[index] ?? 0)),
    durations: unmatched(
      before.durations,
      after.durations,
      (one, two) => one.day === two.day && one.bin === two.bin,
    ),
  };
}

function unmatched<S extends { by: number }>(
  before: S[],
  after: S[],
  same: (one: S, two: S) => boolean,
): S[] {
  return [
    ...before
      .filter((one) => !after.some((two) => same(one, two)))
      .map((one): S => ({ ...one, by: -one.by })),
    ...after.filter((two) => !before.some((one) => same(one, two))),
  ];
}

/** Says that nothing changes. */
export function isNothing({ steps, standing, durations }: Tally): boolean {
  return steps.length === 0 && durations.length === 0 && standing.every((count) => count === 0);
}
