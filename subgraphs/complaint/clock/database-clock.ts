import { type Database, databaseNow } from '@bekhedmetkom/platform/database';

export interface DatabaseClock {
  /** The database's time now; asks the database at most once a second. */
  now(): Promise<Date>;
}

const trustedFor = 1_000;

/**
 * The database's clock without a round trip each time: between two readings it is carried on by this
 * process's monotonic clock, which no change of the host's wall clock moves.
 */
export function openDatabaseClock(database: Database): DatabaseClock {
  let readAt = Number.NEGATIVE_INFINITY;
  let offset = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const before = performance.now();
    const now = await databaseNow(database);
    const after = performance.now();
    offset = now.getTime() - (before + after) / 2;
    readAt = after;
  }

  return {
    async now() {
      if (performance.now() - readAt > trustedFor) {
        reading ??= read().finally(() => {
          reading = null;
        });
        await reading;
      }
      return new Date(Math.round(performance.now() + offset));
    },
  };
}
