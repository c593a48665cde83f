import { type Database, databaseNow } from '@bekhedmetkom/platform/database';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { atMostEvery, type Throttled } from '../pace/at-most-every.ts';
import { sumUp } from './sum-up.ts';

/** Changes wait this long (milliseconds) to be summed together. */
const interval = 500;
const timeout = 30_000;

const backlogSql = `
  select (select count(*) from pending_delta)::int as cycles,
    extract(epoch from clock_timestamp() - processed_until)::float8 as lag from clock`;

/**
 * Keeps the sums close to the cycles, whenever touched. Answers are right without it, but slower the more is
 * left to them. Where several processes do it, they take turns.
 */
export function keepSumming(options: { database: Database; logger: Logger; metrics: Metrics }): Throttled {
  const { database, logger, metrics } = options;
  const cycles = metrics.gauge('kpi_unsummed_cycles', 'Cycles that changed since they were summed');
  const lag = metrics.gauge('kpi_clock_lag_seconds', 'Passed time that is not in the sums');
  let closed = false;
  const throttled = atMostEvery(
    interval,
    async () => {
      let done = false;
      while (!done && !closed) {
        const now = (await databaseNow(database)).getTime();
        done = await database.transaction((tx) => sumUp(tx, now), { timeout });
        const [backlog] = await database.query<{ cycles: number; lag: number }>(backlogSql);
        if (backlog) {
          cycles.set(backlog.cycles);
          lag.set(backlog.lag);
        }
      }
    },
    (error) => logger.error({ err: error }, 'summing up failed'),
  );
  return {
    touch: throttled.touch,
    async close() {
      closed = true;
      await throttled.close();
    },
  };
}
