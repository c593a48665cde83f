import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import type { Store, StoredEntry } from './store.ts';

/** What makes somebody stay signed in; the rest lives for minutes and may be lost. */
const lasting = new Set(['Session', 'Grant', 'RefreshToken']);
const settle = 250;

/**
 * Lets sign-ins outlive a restart: keeps the lasting part of the store in `sessions.json` of a folder,
 * readable to its owner only. Written a quarter of a second after a change, and when closed.
 */
export async function keepInFile(
  store: Store,
  folder: string,
  logger: Logger,
): Promise<{ close(): Promise<void> }> {
  const path = join(folder, 'sessions.json');
  try {
    store.restore(JSON.parse(await readFile(path, 'utf8')) as StoredEntry[]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      logger.warn({ err: error, path }, 'the kept sign-ins cannot be read; everybody has to sign in again');
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(async () => {
        await writeFile(`${path}.new`, JSON.stringify(store.entries(lasting)), { mode: 0o600 });
        await rename(`${path}.new`, path);
      })
      .catch((error: unknown) => logger.error({ err: error, path }, 'sign-ins cannot be kept'));
  };
  store.onChange((model) => {
    if (!lasting.has(model) || timer) return;
    timer = setTimeout(write, settle);
    timer.unref();
  });
  return {
    async close() {
      if (timer) write();
      await writing;
    },
  };
}
