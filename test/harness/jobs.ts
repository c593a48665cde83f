import type { Database } from '@bekhedmetkom/platform/database';
import { type Handler, runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { eventually } from './eventually.ts';

interface Where {
  database: Database;
  url: string;
  subgraph: string;
}

/** Does the jobs of these tasks, and those that they add, until none is due. */
export async function doJobs(
  { database, url, subgraph }: Where,
  handlers: readonly Handler[],
): Promise<void> {
  const logger = openLogger('test', 'silent');
  const parts = { database, url, subgraph, logger, metrics: openMetrics('test') };
  const running = runJobs({ ...parts, groups: [{ handlers, atOnce: 2 }], poll: 20 });
  try {
    await eventually(async () => {
      const left = await database.query(
        `select task_identifier from ${subgraph}_jobs.jobs
         where task_identifier = any($1) and attempts < max_attempts and run_at <= now() or locked_at is not null`,
        [handlers.map(({ task }) => task.name)],
      );
      if (left.length > 0) throw new Error(`${left.length} jobs are not done`);
    });
  } finally {
    await running.close();
  }
}
