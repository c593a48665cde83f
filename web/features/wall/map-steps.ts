/** Four steps of colour for counts on the map, with the ranges a legend can name. */
export interface MapStep {
  from: number;
  /** Last count of the step; null for "and more". */
  to: number | null;
}

const shares = [0.12, 0.34, 0.58];

/** Up to four steps over counts from 1 to the greatest; no step when every count is 0. */
export function mapSteps(counts: readonly number[]): MapStep[] {
  const greatest = Math.max(0, ...counts);
  if (greatest === 0) return [];
  const ends = [...new Set(shares.map((share) => Math.max(1, Math.ceil(greatest * share))))].filter(
    (end) => end < greatest,
  );
  const starts = [1, ...ends.map((end) => end + 1)];
  return starts.map((from, index) => ({ from, to: ends[index] ?? null }));
}

/** Index of the step (0 = none, 1 = lowest … 4 = highest) a count falls into; the highest step is always 4. */
export function stepOf(count: number, steps: readonly MapStep[]): number {
  if (count <= 0) return 0;
  const index = steps.findIndex((step) => count >= step.from && (step.to === null || count <= step.to));
  return index < 0 ? 0 : 4 - (steps.length - 1 - index);
}
