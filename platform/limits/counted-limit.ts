import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Limiters, Window } from './limiters.ts';

export interface Counted {
  count: number;
  /** Milliseconds until the count begins anew. */
  left: number;
}

export interface CountedLimit extends Window {
  /** Adds to the count of a key, also beyond the limit, and gives the count that this makes. Atomic, also among processes. */
  add(key: string, by?: number): Promise<Counted>;
  /** Takes back what was added and did not happen after all. */
  takeBack(key: string, by?: number): Promise<void>;
  /** Lets the time of a count begin anew without changing it. */
  prolong(key: string, count: number): Promise<void>;
  forget(key: string): Promise<void>;
}

/**
 * A count per key that begins anew after a fixed time. It is counted in Redis for all processes, and in this process
 * besides; the higher of both counts, so that whoever is over the limit stays so when Redis goes, or comes back empty.
 */
export function makeCountedLimit(limiters: Limiters, name: string, window: Window): CountedLimit {
  const { shared, own } = limiters.limiter(name, window);
  const keyOf = (key: string) => limiters.keyOf(`${name} ${key}`);

  return {
    ...window,
    async add(key, by = 1) {
      const at = keyOf(key);
      const counted = await shared.penalty(at, by);
      if (own.gave(counted)) return toCounted(counted);
      const here = await own.penalty(at, by);
      return toCounted(here.consumedPoints > counted.consumedPoints ? here : counted);
    },
    async takeBack(key, by = 1) {
      const at = keyOf(key);
      if (!own.gave(await shared.reward(at, by))) await own.reward(at, by);
    },
    async prolong(key, count) {
      const at = keyOf(key);
      await shared.set(at, count, window.duration);
      if (shared !== own) await own.set(at, count, window.duration);
    },
    async forget(key) {
      const at = keyOf(key);
      await shared.delete(at);
      if (shared !== own) await own.delete(at);
    },
  };
}

/** So much of one limit, counted under one key. */
export interface Claim {
  limit: CountedLimit;
  key: string;
  by?: number;
}

/**
 * Takes from several limits at once: all of it, or nothing when one of them has too little left. Gives how to return
 * it, or the milliseconds until what was missing is there again.
 */
export async function takeAll(
  claims: readonly Claim[],
): Promise<{ giveBack(): Promise<void> } | { wait: number }> {
  const giveBack = async () => {
    await Promise.all(claims.map(({ limit, key, by }) => limit.takeBack(key, by)));
  };
  const waits = await Promise.all(
    claims.map(async ({ limit, key, by }) => {
      const { count, left } = await limit.add(key, by);
      return count > limit.points ? left : 0;
    }),
  );
  const wait = Math.max(0, ...waits);
  if (wait === 0) return { giveBack };
  await giveBack();
  return { wait };
}

function toCounted({ consumedPoints, msBeforeNext }: RateLimiterRes): Counted {
  return { count: consumedPoints, left: msBeforeNext };
}
