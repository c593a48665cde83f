import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

/**
 * The last good answers to questions that everybody asks alike. However many ask at once, one question goes out
 * (single flight); while a newer answer is fetched, or none can be had, the last good one is given (stale while
 * revalidate). Bounded in answers and in questions that are out.
 */
export interface LastAnswers {
  /**
   * The answer to the question of this key. Null when there is none yet and none could be had.
   * @param ask fetches it; null or a rejection is no answer, and the last one stays.
   */
  read<Value>(key: string, ask: () => Promise<Value | null>): Promise<Value | null>;
}

interface Options {
  /** Answers are asked anew when they are older, in ms. */
  freshMs: number;
  /** Older answers are given to nobody, in ms. */
  keepMs: number;
  /** So long (ms) somebody waits for a newer answer before being given the last one. */
  patienceMs: number;
  /** Answers that are kept; those that were read longest ago go first. */
  most: number;
  /** Questions that are out at the same time; others wait. */
  maxOut: number;
  /** Milliseconds since any fixed moment; never goes back. */
  now(): number;
  wait(ms: number): Promise<void>;
}

interface Kept {
  value: unknown;
  at: number;
}

export function openLastAnswers(options: Options): LastAnswers {
  const { freshMs, keepMs, patienceMs, most, maxOut, now, wait } = options;
  const kept = new LRUCache<string, Kept>({ max: most });
  const out = new Map<string, Promise<unknown>>();
  const turn = pLimit(maxOut);

  function fetchOnce(key: string, ask: () => Promise<unknown>): Promise<unknown> {
    const flying = out.get(key);
    if (flying) return flying;
    const flight = turn(ask)
      .catch(() => null)
      .then((value) => {
        if (value !== null) kept.set(key, { value, at: now() });
        out.delete(key);
        return value;
      });
    out.set(key, flight);
    return flight;
  }

  return {
    async read<Value>(key: string, ask: () => Promise<Value | null>): Promise<Value | null> {
      const last = kept.get(key);
      const age = last ? now() - last.at : Number.POSITIVE_INFINITY;
      if (last && age < freshMs) return last.value as Value;
      const newer = fetchOnce(key, ask) as Promise<Value | null>;
      if (!last || age >= keepMs) return newer;
      const first = await Promise.race([newer, wait(patienceMs).then(() => null)]);
      return first ?? (last.value as Value);
    },
  };
}
