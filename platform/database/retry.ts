/** serialization_failure and deadlock_detected: undone for the sake of another transaction; nothing is wrong with it. */
const passing = new Set<unknown>(['40001', '40P01']);

const tries = 5;
const pause = 20;

/**
 * Does work again that the database undid for another transaction's sake, up to five times in all, after a random
 * pause of at most 20 ms, then 40, 60, 80. Throws what the last attempt threw. What work does outside of the
 * database it may do several times.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isUndoneForAnother(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt * Math.random()));
    }
  }
}

function isUndoneForAnother(error: unknown): boolean {
  return passing.has((error as { code?: unknown } | null)?.code);
}
