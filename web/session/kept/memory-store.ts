import { checkKey, type KeptLimits, type KeptStore, keptLimits } from './kept-store.ts';

/** Keeps values in this process: for development and tests. They are gone when it ends. */
export function openMemoryStore(limits: KeptLimits = keptLimits): KeptStore {
  const entries = new Map<string, { value: string; revision: number; until: number }>();
  const alive = (key: string) => {
    const entry = entries.get(checkKey(key));
    if (entry && entry.until <= Date.now()) entries.delete(key);
    return entries.get(key) ?? null;
  };
  return {
    async read(key) {
      const entry = alive(key);
      return entry && { value: entry.value, revision: entry.revision };
    },
    async write(key, value, { lifeSeconds, expected }) {
      const entry = alive(key);
      if ((entry?.revision ?? 0) !== expected) return 'changed';
      if (value.length > limits.maxValueLength) return 'full';
      if (!entry && entries.size >= limits.maxKeys) {
        for (const one of [...entries.keys()]) alive(one);
        if (entries.size >= limits.maxKeys) return 'full';
      }
      entries.set(key, { value, revision: expected + 1, until: Date.now() + lifeSeconds * 1_000 });
      return 'written';
    },
    async remove(key) {
      entries.delete(checkKey(key));
    },
    async close() {
      entries.clear();
    },
  };
}
