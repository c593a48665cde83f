import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkKey, type KeptLimits, type KeptStore, type KeptValue, keptLimits } from './kept-store.ts';

const sweepIntervalMs = 60 * 60 * 1_000;

/**
 * Keeps values as files of one folder, for the embedded form with its single web server. A file holds
 * `revision expiry value`, the expiry in Unix milliseconds; it is written whole and then renamed.
 */
export async function openDiskStore(folder: string, limits: KeptLimits = keptLimits): Promise<KeptStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const queues = new Map<string, Promise<unknown>>();
  const known = new Set<string>();
  const pathOf = (key: string) => join(folder, checkKey(key));

  async function load(key: string): Promise<KeptValue | null> {
    const text = await readFile(pathOf(key), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const [, revision, until, value] = /^(\d+) (\d+) (.+)$/s.exec(text ?? '') ?? [];
    if (!revision || !until || !value || Number(until) <= Date.now()) return null;
    return { value, revision: Number(revision) };
  }

  async function sweep(): Promise<void> {
    known.clear();
    for (const name of await readdir(folder)) {
      const expired = !/^[a-f0-9]{64}$/.test(name) || (await load(name).catch(() => null)) === null;
      if (expired && !queues.has(name)) await rm(join(folder, name), { force: true });
      else known.add(name);
    }
  }

  /** One write of a key after the other. */
  function inQueue<T>(key: string, work: () => Promise<T>): Promise<T> {
    const done = (queues.get(key) ?? Promise.resolve()).then(work, work);
    queues.set(key, done);
    const settled = () => {
      if (queues.get(key) === done) queues.delete(key);
    };
    done.then(settled, settled);
    return done;
  }

  await sweep();
  const timer = setInterval(() => void sweep().catch(() => undefined), sweepIntervalMs);
  timer.unref();

  return {
    read: load,
    write: (key, value, { lifeSeconds, expected }) =>
      inQueue(key, async () => {
        const before = await load(key);
        if ((before?.revision ?? 0) !== expected) return 'changed';
        if (value.length > limits.maxValueLength) return 'full';
        if (!known.has(key) && known.size >= limits.maxKeys) return 'full';
        const partial = `${pathOf(key)}.part`;
        await writeFile(partial, `${expected + 1} ${Date.now() + lifeSeconds * 1_000} ${value}`, {
          mode: 0o600,
        });
        await rename(partial, pathOf(key));
        known.add(key);
        return 'written';
      }),
    remove: (key) =>
      inQueue(key, async () => {
        await rm(pathOf(key), { force: true });
        known.delete(key);
      }),
    async close() {
      clearInterval(timer);
      await Promise.allSettled(queues.values());
    },
  };
}
