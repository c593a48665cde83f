import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { exactLength } from './exact-length.ts';
import { checkKey, type FileStorage } from './file-storage.ts';

/**
 * Files in a folder of this machine, or of one that all replicas share. A file is written beside its place,
 * flushed to the disk and then renamed, so that nobody ever meets half of one.
 */
export async function openDiskStorage(folder: string): Promise<FileStorage> {
  const arriving = join(folder, 'arriving');
  await mkdir(arriving, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new StartupError(`Attachments cannot be kept in ${folder}: ${(cause as Error).message}`, { cause });
  });
  await removeDead(arriving);
  const placeOf = (key: string): string => {
    checkKey(key);
    return join(folder, 'kept', key);
  };

  return {
    async put(key, content, bytes) {
      const place = placeOf(key);
      const draft = join(arriving, randomUUID());
      const file = await open(draft, 'wx', 0o600);
      try {
        await pipeline(content, exactLength(bytes), file.createWriteStream({ flush: true }));
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await rename(draft, place);
      } catch (error) {
        await file.close().catch(() => {});
        await rm(draft, { force: true });
        await rm(place, { force: true });
        throw error;
      }
    },
    async open(key, range) {
      const file = await open(placeOf(key), 'r').catch(absent);
      return file?.createReadStream(range && { start: range.start, end: range.end - 1 }) ?? null;
    },
    async remove(key) {
      const place = placeOf(key);
      await rm(place, { force: true });
      // The folder of an attachment goes with its last file.
      await rmdir(dirname(place)).catch(() => {});
    },
    async close() {},
  };
}

/** Removes what a process left that was killed while it wrote: nothing is written for a day. */
async function removeDead(arriving: string): Promise<void> {
  const old = Date.now() - 86_400_000;
  for (const name of await readdir(arriving)) {
    const path = join(arriving, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < old) await rm(path, { force: true }).catch(() => {});
  }
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
