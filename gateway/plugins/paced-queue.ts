export interface Pace {
  /** How many may pass a second. */
  perSecond: number;
  /** How many may pass at once after a quiet time. */
  burst: number;
  /** The longest that one waits for its turn, milliseconds; whoever would wait longer is refused. */
  patience: number;
}

/** Refused: a new one would wait longer than it may. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  /** Milliseconds until it would have its turn. */
  readonly wait: number;

  constructor(wait: number) {
    super('too many at once');
    this.wait = wait;
  }
}

/**
 * Lets what one caller sends pass at a steady pace: a burst at once, then so many a second. What comes faster waits
 * for its turn, and is refused when that would take too long, so that a flood costs nobody else anything.
 */
export class PacedQueue {
  /** The moment at which everything that was admitted has had its turn, milliseconds since 1970. */
  #busyUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pace: Pace,
    private readonly now: () => number = Date.now,
  ) {}

  /** Resolves when it is the turn of so many. Throws TooMany instead of waiting too long; then none is counted. */
  async take(count = 1): Promise<void> {
    const { perSecond, burst, patience } = this.pace;
    const each = 1_000 / perSecond;
    const now = this.now();
    const turn = Math.max(this.#busyUntil, now - burst * each) + count * each;
    const wait = turn - now;
    if (wait > patience) throw new TooMany(wait);
    this.#busyUntil = turn;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
