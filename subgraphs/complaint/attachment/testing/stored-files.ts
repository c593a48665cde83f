import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of everything that the disk storage in this folder keeps, e.g. `<id>/file-<token>`. */
export async function storedFiles(folder: string): Promise<string[]> {
  const kept = join(folder, 'kept');
  const entries = await readdir(kept, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(kept.length + 1));
}
