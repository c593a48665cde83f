/** How long a broken stream or connection waits before it is tried again. */

import { backOff } from '@bekhedmetkom/time/back-off';

const maxWaitMs = 800;
const longOutageAttempts = 60;
const longOutageWaitMs = 4_000;

/**
 * Milliseconds before the nth attempt in a row (1 = first retry), with jitter of a quarter either way. Doubles
 * from 200 ms to 0.8 s, so that a screen follows within a second of the return of what was away; after about a
 * minute without success 4 s.
 */
export function waitBefore(attempt: number, random: () => number): number {
  const most = attempt > longOutageAttempts ? longOutageWaitMs : maxWaitMs;
  return backOff(attempt, { first: 200, longest: most, random });
}

/** Answers that repeat as long as the question is the same. */
const refusals = new Set(['NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);
/** Answers to whoever is not signed in, or no longer; the feed answers FORBIDDEN to visitors. */
const sessionCodes = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);
const refusedWaitMs = 30_000;
/** A session that was renewed this often in a row and is still not accepted is not renewed every second. */
const maxRenewals = 3;

/** Whether the session may have run out. */
export function asksForSession(code: string): boolean {
  return sessionCodes.has(code);
}

/** The wait of {@link waitBefore}; half a minute after a refusal that will be the same next time. */
export function waitAfter(code: string, attempt: number, random: () => number): number {
  const refused = refusals.has(code) || (sessionCodes.has(code) && attempt > maxRenewals);
  if (!refused) return waitBefore(attempt, random);
  return backOff(1, { first: refusedWaitMs, longest: refusedWaitMs, random });
}
