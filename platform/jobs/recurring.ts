import { jobSchemaOf, type Tx } from '../database/database.ts';

const attempts = 25;

/**
 * A recurring task has one planned job, under its name as key, in a queue of its own: one run at a time. Each run
 * plans the next by the database's clock; the crontab plans one every minute, for the case that there is none, and
 * brings one that failed forward.
 */
export const recurringOptions = (name: string) => ({
  jobKey: name,
  jobKeyMode: 'preserve_run_at' as const,
  queueName: name,
  maxAttempts: attempts,
});

/** Plans the next run: after so many milliseconds, or at once unless one is planned. */
export async function scheduleRun(
  tx: Tx,
  subgraph: string,
  name: string,
  when: 'UNLESS_SCHEDULED' | number,
): Promise<void> {
  const again = when !== 'UNLESS_SCHEDULED';
  await tx.query(
    `select from ${jobSchemaOf(subgraph)}.add_job($1, '{}'::json, queue_name := $1, job_key := $1,
       run_at := clock_timestamp() + $2 * interval '1 millisecond', max_attempts := ${attempts}, job_key_mode := $3)`,
    [name, again ? when : 0, again ? 'replace' : 'preserve_run_at'],
  );
}
