/**
 * Durations in bins whose borders grow by a tenth. A quantile read from them is off by at most 4.9 %
 * (√1.1 − 1) of the exact one: the geometric middle of the bin that holds the exact one.
 */
const growth = 1.1;
const last = 160;

/** The bin of a duration in working minutes: 0 for none at all, then [1, 1.1), [1.1, 1.21), … */
export function binOf(minutes: number): number {
  if (minutes < 1) return 0;
  return Math.min(last, Math.floor(Math.log(minutes) / Math.log(growth) + 1e-9) + 1);
}

/** `binOf` over a column of the table of cycles. */
export const binSql = `case when working_minutes < 1 then 0
  else least(${last}, floor(ln(working_minutes::float8) / ln(${growth}::float8) + 1e-9)::int + 1) end`;

/** Adds `more` to `bins`, which grows as needed. */
export function addBins(bins: number[], more: readonly number[]): void {
  for (const [bin, count] of more.entries()) bins[bin] = (bins[bin] ?? 0) + count;
}

/**
 * The duration (working minutes) that the share `q` of all does not exceed: the smallest such, as SQL's
 * percentile_disc. Null when there are none.
 */
export function quantile(bins: readonly number[], q: number): number | null {
  const total = bins.reduce((sum, count) => sum + (count ?? 0), 0);
  if (total <= 0) return null;
  let below = 0;
  for (const [bin, count] of bins.entries()) {
    below += count ?? 0;
    if (below >= q * total) return middleOf(bin);
  }
  return null;
}

function middleOf(bin: number): number {
  return bin === 0 ? 0 : growth ** (bin - 0.5);
}
