/** How long to wait between tries: one rule for every program and the web app. */
export interface BackOff {
  /** Milliseconds before the first try again. */
  first: number;
  /** The longest wait, milliseconds. */
  longest: number;
  /**
   * By which part of itself a wait may be shorter or longer, so that many who wait do not come back at the same
   * moment: 0.25 unless given; 0 is none.
   */
  jitter?: number;
  /** At least 0 and below 1. */
  random?: () => number;
}

/** Milliseconds to wait before the n-th try again (from 1): doubling from the first to the longest. */
export function backOff(
  tries: number,
  { first, longest, jitter = 0.25, random = Math.random }: BackOff,
): number {
  const wait = Math.min(longest, first * 2 ** Math.min(Math.max(0, tries - 1), 30));
  return Math.round(wait * (1 - jitter + 2 * jitter * random()));
}
