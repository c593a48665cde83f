import type { Tx } from '@bekhedmetkom/platform/database';

/** The day in Amman by the database's clock, YYYY-MM-DD: what its function `today()` says. */
export async function readToday(tx: Tx): Promise<string> {
  const [clock] = await tx.query<{ today: string }>('select today() as today');
  if (!clock) throw new Error('the database gave no date');
  return clock.today;
}
