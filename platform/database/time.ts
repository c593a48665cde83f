import type { Tx } from './tx.ts';

/** The database's clock, the only one that decisions may look at: it is the same for every process. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now');
  if (!row) throw new Error('the database gave no time');
  return row.now;
}
