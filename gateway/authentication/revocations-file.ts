import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface RevocationsFile {
  /** What was kept and has not expired, by token id: until when (milliseconds since 1970). */
  kept: ReadonlyMap<string, number>;
  /** Resolves when it is on disk. */
  keep(tokenId: string, expiresAt: number): Promise<void>;
}

/**
 * Opens the file in which a gateway without Redis keeps revoked tokens across restarts: a line for each, of digests
 * and times alone. Expired ones are dropped when it is opened.
 */
export async function openRevocationsFile(folder: string): Promise<RevocationsFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'revoked-tokens');
  const text = await readFile(path, 'utf8').catch(() => '');
  const kept = new Map<string, number>();
  for (const line of text.split('\n')) {
    // A last line that a crash cut off says nothing.
    const [, id, expiresAt] = /^([\w-]+) (\d+)$/.exec(line) ?? [];
    if (id && Number(expiresAt) > Date.now()) kept.set(id, Number(expiresAt));
  }
  const lines = [...kept].map(([id, expiresAt]) => `${id} ${expiresAt}\n`);
  await writeFile(`${path}.new`, lines.join(''), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return {
    kept,
    keep: (tokenId, expiresAt) => appendFile(path, `${tokenId} ${expiresAt}\n`, { mode: 0o600, flush: true }),
  };
}
