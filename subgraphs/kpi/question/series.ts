/** The parts of a series, each with its key: the same keys that question/sql.ts gives moments. */

import { formatDay } from '@bekhedmetkom/time/amman';
import {
  type Bucket,
  bucketStart,
  cover,
  type Period,
  periods,
  type Span,
  split,
} from '../dimension/period.ts';

/** A bucket to read, with the key of the row it is counted into. */
export interface KeyedBucket extends Bucket {
  key: string;
  /** Its publications have matured, for the figure REOPENED. */
  mature: boolean;
}

/** The key of the period that a day lies in: `YYYY-MM-DD` of its first day, or `YYYY-MM`. */
export function periodKey(period: Period, day: number): string {
  const first = formatDay(bucketStart(period, day));
  return period === 'month' ? first.slice(0, 7) : first;
}

/** All keys of a series, also of parts in which nothing was counted. */
export function seriesKeys(span: Span, period: Period): string[] {
  return split(span, period).map((part) => periodKey(period, part.from));
}

/** The buckets that make up a window, for sums kept by `kept`; for a series, part by part. */
export function bucketsFor(
  span: Span,
  series: Period | null,
  kept: readonly Period[] = periods,
  firstUnmatured = span.to,
): KeyedBucket[] {
  const parts = series ? split(span, series) : [span];
  return parts.flatMap((part) => {
    const key = series ? periodKey(series, part.from) : '';
    const cut = Math.min(Math.max(firstUnmatured, part.from), part.to);
    const keyed = (within: Span, mature: boolean) =>
      cover(within, kept).map((bucket): KeyedBucket => ({ ...bucket, key, mature }));
    return [...keyed({ from: part.from, to: cut }, true), ...keyed({ from: cut, to: part.to }, false)];
  });
}
