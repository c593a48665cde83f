/** In which order a table's rows come. */
import type { Figure } from './figure.ts';

const z = 1.959964; // 95 % confidence

/** The lower bound of Wilson's interval for a share seen in n cases: what it is at least, at 95 % confidence. */
export function wilsonLowerBound(share: number, n: number): number {
  if (n === 0) return 0;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return (share + (z * z) / (2 * n) - spread) / (1 + (z * z) / n);
}

/**
 * Compares two cells of one figure: satisfaction by its lower bound, those on fewer ratings than are ranked after all
 * others; any other figure by the cases it rests on, most first.
 */
export function compareFigures(one: Figure, other: Figure, fewestRanked: number): number {
  if (one.name !== 'SATISFACTION') return other.n - one.n;
  const ranked = Number(other.n >= fewestRanked) - Number(one.n >= fewestRanked);
  if (ranked !== 0) return ranked;
  if (one.n < fewestRanked) return other.n - one.n;
  return wilsonLowerBound(other.value ?? 0, other.n) - wilsonLowerBound(one.value ?? 0, one.n);
}
