/** When a mail is tried again, and when it is given up. Pure. */

const minute = 60_000;
const hour = 60 * minute;

/** A mail older than this is news no more: it is not begun, and not tried again. */
export const newsLifetime = 72 * hour;

const firstWait = 5_000;
const longestWait = 5 * minute;

/** Milliseconds to wait after the n-th failed attempt (from 1): doubling from 5 seconds up to 5 minutes. */
export function waitAfter(attempts: number): number {
  return Math.min(firstWait * 2 ** Math.max(0, attempts - 1), longestWait);
}

export type Verdict = { again: number } | { giveUp: true };

/**
 * Decides about a mail that could not be sent. A refusal for good (an SMTP reply of 5xx) ends it; anything
 * else is tried again, for as long as it is news. `age` is in milliseconds.
 */
export function afterFailure(failure: { permanent: boolean }, attempts: number, age: number): Verdict {
  const wait = waitAfter(attempts);
  return failure.permanent || age + wait > newsLifetime ? { giveUp: true } : { again: wait };
}
