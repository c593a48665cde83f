/**
 * The stretches of time that sums are kept for, and how a window is put together from few of them.
 * Weeks begin on Sunday; all of Asia/Amman.
 */
import {
  type DayNumber,
  startOfDay,
  startOfMonth,
  startOfNextMonth,
  startOfWeek,
} from '@bekhedmetkom/time/amman';

export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/** Half-open: from the beginning of `from` to the beginning of `to`. */
export interface Span {
  from: DayNumber;
  to: DayNumber;
}

export interface Bucket {
  period: Period;
  /** First day. */
  start: DayNumber;
}

/** The first day of the period that a day lies in. */
export function bucketStart(period: Period, day: DayNumber): DayNumber {
  if (period === 'week') return startOfWeek(day);
  return period === 'month' ? startOfMonth(day) : day;
}

function bucketEnd({ period, start }: Bucket): DayNumber {
  if (period === 'week') return start + 7;
  return period === 'month' ? startOfNextMonth(start) : start + 1;
}

/**
 * Disjoint buckets that make up exactly a span: its whole months, and at both ends whole weeks and single
 * days: at most 14 at either end.
 */
export function cover({ from, to }: Span, kept: readonly Period[] = periods): Bucket[] {
  const fill = (period: Period, within: Span, rest: (span: Span) => Bucket[]): Bucket[] => {
    if (!kept.includes(period)) return rest(within);
    const starts = startsWithin(period, within);
    const last = starts.pop();
    const first = starts[0];
    if (first === undefined || last === undefined) return rest(within);
    return [
      ...rest({ from: within.from, to: first }),
      ...starts.map((start) => ({ period, start })),
      ...rest({ from: last, to: within.to }),
    ];
  };
  const days = (span: Span) => fill('day', span, () => []);
  const weeks = (span: Span) => fill('week', span, days);
  return fill('month', { from, to }, weeks);
}

/** Where periods begin in a span, its end included. */
function startsWithin(period: Period, { from, to }: Span): DayNumber[] {
  const starts: DayNumber[] = [];
  let day = bucketStart(period, from);
  if (day < from) day = bucketEnd({ period, start: day });
  for (; day <= to; day = bucketEnd({ period, start: day })) starts.push(day);
  return starts;
}

/** A span cut where periods of one kind begin: the parts of a series. */
export function split(span: Span, period: Period): Span[] {
  const parts: Span[] = [];
  for (let day = span.from; day < span.to; ) {
    const end = Math.min(bucketEnd({ period, start: bucketStart(period, day) }), span.to);
    parts.push({ from: day, to: end });
    day = end;
  }
  return parts;
}

/** The span of equal length that ends where this one begins. */
export function before({ from, to }: Span): Span {
  return { from: from - (to - from), to: from };
}

/** The moments (milliseconds since 1970, UTC) at which a span begins and ends. */
export function momentsOf({ from, to }: Span): { from: number; to: number } {
  return { from: startOfDay(from), to: startOfDay(to) };
}
