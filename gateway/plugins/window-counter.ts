import { LRUCache } from 'lru-cache';
import type { SharedMemory } from './redis.ts';

export interface Counted {
  count: number;
  /** Milliseconds until the count begins anew. */
  left: number;
}

export interface WindowCounter {
  /** Adds to the count of a caller, and gives the count that this makes. Atomic, also among gateways. */
  add(caller: string, by: number): Promise<Counted>;
}

/**
 * Opens a count per caller that begins anew after a fixed time. Counted in Redis for all gateways and in this
 * process besides; the higher of both counts, so that a limit stays when Redis goes.
 */
export function openWindowCounter(
  name: string,
  windowMilliseconds: number,
  memory: SharedMemory | undefined,
): WindowCounter {
  const own = new LRUCache<string, { count: number; until: number }>({ max: 100_000 });

  function addHere(caller: string, by: number): Counted {
    const now = Date.now();
    let entry = own.get(caller);
    if (!entry || entry.until <= now) entry = { count: 0, until: now + windowMilliseconds };
    entry.count += by;
    own.set(caller, entry);
    return { count: entry.count, left: entry.until - now };
  }

  return {
    async add(caller, by) {
      const here = addHere(caller, by);
      const key = `bk:{${caller}}:${name}`;
      const shared = await memory?.together([
        ['INCRBY', key, String(by)],
        ['PEXPIRE', key, String(windowMilliseconds), 'NX'],
        ['PTTL', key],
      ]);
      if (!shared) return here;
      return { count: Math.max(here.count, Number(shared[0])), left: Math.max(here.left, Number(shared[2])) };
    },
  };
}
