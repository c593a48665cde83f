/** Callbacks that may come and go while one source of events stays. */
export interface Listeners<Args extends unknown[]> {
  /** Adds a callback; returns how to remove it. The same function for ever, so that effects may depend on it. */
  add(listener: (...args: Args) => void): () => void;
  tell(...args: Args): void;
}

export function listeners<Args extends unknown[] = []>(): Listeners<Args> {
  const all = new Set<(...args: Args) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(...args) {
      for (const listener of [...all]) listener(...args);
    },
  };
}
