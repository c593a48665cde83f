export interface Attempts {
  /** How many seconds the next try has to wait; 0 when it may go ahead. */
  wait(username: string, now: number): number;
  failed(username: string, now: number): void;
  succeeded(username: string): void;
}

interface Options {
  /** Wrong tries before the first delay. */
  free: number;
  /** Seconds that each further try has to wait. */
  delay: number;
  /** Seconds after which wrong tries are forgotten. */
  memory: number;
  /** Names remembered at most; the ones tried longest ago go first. */
  most: number;
}

const usual: Options = { free: 5, delay: 30, memory: 900, most: 10_000 };

/**
 * Counts wrong passwords by the name that was tried, whether it exists or not. Times are milliseconds.
 * It delays and never locks out: nobody can keep a colleague from work by guessing.
 */
export function makeAttempts(options: Partial<Options> = {}): Attempts {
  const { free, delay, memory, most } = { ...usual, ...options };
  const tries = new Map<string, { wrong: number; last: number }>();
  const recent = (username: string, now: number) => {
    const seen = tries.get(username);
    return seen && now - seen.last < memory * 1000 ? seen : undefined;
  };
  return {
    wait(username, now) {
      const seen = recent(username, now);
      if (!seen || seen.wrong < free) return 0;
      return Math.max(0, Math.ceil((seen.last + delay * 1000 - now) / 1000));
    },
    failed(username, now) {
      const wrong = (recent(username, now)?.wrong ?? 0) + 1;
      tries.delete(username);
      tries.set(username, { wrong, last: now });
      const [oldest] = tries.keys();
      if (tries.size > most && oldest !== undefined) tries.delete(oldest);
    },
    succeeded: (username) => void tries.delete(username),
  };
}
