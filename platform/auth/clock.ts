/** A clock that programs agree about, whatever their machines' own clocks say. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The clock of this machine. */
export const ownClock: Clock = { now: () => Date.now() };

/** A clock that is set from elsewhere and carried on by the monotonic clock, which no change of the wall clock moves. */
export class SetClock implements Clock {
  #offset: number | null = null;

  now(): number {
    return this.#offset === null ? Date.now() : Math.round(performance.now() + this.#offset);
  }

  /** Sets it by a reading that was asked for at `before` and came at `after`, both of `performance.now()`. */
  set(reading: number, before: number, after: number): void {
    this.#offset = reading - (before + after) / 2;
  }

  /** Milliseconds by which the machine's own clock is ahead of this one. */
  get ownIsAheadBy(): number {
    return Date.now() - this.now();
  }
}
