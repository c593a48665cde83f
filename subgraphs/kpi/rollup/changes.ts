/**
 * What a batch changes in the sums: the tallies of cycles as they are, less those of the cycles as they were,
 * gathered by cell before anything is written.
 */
import type { Cycle } from '../cycle/cycle.ts';
import { measureNames, standingNames } from '../cycle/measure.ts';
import { difference, isNothing, negative, type Step, type Tally, tallyOf } from '../cycle/tally.ts';
import { axes } from '../dimension/coordinates.ts';
import { bucketStart, type Period } from '../dimension/period.ts';
import { type Aggregate, aggregates, cellOf, isTimed, periodsOf } from './aggregate.ts';

export interface Cell {
  aggregate: number;
  a: string;
  b: string;
}
export interface Bucketed {
  period: Period;
  /** First day. */
  bucket: number;
}
export interface SumChange extends Cell, Bucketed {
  /** In the order of `measureNames`; whole numbers. */
  counts: Float64Array;
}
export interface StandingChange extends Cell {
  /** In the order of `standingNames`. */
  counts: Int32Array;
}
export interface DurationChange extends Cell, Bucketed {
  bins: number[];
}

/** A cycle before and after something happened, each with the moment up to which time was accounted for. */
interface Change {
  before: { cycle: Cycle; passed: number } | null;
  after: { cycle: Cycle; passed: number } | null;
}

export class Changes {
  /** By aggregate, so that what is written together lies together. */
  private readonly bySum = aggregates.map(() => new Map<string, SumChange>());
  private readonly byStanding = new Map<string, StandingChange>();
  private readonly byDuration = new Map<string, DurationChange>();

  /** Moments are milliseconds since 1970. */
  add({ before, after }: Change): void {
    const was = before && tallyOf(before.cycle, before.passed);
    const is = after && tallyOf(after.cycle, after.passed);
    if (before && after && was && is && axes.every((axis) => before.cycle[axis] === after.cycle[axis])) {
      this.count(after.cycle, difference(was, is));
      return;
    }
    if (before && was) this.count(before.cycle, negative(was));
    if (after && is) this.count(after.cycle, is);
  }

  sums(): SumChange[] {
    return this.bySum
      .flatMap((cells) => [...cells.values()])
      .filter(({ counts }) => counts.some((count) => count !== 0));
  }

  standings(): StandingChange[] {
    return [...this.byStanding.values()].filter(({ counts }) => counts.some((count) => count !== 0));
  }

  durations(): DurationChange[] {
    return [...this.byDuration.values()].filter(({ bins }) => bins.some((count) => count !== 0));
  }

  private count(cycle: Cycle, tally: Tally): void {
    if (isNothing(tally)) return;
    const stands = tally.standing.some((count) => count !== 0);
    const days = byDay(tally);
    for (const [index, aggregate] of aggregates.entries()) {
      const { a, b } = cellOf(aggregate, cycle);
      const cell = { aggregate: aggregate.number, a, b };
      const key = `${aggregate.number}\n${a}\n${b}\n`;
      const sums = this.bySum[index];
      if (sums) countSteps(sums, aggregate, cell, days);
      if (stands) this.countStanding(cell, key, tally);
      if (isTimed(aggregate)) this.countDurations(aggregate, cell, key, tally);
    }
  }

  private countStanding(cell: Cell, key: string, { standing }: Tally): void {
    const make = () => ({ ...cell, counts: new Int32Array(standingNames.length) });
    const { counts } = found(this.byStanding, key, make);
    for (const [index, by] of standing.entries()) counts[index] = (counts[index] ?? 0) + by;
  }

  private countDurations(aggregate: Aggregate, cell: Cell, key: string, { durations }: Tally): void {
    for (const { day, bin, by } of durations) {
      for (const period of periodsOf(aggregate)) {
        const bucket = bucketStart(period, day);
        const make = () => ({ ...cell, period, bucket, bins: [] });
        const { bins } = found<DurationChange>(this.byDuration, `${key}${period}${bucket}`, make);
        while (bins.length <= bin) bins.push(0);
        bins[bin] = (bins[bin] ?? 0) + by;
      }
    }
  }
}

/** The steps of one day, and the buckets that it lies in. */
interface DayOfSteps {
  steps: Step[];
  buckets: Record<Period, number>;
}

/** Most steps of a cycle fall on a few days: what depends on the day is worked out once for all aggregates. */
function byDay({ steps }: Tally): DayOfSteps[] {
  return [...Map.groupBy(steps, (step) => step.day)].map(([day, own]) => ({
    steps: own,
    buckets: {
      day: bucketStart('day', day),
      week: bucketStart('week', day),
      month: bucketStart('month', day),
    },
  }));
}

function countSteps(
  sums: Map<string, SumChange>,
  aggregate: Aggregate,
  cell: Cell,
  days: DayOfSteps[],
): void {
  const key = `${cell.a}\n${cell.b}\n`;
  for (const { steps, buckets } of days) {
    for (const period of periodsOf(aggregate)) {
      const bucket = buckets[period];
      const { counts } = found(sums, `${key}${period}${bucket}`, () => ({
        ...cell,
        period,
        bucket,
        counts: new Float64Array(measureNames.length),
      }));
      for (const { measure, by } of steps) counts[measure] = (counts[measure] ?? 0) + by;
    }
  }
}

function found<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
