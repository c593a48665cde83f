import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from '@bekhedmetkom/time/back-off';

export interface Heartbeat {
  /** Asks for one more round, at once or as soon as the running one ends. */
  wake(): void;
  /** Lets the running round end, and no other begin. */
  close(): Promise<void>;
}

/**
 * Runs rounds one after another: when woken, and otherwise after the pause (milliseconds) that the last round
 * asked for. A round that throws is told to `onError` and followed, after a growing pause, by another.
 */
export function startHeartbeat(round: () => Promise<number>, onError: (error: unknown) => void): Heartbeat {
  const closing = new AbortController();
  let woken = false;
  let nap = new AbortController();
  let failures = 0;

  async function beat(): Promise<void> {
    while (!closing.signal.aborted) {
      woken = false;
      let pause: number;
      try {
        pause = await round();
        failures = 0;
      } catch (error) {
        onError(error);
        pause = backOff(++failures, { first: 100, longest: 2_000 });
      }
      if (woken && failures === 0) continue;
      nap = new AbortController();
      if (!closing.signal.aborted) await sleep(pause, undefined, { signal: nap.signal }).catch(() => {});
    }
  }

  const running = beat();
  return {
    wake() {
      woken = true;
      if (failures === 0) nap.abort();
    },
    async close() {
      closing.abort();
      nap.abort();
      await running;
    },
  };
}
