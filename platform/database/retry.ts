import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from '@bekhedmetkom/time/back-off';

/** serialization_failure and deadlock_detected: undone for the sake of another transaction; nothing is wrong with it. */
const passing = new Set<unknown>(['40001', '40P01']);

const tries = 5;
const pause = { first: 10, longest: 80, jitter: 1 };

/**
 * Does work again that the database undid for another transaction's sake, up to five times in all, after a random
 * pause of at most 20 ms, then 40, 80, 160. Throws what the last attempt threw. What work does outside of the
 * database it may do several times.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isUndoneForAnother(error)) throw error;
      await sleep(backOff(attempt, pause));
    }
  }
}

function isUndoneForAnother(error: unknown): boolean {
  return passing.has((error as { code?: unknown } | null)?.code);
}
