import type { Database } from '@bekhedmetkom/platform/database';

const forget = `
  truncate cycle, pending_delta, rollup, current_gauge, duration, term, calendar, reopening_term;
  update clock set processed_until = date_trunc('milliseconds', clock_timestamp());
  update consumer_offset set position = 0`;

const timeout = 120_000;

/**
 * Forgets everything that events told and all that was counted from it, and follows the logs again from their
 * beginning: running programs do so by themselves, at once. Until they have caught up, figures are those of the
 * events taken over so far. Targets stay: they are configuration. Dead-letter events stay until they are applied.
 */
export async function rebuild(database: Database): Promise<void> {
  // Programs that follow or sum wait for us, and we for what they have begun.
  await database.transaction(
    async (tx) => {
      await tx.query('select from consumer_offset order by topic for update');
      await tx.query('select from clock for update');
      await tx.query(forget);
    },
    { timeout },
  );
}
