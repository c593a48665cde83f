import type { Tx } from '@bekhedmetkom/platform/database';

/** What figures should reach, by name: shares from 0 to 1, or working minutes. */
export async function readTargets(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ name: string; value: number }>('select name, value from target');
  return new Map(rows.map(({ name, value }) => [name, value]));
}
