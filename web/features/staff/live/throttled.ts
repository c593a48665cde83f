/** Runs a task at most once in a while, however often it is asked for; the last asking is never lost. */
export interface Paced {
  ask(): void;
  close(): void;
}

/** The first asking runs after `settleMs`, later ones no sooner than `everyMs` after the last run began. */
export function throttled(task: () => Promise<void>, settleMs: number, everyMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let askedAgain = false;
  let lastRun = Number.NEGATIVE_INFINITY;
  let closed = false;

  async function run() {
    timer = undefined;
    running = true;
    lastRun = Date.now();
    await task().catch(() => undefined);
    running = false;
    if (askedAgain) ask();
  }

  function ask() {
    if (closed) return;
    askedAgain = running;
    if (running || timer) return;
    timer = setTimeout(run, Math.max(settleMs, lastRun + everyMs - Date.now()));
  }

  return {
    ask,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
