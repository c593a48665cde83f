/**
 * When the streams of one socket may try to connect. While the socket is up: at once. While it is down all of
 * them wait for one common attempt, so that there is never more than one socket; while the browser says that
 * it is offline none is made, but for a rare one in case the browser is wrong.
 */
import { waitBefore } from './back-off.ts';

export interface ConnectionGate {
  /** Resolves when the caller may use the socket, or may open it. */
  pass(): Promise<void>;
  opened(): void;
  /** The socket closed, or could not be opened. */
  closed(): void;
  offline(): void;
  /** The network is back, or somebody looks: the next attempt is made now. */
  retryNow(): void;
  close(): void;
}

const offlineProbeMs = 30_000;
/** A socket that stayed up this long begins the next series of attempts anew. */
const settledMs = 5_000;

export function openGate(random: () => number = Math.random): ConnectionGate {
  let state: 'idle' | 'up' | 'down' = 'idle';
  let online = true;
  let attempts = 0;
  let openedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  function release(): void {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  }
  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(release, online ? waitBefore(Math.max(1, attempts), random) : offlineProbeMs);
  }

  return {
    pass() {
      if (state !== 'down') return Promise.resolve();
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      if (timer === undefined) plan();
      return turn;
    },
    opened() {
      state = 'up';
      online = true;
      openedAt = Date.now();
      release();
    },
    closed() {
      if (state === 'up' && Date.now() - openedAt >= settledMs) attempts = 0;
      state = 'down';
      attempts += 1;
    },
    offline() {
      online = false;
      if (waiting.length > 0) plan();
    },
    retryNow() {
      online = true;
      attempts = 0;
      release();
    },
    close() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
