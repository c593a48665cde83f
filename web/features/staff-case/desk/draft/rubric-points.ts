/** Points of a rubric as they are being given. */
import type { DraftValues } from './draft-store.ts';

interface Criterion {
  key: string;
  weight: number;
  max: number;
}

/**
 * The weighted share of the points given so far, in percent; null until every criterion has its points. What
 * counts is reckoned by the server.
 */
export function weightedShare(rubric: readonly Criterion[], values: DraftValues): number | null {
  let got = 0;
  let most = 0;
  for (const { key, weight, max } of rubric) {
    const given = values[`points.${key}`];
    if (given === undefined || given === '') return null;
    got += weight * (Math.min(max, Number(given)) / max);
    most += weight;
  }
  return most === 0 ? null : Math.round((got / most) * 100);
}

/** The digit that a key stands for, on an Arabic keyboard too; null for other keys. */
export function digitOf(key: string): number | null {
  if (/^[0-9]$/.test(key)) return Number(key);
  if (/^[٠-٩]$/.test(key)) return key.charCodeAt(0) - 0x660;
  return null;
}
