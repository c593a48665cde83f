/**
 * The server’s time as a browser knows it, whatever the clock of the device says. It is carried on by the monotonic
 * clock of the page; the device’s own clock is used for one thing only: that it moves apart from the monotonic one tells
 * that the device slept or that its clock was set, and the server is asked again.
 */
export interface ServerClock {
  /** Takes in a time that the server told (ms since 1970), which it wrote before the page’s clock showed `heardAt`. */
  heard(serverTime: number, heardAt?: number): void;
  /** Milliseconds since 1970 by the server’s clock; never ahead of it, and behind by the way to here. */
  now(): number;
}

export interface ClockSources {
  /** Milliseconds that have passed since some fixed moment. */
  monotonic(): number;
  /** What the device takes for the time, ms since 1970. */
  device(): number;
  /** Asks the server for its time, ms since 1970; null when it cannot be reached. */
  ask(): Promise<number | null>;
}

/** Clocks that part by more than this (ms) were stopped or set. */
const tolerated = 5_000;

export function openServerClock({ monotonic, device, ask }: ClockSources): ServerClock {
  /** Server time less monotonic time. Each time that was heard is a lower bound; the greatest is the nearest. */
  let ahead: number | null = null;
  let apart = device() - monotonic();
  let asking = false;

  const heard = (serverTime: number, heardAt = monotonic()) => {
    ahead = Math.max(ahead ?? Number.NEGATIVE_INFINITY, serverTime - heardAt);
  };
  const askAgain = async () => {
    asking = true;
    const told = await ask().catch(() => null);
    asking = false;
    if (told === null) return;
    ahead = told - monotonic();
    apart = device() - monotonic();
  };
  return {
    heard,
    now() {
      if (Math.abs(device() - monotonic() - apart) > tolerated && !asking) void askAgain();
      return monotonic() + (ahead ?? device() - monotonic());
    },
  };
}
