import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import { type ContributionRow, loadContributions } from '../handover/contribution.store.ts';

/** Loads the parts of cases, those of one moment together; nothing is remembered. */
export function openContributionLoader(database: Database): DataLoader<string, ContributionRow[]> {
  const batch = async (ids: readonly string[]) => {
    const found = await loadContributions(database, ids);
    return ids.map((id) => found.get(id) ?? []);
  };
  return new DataLoader(batch, { cache: false, maxBatchSize: 500 });
}
