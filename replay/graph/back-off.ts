/** Milliseconds to wait before the n-th try again (from 1): doubling from half a second up to 15 seconds. */
export function backOff(tries: number): number {
  return Math.min(500 * 2 ** Math.max(0, tries - 1), 15_000);
}
