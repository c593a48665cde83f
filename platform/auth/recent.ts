import { type Clock, ownClock } from './clock.ts';

/** Remembers the most recently written entries, at most `limit`, each until its time (ms since 1970). */
export class Recent<V> {
  readonly #entries = new Map<string, { value: V; until: number }>();
  readonly #limit: number;

  constructor(
    limit: number,
    private readonly clock: Clock = ownClock,
  ) {
    this.#limit = limit;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until > this.clock.now()) return entry.value;
    if (entry) this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: V, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until });
    if (this.#entries.size <= this.#limit) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
