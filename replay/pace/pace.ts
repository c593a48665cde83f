import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Waits until the next `count` cases may go. Throws when the replay is stopped meanwhile. */
  wait(count?: number): Promise<void>;
}

/** Spreads cases evenly, `perSecond` of them a second; null does not hold back at all. Pauses are not caught up. */
export function openPace(perSecond: number | null, signal: AbortSignal): Pace {
  let free = performance.now();
  return {
    async wait(count = 1) {
      signal.throwIfAborted();
      if (perSecond === null) return;
      const now = performance.now();
      const start = Math.max(free, now);
      free = start + (count * 1000) / perSecond;
      if (start > now) await sleep(start - now, undefined, { signal });
    },
  };
}
