/**
 * The sums that are kept: over everything, by each axis, and by each pair of axes. A aggregate's number is its
 * axes' digits (entity 1, governorate 2, …): 0 is everything, 10 by entity, 14 by entity and type.
 */
import { type Axis, axes, type Coordinates } from '../dimension/coordinates.ts';
import { type Period, periods } from '../dimension/period.ts';

export interface Aggregate {
  number: number;
  axes: readonly Axis[];
}

const digit = (axis: Axis): number => axes.indexOf(axis) + 1;

const singles = axes.map((axis): Aggregate => ({ number: digit(axis) * 10, axes: [axis] }));
const pairs = axes.flatMap((first, index) =>
  axes
    .slice(index + 1)
    .map((second): Aggregate => ({ number: digit(first) * 10 + digit(second), axes: [first, second] })),
);

const withoutWeeks = periods.filter((period) => period !== 'week');

export const aggregates: readonly Aggregate[] = [{ number: 0, axes: [] }, ...singles, ...pairs];

/**
 * Only these have histograms of durations: everything, single axes, and entity and governorate together, which
 * the public dashboard filters by. Durations of other pairs are answered from the cycles themselves.
 */
export function isTimed(aggregate: Aggregate): boolean {
  return aggregate.axes.length <= 1 || aggregate.axes.join() === 'entity,governorate';
}

/** The periods a aggregate is summed by. Of pairs no weeks: their many cells would cost more than they save. */
export function periodsOf(aggregate: Aggregate): readonly Period[] {
  return aggregate.axes.length <= 1 ? periods : withoutWeeks;
}

/** The aggregate that has exactly these axes, or null when there are more than two. */
export function aggregateOf(wanted: ReadonlySet<Axis>): Aggregate | null {
  return (
    aggregates.find(
      (aggregate) =>
        aggregate.axes.length === wanted.size && aggregate.axes.every((axis) => wanted.has(axis)),
    ) ?? null
  );
}

/** A cycle's cell in a aggregate: its keys on the first and on the second axis, '' where there is no such axis. */
export function cellOf(aggregate: Aggregate, at: Coordinates): { a: string; b: string } {
  const [first, second] = aggregate.axes;
  return { a: first ? at[first] : '', b: second ? at[second] : '' };
}
