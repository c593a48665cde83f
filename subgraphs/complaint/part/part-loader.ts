import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import { loadParts, type PartRow } from './part.store.ts';

/** Loads the parts of cases, those of one moment together; nothing is remembered. */
export function openPartLoader(database: Database): DataLoader<string, PartRow[]> {
  const batch = async (ids: readonly string[]) => {
    const found = await loadParts(database, ids);
    return ids.map((id) => found.get(id) ?? []);
  };
  return new DataLoader(batch, { cache: false, maxBatchSize: 500 });
}
