export interface Throttled {
  /** Asks for the work to be done, now or as soon as it may be again. */
  touch(): void;
  /** Lets running work end, and none begin. */
  close(): Promise<void>;
}

/**
 * Does work when asked, at once after a rest of at least `interval` milliseconds since it was done last. Work
 * that throws is told to `onError` and done again.
 */
export function atMostEvery(
  interval: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Throttled {
  let wanted = false;
  let closed = false;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const run = async () => {
    wanted = false;
    try {
      await work();
    } catch (error) {
      onError(error);
      wanted = true;
    }
    lastEnd = performance.now();
    running = null;
    plan();
  };
  const plan = () => {
    if (!wanted || closed || timer || running) return;
    const wait = Math.max(0, Math.ceil(lastEnd + interval - performance.now()));
    timer = setTimeout(() => {
      timer = null;
      running = run();
    }, wait);
  };
  return {
    touch() {
      wanted = true;
      plan();
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
