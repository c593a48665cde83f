/**
 * One subscription that survives every break: it remembers the cursor of the last event, and after a break
 * asks for what came `after` it. Knows no socket and no clock of its own, so that each rule can be tested.
 */
import { asksForSession, waitAfter } from './back-off.ts';

export interface StreamSink<T> {
  next(event: T): void;
  /**
   * `code` is the GraphQL error code, `SOCKET` when the connection broke, or `WITHOUT_DATA` when an event came
   * that holds nothing but errors.
   */
  error(code: string): void;
  complete(): void;
}

export interface StreamOptions<T> {
  /** Starts the subscription after the given cursor (null: from now on); returns how to end it. */
  subscribe(after: string | null, sink: StreamSink<T>): () => void;
  cursorOf(event: T): string | null;
  onEvent(event: T): void;
  /**
   * The log no longer holds our cursor: the screen must be read anew. Resolves to the cursor it was read at;
   * rejects when it could not be read, which is then tried again.
   */
  resync(): Promise<string | null>;
  /** The session has run out; resolves when a new attempt makes sense. */
  renew(): Promise<void>;
  /** Resolves when the connection may be used; streams of one connection wait for it together. */
  pass?(): Promise<void>;
  /** true while the stream is being followed, false while it waits to try again. */
  onHealth(healthy: boolean): void;
  after?: string | null;
  random?: () => number;
}

export interface Stream {
  /** Try again now instead of waiting (the network came back, the tab woke up). */
  retryNow(): void;
  close(): void;
}

const settledAfterMs = 2_000;
const rememberedCursors = 1_000;
/** An event that came without data this often in a row is gone past: the screen is read anew instead. */
const maxWithoutData = 3;

export function openStream<T>(options: StreamOptions<T>): Stream {
  const random = options.random ?? Math.random;
  const seen = new Set<string>();
  let cursor = options.after ?? null;
  let attempts = 0;
  let withoutData = 0;
  let mustResync = false;
  let generation = 0;
  let closed = false;
  let end: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remember(next: string): boolean {
    if (seen.has(next)) return false;
    seen.add(next);
    if (seen.size > rememberedCursors) for (const oldest of [...seen].slice(0, 100)) seen.delete(oldest);
    cursor = next;
    return true;
  }

  function recordAnswer() {
    attempts = 0;
    options.onHealth(true);
  }

  function start() {
    const mine = ++generation;
    const current = () => !closed && mine === generation;
    clearTimeout(timer);
    timer = setTimeout(() => current() && recordAnswer(), settledAfterMs);
    end = options.subscribe(cursor, {
      next(event) {
        if (!current()) return;
        withoutData = 0;
        recordAnswer();
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
    if (code === 'WITHOUT_DATA') withoutData += 1;
    mustResync ||= code === 'RESYNC_REQUIRED' || withoutData >= maxWithoutData;
    const mine = generation;
    const current = () => !closed && mine === generation;
    const wait = () => {
      timer = setTimeout(begin, waitAfter(code, attempts, random));
    };
    const begin = async () => {
      if (!current()) return;
      const ready = await prepare(code);
      if (!current()) return;
      if (ready) return start();
      attempts += 1;
      wait();
    };
    // A connection has a wait of its own, common to all of its streams.
    if (code === 'SOCKET' && options.pass) void begin();
    else wait();
  }

  /** Whether the subscription can begin. */
  async function prepare(code: string): Promise<boolean> {
    if (asksForSession(code)) await options.renew().catch(() => undefined);
    await options.pass?.();
    if (!mustResync) return true;
    try {
      cursor = await options.resync();
    } catch {
      return false;
    }
    mustResync = false;
    withoutData = 0;
    return true;
  }

  if (options.pass) void options.pass().then(() => !closed && generation === 0 && start());
  else start();
  return {
    retryNow() {
      if (closed || end !== null || generation === 0) return;
      const mine = ++generation;
      clearTimeout(timer);
      void prepare('NUDGE').then((ready) => {
        if (closed || mine !== generation) return;
        if (ready) start();
        else retry('RESYNC_REQUIRED');
      });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      end?.();
      end = null;
    },
  };
}
