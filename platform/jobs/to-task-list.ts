import type { TaskList } from 'graphile-worker';
import type { Tx } from '../database/database.ts';
import type { Logger, Metrics } from '../telemetry/telemetry.ts';
import type { Handler } from './define-task.ts';
import { scheduleRun } from './recurring.ts';

interface Around {
  subgraph: string;
  database: Tx;
  logger: Logger;
  metrics: Metrics;
  closing: AbortSignal;
}

/** Handlers as graphile-worker calls them: counted, told in the log, and a recurring one planned again. */
export function toTaskList(
  handlers: readonly Handler[],
  { subgraph, database, logger, metrics, closing }: Around,
): TaskList {
  const total = metrics.counter('jobs_total', 'Jobs by what became of the attempt', ['task', 'result']);
  return Object.fromEntries(
    handlers.map(({ task: { name, every }, handle }) => [
      name,
      async (payload, { job }) => {
        const { id, attempts } = job;
        try {
          await handle(payload, { id, attempt: attempts, signal: closing });
          if (every !== null) await scheduleRun(database, subgraph, name, every);
          total.inc({ task: name, result: 'done' });
        } catch (error) {
          const isLast = attempts >= job.max_attempts;
          total.inc({ task: name, result: isLast ? 'dead' : 'failed' });
          const said = { err: error, task: name, job: id, attempts };
          if (isLast) logger.error(said, 'a job failed and is given up; see npm run jobs');
          else logger.warn(said, 'a job failed; it is tried again');
          throw error;
        }
      },
    ]),
  );
}
