import { setTimeout as sleep } from 'node:timers/promises';

/** Tries an assertion until it holds; after `within` milliseconds (5,000 unless given) its failure is the test's. */
export async function eventually<T>(assertion: () => T | Promise<T>, { within = 5_000 } = {}): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await sleep(15);
    }
  }
}
