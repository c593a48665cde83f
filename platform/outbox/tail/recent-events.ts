import type { LoggedEvent } from '../log/logged-event.ts';

/** The end of a log, kept in memory: what a crowd that reconnects asks for again. */
export class RecentEvents {
  #events: LoggedEvent[] = []; // Without gaps.
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(events: LoggedEvent[]): void {
    this.#events.push(...events);
    // Cut seldom: moving the rest costs.
    if (this.#events.length > 2 * this.#limit) this.#events = this.#events.slice(-this.#limit);
  }

  /** Everything after a position, at most `limit`; null when the memory does not reach back so far. */
  after(position: number, limit: number): LoggedEvent[] | null {
    const first = this.#events[0]?.position;
    if (first === undefined || position < first - 1) return null;
    const start = position - first + 1;
    return this.#events.slice(start, start + limit);
  }

  clear(): void {
    this.#events = [];
  }
}
