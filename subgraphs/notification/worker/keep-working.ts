import { setTimeout as sleep } from 'node:timers/promises';

interface Work {
  /** Does some of it, and says how many milliseconds to wait before the next. */
  round(): Promise<number>;
  /** A round that failed as a whole; the next comes after `poll` milliseconds. */
  onFault(error: unknown): void;
  poll: number;
}

/** Goes round after round until it is closed; closing lets the round under way end. */
export function keepWorking({ round, onFault, poll }: Work): { close(): Promise<void> } {
  const closing = new AbortController();

  async function work(): Promise<void> {
    while (!closing.signal.aborted) {
      const pause = await round().catch((error: unknown) => {
        onFault(error);
        return poll;
      });
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  const working = work();
  return {
    async close() {
      closing.abort();
      await working;
    },
  };
}
