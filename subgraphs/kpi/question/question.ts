/** What is asked of the figures, once the words of the graph have been understood. */
import { type Axis, axes } from '../dimension/coordinates.ts';
import { axisOf, type Dimension, periodOf } from '../dimension/dimension.ts';
import type { Period, Span } from '../dimension/period.ts';
import type { KpiName } from '../figure/figure.ts';

/** Keys to keep; an axis that is absent is not looked at, an empty list keeps nothing, '' is what is not set. */
export interface Filter {
  axes: Partial<Record<Axis, readonly string[]>>;
  sectors?: readonly string[] | undefined;
  /** Only cycles of these programmes, or of all but these (programme-scope.ts); absent: of all. */
  programmes?: { among: readonly string[] } | { except: readonly string[] } | undefined;
}

export interface Question {
  span: Span;
  /** At most two, of which at most one of time. */
  by: readonly Dimension[];
  filter: Filter;
  names: readonly KpiName[];
}

/** The moment that an answer is of. */
export interface AsOf {
  /** Milliseconds since 1970, the database's clock. */
  now: number;
  /** Up to where the sums account for passing time, milliseconds since 1970; null: the statement is to look. */
  passed: number | null;
  /** The first day whose publications are too young for the figure REOPENED. */
  firstUnmatured: number;
}

/** The axes that a question touches, by what it groups or filters. */
export function axesOf({ by, filter }: Pick<Question, 'by' | 'filter'>): Set<Axis> {
  const touched = new Set<Axis>(by.flatMap((dimension) => axisOf(dimension) ?? []));
  for (const axis of axes) if (filter.axes[axis]) touched.add(axis);
  if (filter.sectors) touched.add('entity');
  if (filter.programmes) touched.add('programme');
  return touched;
}

/** The period that a question's answer is a series of; null when it is not a series. */
export function seriesOf({ by }: Pick<Question, 'by'>): Period | null {
  return by.map(periodOf).find((period) => period !== null) ?? null;
}
