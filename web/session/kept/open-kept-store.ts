import { readConfig } from '../../config.ts';
import { openDiskStore } from './disk-store.ts';
import type { KeptStore } from './kept-store.ts';
import { openMemoryStore } from './memory-store.ts';
import { openRedisStore } from './redis-store.ts';

/** On `globalThis`: Next loads a module once for pages and once for route handlers. */
const registry = globalThis as typeof globalThis & { keptStore?: Promise<KeptStore> };

/** The store of this program: Redis where there is one, else the folder, else memory. Opened when first asked for. */
export function keptStore(): Promise<KeptStore> {
  registry.keptStore ??= open().catch((error: unknown) => {
    delete registry.keptStore;
    throw error;
  });
  return registry.keptStore;
}

async function open(): Promise<KeptStore> {
  const { redisUrl, draftsFolder } = readConfig();
  if (redisUrl) return openRedisStore(redisUrl);
  return draftsFolder ? openDiskStore(draftsFolder) : openMemoryStore();
}
