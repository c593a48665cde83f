/** The addresses at which the replicas of one subgraph may be, taken in turn; those in trouble last. */
export class UpstreamPool {
  readonly #origins: { url: URL; troubledUntil: number }[];
  #turn = 0;

  constructor(urls: readonly string[]) {
    this.#origins = urls.map((url) => ({ url: new URL(url), troubledUntil: 0 }));
  }

  /** Every origin once, in the order in which to try them now. */
  inOrder(): URL[] {
    const start = this.#turn++ % this.#origins.length;
    const rotated = [...this.#origins.slice(start), ...this.#origins.slice(0, start)];
    const now = Date.now();
    const well = rotated.filter((origin) => origin.troubledUntil <= now);
    const troubled = rotated.filter((origin) => origin.troubledUntil > now);
    return [...well, ...troubled].map((origin) => origin.url);
  }

  get all(): URL[] {
    return this.#origins.map((origin) => origin.url);
  }

  /** Whether no replica is known to answer at the moment. */
  get allTroubled(): boolean {
    const now = Date.now();
    return this.#origins.every((origin) => origin.troubledUntil > now);
  }

  /** Puts an origin last for a while. `milliseconds` 0 forgives it. */
  markUnhealthy(url: URL, milliseconds: number): void {
    for (const origin of this.#origins) {
      if (origin.url === url) origin.troubledUntil = milliseconds === 0 ? 0 : Date.now() + milliseconds;
    }
  }
}
