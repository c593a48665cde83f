import { createHash } from 'node:crypto';
import { seal, unseal } from '../cookies/seal.ts';
import { type FairShare, openFairShare } from './fair-share.ts';
import type { KeptStore } from './kept-store.ts';

/** Names a record; who has the id and the key (in a cookie of the browser) can read it, nobody else. */
export interface RecordRef {
  purpose: 'draft' | 'form' | 'files';
  /** Public: stands in addresses. */
  id: string;
  /** Secret of the browser that wrote it. */
  key: string;
}

/** Largest record in the clear, in bytes of JSON. */
const maxPlainBytes = 4 * 1024 * 1024;

/**
 * Reads a record. It is encrypted with the server's secret and the browser's key together, so neither a copy of the
 * store nor the server alone gives it away. Null when there is none. Throws when the store cannot be reached.
 */
export async function readRecord(
  store: KeptStore,
  ref: RecordRef,
  secret: string,
): Promise<{ value: unknown; revision: number } | null> {
  const found = await store.read(storeKey(ref));
  if (!found) return null;
  const value = unseal(found.value, purposeOf(ref), secret, maxPlainBytes);
  return value === null ? null : { value, revision: found.revision };
}

/** Of this process; on `globalThis`, as Next loads a module more than once. */
const registry = globalThis as typeof globalThis & { keptShares?: FairShare };

/**
 * Writes a record over the revision that was read (0: none). See {@link KeptStore.write} for the outcomes; `full` also
 * for an address that has written more than its share.
 */
export async function writeRecord(
  store: KeptStore,
  ref: RecordRef,
  value: unknown,
  options: { secret: string; lifeSeconds: number; expected: number; address: string },
) {
  const { secret, lifeSeconds, expected, address } = options;
  const sealed = seal(value, purposeOf(ref), secret);
  registry.keptShares ??= openFairShare();
  const write = { isNew: expected === 0, length: sealed.length };
  if (!registry.keptShares.take(address, write, Date.now())) return 'full';
  return store.write(storeKey(ref), sealed, { lifeSeconds, expected });
}

export function removeRecord(store: KeptStore, ref: RecordRef): Promise<void> {
  return store.remove(storeKey(ref));
}

function storeKey({ purpose, id, key }: RecordRef): string {
  return createHash('sha256').update(`${purpose}\n${id}\n${key}`).digest('hex');
}

function purposeOf({ purpose, id, key }: RecordRef): string {
  return `${purpose}\n${id}\n${key}`;
}
