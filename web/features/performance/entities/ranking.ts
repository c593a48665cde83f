/** How entities are compared by a share: within groups of like volume, by what the share is at least. */
import type { FigureTerms } from '../terms.ts';

export type Volume = 'large' | 'middle' | 'small';

/** The group of an entity that received so many requests in the window. */
export function volumeOf(received: number, { largeVolume, middleVolume }: FigureTerms): Volume {
  if (received > largeVolume) return 'large';
  return received >= middleVolume ? 'middle' : 'small';
}

/** A share that rests on n cases; null when there is nothing to divide by, or it is not shown. */
export interface Ranked {
  code: string;
  share: number | null;
  n: number;
}

const z = 1.959964; // 95 % confidence

/** The lower bound of Wilson's interval: what a share seen in n cases is at least; 0 when there are none. */
export function wilsonLowerBound(share: number, n: number): number {
  if (n <= 0) return 0;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return (share + (z * z) / (2 * n) - spread) / (1 + (z * z) / n);
}

/** Whether there are cases enough to rank by. */
export function isRanked({ share, n }: Ranked, { fewestRanked }: FigureTerms): boolean {
  return share !== null && n >= fewestRanked;
}

/** The best first, by the lower bound; then those on too few cases to be ranked, most cases first; then the rest. */
export function inOrder<R extends Ranked>(rows: readonly R[], terms: FigureTerms): R[] {
  const place = (row: R) => (row.share === null ? 2 : isRanked(row, terms) ? 0 : 1);
  const bound = (row: R) => wilsonLowerBound(row.share ?? 0, row.n);
  return rows.toSorted(
    (one, other) =>
      place(one) - place(other) ||
      (place(one) === 0 ? bound(other) - bound(one) : 0) ||
      other.n - one.n ||
      (one.code < other.code ? -1 : 1),
  );
}
