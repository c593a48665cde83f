/**
 * Whom the directory named last, by the subject of their token and the language: while it is away, the pages of staff are
 * shown as before instead of sending people to sign in. What they may see and do is decided by the gateway each time.
 */

interface Known<V> {
  viewer: V;
  at: number;
}

export interface KnownViewers<V> {
  remember(key: string, viewer: V): void;
  /** Who this was, unless that is too long ago. */
  recall(key: string): V | null;
}

/** Keeps the newest `max` people, each for `forMs` by the clock `now` (milliseconds). */
export function openKnownViewers<V>(
  { max, forMs }: { max: number; forMs: number },
  now: () => number = () => performance.now(),
): KnownViewers<V> {
  const known = new Map<string, Known<V>>();
  return {
    remember(key, viewer) {
      known.delete(key);
      known.set(key, { viewer, at: now() });
      const [oldest] = known.keys();
      if (known.size > max && oldest !== undefined) known.delete(oldest);
    },
    recall(key) {
      const found = known.get(key);
      if (!found) return null;
      if (now() - found.at <= forMs) return found.viewer;
      known.delete(key);
      return null;
    },
  };
}
