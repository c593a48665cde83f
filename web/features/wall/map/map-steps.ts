/** Steps of colour for counts on the map: none is a step of its own, which a legend names like the others. */
export interface MapStep {
  from: number;
  /** Last count of the step; null for "and more". */
  to: number | null;
  /** Of the colours, 0 (none) to 4 (most). */
  tone: 0 | 1 | 2 | 3 | 4;
}

const shares = [0.12, 0.34, 0.58];

/** None, and up to four steps over counts from 1 to the greatest, the last in the strongest colour. */
export function mapSteps(counts: readonly number[]): MapStep[] {
  const none: MapStep = { from: 0, to: 0, tone: 0 };
  const greatest = Math.max(0, ...counts);
  if (greatest === 0) return [none];
  const ends = [...new Set(shares.map((share) => Math.max(1, Math.ceil(greatest * share))))].filter(
    (end) => end < greatest,
  );
  const starts = [1, ...ends.map((end) => end + 1)];
  const steps = starts.map((from, index): MapStep => {
    const tone = (4 - (starts.length - 1 - index)) as MapStep['tone'];
    return { from, to: ends[index] ?? null, tone };
  });
  return [none, ...steps];
}

/** The colour of a count: 0 for none, up to 4. */
export function stepOf(count: number, steps: readonly MapStep[]): MapStep['tone'] {
  return steps.find((step) => count >= step.from && (step.to === null || count <= step.to))?.tone ?? 0;
}
