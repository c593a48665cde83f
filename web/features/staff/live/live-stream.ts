/**
 * One subscription that survives everything: it remembers the cursor of the last event, and after any break
 * asks for what came `after` it. Knows no socket and no clock of its own, so that each rule can be tested.
 */
export interface StreamSink<T> {
  next(event: T): void;
  /** `code` is the GraphQL error code, or `SOCKET` when the connection broke. */
  error(code: string): void;
  complete(): void;
}

export interface StreamOptions<T> {
  /** Starts the subscription after the given cursor (null: from now on); returns how to end it. */
  subscribe(after: string | null, sink: StreamSink<T>): () => void;
  cursorOf(event: T): string | null;
  onEvent(event: T): void;
  /** The log no longer holds our cursor: the screen must be read anew. Resolves to the cursor it was read at. */
  resync(): Promise<string | null>;
  /** The session has run out; resolves when a new attempt makes sense. */
  renew(): Promise<void>;
  /** true while the stream is being followed, false while it waits to try again. */
  onHealth(healthy: boolean): void;
  after?: string | null;
  random?: () => number;
}

export interface Stream {
  /** Try again now instead of waiting (the network came back, the tab woke up). */
  nudge(): void;
  close(): void;
}

const settledAfterMs = 2_000;
const longestWaitMs = 4_000;
const rememberedCursors = 200;

/** Milliseconds before the nth attempt in a row (1 = first retry): doubling from 250 ms to 4 s, with jitter. */
export function waitBefore(attempt: number, random: () => number): number {
  const wait = Math.min(longestWaitMs, 250 * 2 ** Math.min(attempt - 1, 10));
  return Math.round(wait * (0.75 + random() * 0.5));
}

export function openStream<T>(options: StreamOptions<T>): Stream {
  const random = options.random ?? Math.random;
  const seen = new Set<string>();
  let cursor = options.after ?? null;
  let attempts = 0;
  let generation = 0;
  let closed = false;
  let end: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remember(next: string): boolean {
    if (seen.has(next)) return false;
    seen.add(next);
    if (seen.size > rememberedCursors) for (const oldest of [...seen].slice(0, 50)) seen.delete(oldest);
    cursor = next;
    return true;
  }

  function settle() {
    attempts = 0;
    options.onHealth(true);
  }

  function start() {
    const mine = ++generation;
    const current = () => !closed && mine === generation;
    clearTimeout(timer);
    timer = setTimeout(() => current() && settle(), settledAfterMs);
    end = options.subscribe(cursor, {
      next(event) {
        if (!current()) return;
        settle();
        const at = options.cursorOf(event);
        if (at === null || remember(at)) options.onEvent(event);
      },
      error: (code) => current() && retry(code),
      complete: () => current() && retry('COMPLETE'),
    });
  }

  function retry(code: string) {
    generation += 1;
    const release = end;
    end = null;
    release?.();
    options.onHealth(false);
    clearTimeout(timer);
    attempts += 1;
    const mine = generation;
    void prepare(code).then(() => {
      if (closed || mine !== generation) return;
      timer = setTimeout(start, waitBefore(attempts, random));
    });
  }

  async function prepare(code: string) {
    if (code === 'UNAUTHENTICATED') await options.renew().catch(() => undefined);
    if (code !== 'RESYNC_REQUIRED') return;
    cursor = null;
    cursor = await options.resync().catch(() => null);
  }

  start();
  return {
    nudge() {
      if (closed || end !== null) return;
      generation += 1;
      start();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      end?.();
      end = null;
    },
  };
}
