import { Fault } from '@bekhedmetkom/platform/errors';
import { LRUCache } from 'lru-cache';
import type { SharedMemory } from './redis.ts';

const allowed = 20;
const windowMilliseconds = 10 * 60_000;
/** Guesses of one caller that are looked at together; more wait, so that right ones are not taken for many wrong. */
const together = 10;

export interface Tries {
  /**
   * Lets an operation with so many guesses run, and counts those that its answer calls wrong. Throws a
   * Fault RATE_LIMITED with `retryAfter` in seconds when there are not that many left; then nothing runs.
   */
  guess<T>(client: string, count: number, run: () => Promise<{ answer: T; wrong: number }>): Promise<T>;
  /** For a guess whose answer comes late, if ever. Throws as `guess` does; `wrong` counts it afterwards. */
  mayGuess(client: string): Promise<void>;
  wrong(client: string): void;
}

/**
 * Opens the count of wrong tries at references and secrets: 20 in 10 minutes per caller. Tries are counted
 * before they are made and given back when they were right, so that many at once are not one. Counted in
 * Redis for all gateways and in this process besides, so that the limit stays when Redis goes.
 */
export function openTries(memory: SharedMemory | undefined): Tries {
  const own = new LRUCache<string, { count: number; until: number }>({ max: 100_000 });
  const queues = new Map<string, { running: number; waiting: (() => void)[] }>();

  function countHere(client: string, tries: number): { count: number; left: number } {
    const now = Date.now();
    let entry = own.get(client);
    if (!entry || entry.until <= now) entry = { count: 0, until: now + windowMilliseconds };
    entry.count = Math.max(0, entry.count + tries);
    own.set(client, entry);
    return { count: entry.count, left: entry.until - now };
  }

  async function countAll(client: string, tries: number): Promise<{ count: number; left: number }> {
    const here = countHere(client, tries);
    const key = `bk:{${client}}:tries`;
    const shared = await memory?.together([
      ['INCRBY', key, String(tries)],
      ['PEXPIRE', key, String(windowMilliseconds), 'NX'],
      ['PTTL', key],
    ]);
    if (!shared) return here;
    return { count: Math.max(here.count, Number(shared[0])), left: Math.max(here.left, Number(shared[2])) };
  }

  function refuse(left: number): never {
    const retryAfter = Math.max(1, Math.ceil(left / 1000));
    throw new Fault('RATE_LIMITED', 'Too many tries. Please wait before you try again.', {
      extensions: { retryAfter },
    });
  }

  async function inTurn<T>(client: string, run: () => Promise<T>): Promise<T> {
    const queue = queues.get(client) ?? { running: 0, waiting: [] };
    queues.set(client, queue);
    if (queue.running >= together) await new Promise<void>((resolve) => queue.waiting.push(resolve));
    queue.running += 1;
    try {
      return await run();
    } finally {
      queue.running -= 1;
      queue.waiting.shift()?.();
      if (queue.running === 0 && queue.waiting.length === 0) queues.delete(client);
    }
  }

  return {
    guess: (client, count, run) =>
      inTurn(client, async () => {
        const counted = await countAll(client, count);
        if (counted.count > allowed) refuse(counted.left);
        const { answer, wrong } = await run();
        if (wrong < count) await countAll(client, wrong - count);
        return answer;
      }),
    async mayGuess(client) {
      const counted = await countAll(client, 0);
      if (counted.count >= allowed) refuse(counted.left);
    },
    wrong(client) {
      void countAll(client, 1);
    },
  };
}
