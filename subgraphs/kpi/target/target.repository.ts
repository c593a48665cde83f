import type { Tx } from '@bekhedmetkom/platform/database';
import { TargetRow } from './target.entity.ts';

/** What figures should reach, by name: shares from 0 to 1, or working minutes. */
export async function readTargets({ manager }: Tx): Promise<Map<string, number>> {
  const rows = await manager.find(TargetRow);
  return new Map(rows.map(({ name, value }) => [name, value]));
}
