import { setTimeout as sleep } from 'node:timers/promises';
import { waitLimitMs } from './wait-limit.ts';

/** Tries an assertion until it holds; after `waitLimitMs` its failure is the test's. */
export async function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  const deadline = Date.now() + waitLimitMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await sleep(15);
    }
  }
}
