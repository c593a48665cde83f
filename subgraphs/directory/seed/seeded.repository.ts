import type { Tx } from '@bekhedmetkom/platform/database';
import { SeededRow } from './seeded.entity.ts';

/** Whether this very content, as a whole, was applied last. */
export function isSeeded({ manager }: Tx, hash: string): Promise<boolean> {
  return manager.existsBy(SeededRow, { kind: 'all', hash });
}

/** Remembers what the seed said of a thing, as a hash. */
export async function noteSeeded({ manager }: Tx, kind: string, key: string, hash: string): Promise<void> {
  await manager.upsert(SeededRow, { kind, key, hash }, ['kind', 'key']);
}

/** What was applied last, as hashes by kind and key with a space between. */
export async function readSeeded({ manager }: Tx): Promise<Map<string, string>> {
  const rows = await manager.find(SeededRow);
  return new Map(rows.map(({ kind, key, hash }) => [`${kind} ${key}`, hash]));
}
