import { z } from 'zod';
import { jobSchemaOf, type Tx } from '../database/database.ts';
import { defineTask, type Handler } from './define-task.ts';

/** Seconds for which a lock of a process that is not listening is left to it: it may be reconnecting. */
const lockGraceSeconds = 20;
/** Longest wait of a job that failed, in seconds; graphile-worker's own grows to six hours. */
const maxRetryDelaySeconds = 300;

/** The lock that a worker pool holds for as long as its listening connection lives. Session-level: never through a pooler. */
export const lockAsAlive = 'select pg_advisory_lock(hashtextextended($1, 0))';
export const unlockAsAlive = 'select pg_advisory_unlock(hashtextextended($1, 0))';

const releaseDeadWorkers = (schema: string): string => `
with held as (
  select distinct locked_by from ${schema}.jobs
  where locked_by is not null and locked_at < now() - make_interval(secs => $1)
), gone as (
  select locked_by from held where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))
)
select ${schema}.force_unlock_workers(array_agg(locked_by)) from gone having count(*) > 0`;

const capRetryDelays = (schema: string): string => `
select from ${schema}.reschedule_jobs(
  array(
    select id from ${schema}.jobs
    where locked_at is null and attempts between 1 and max_attempts - 1
      and run_at > now() + make_interval(secs => $1)
  ),
  run_at := now() + make_interval(secs => $1))`;

const dropReplacedRuns = (schema: string): string => `
select from ${schema}.complete_jobs(array(
  select id from ${schema}.jobs
  where task_identifier = any($1) and attempts >= max_attempts and locked_at is null))`;

/**
 * Releases the jobs of processes that died (graphile-worker itself waits four hours), lets no job that failed wait
 * longer than five minutes, and forgets runs of recurring tasks that another run has replaced.
 */
export async function maintainJobs(
  tx: Tx,
  subgraph: string,
  recurring: readonly string[],
  seconds = lockGraceSeconds,
): Promise<void> {
  const schema = jobSchemaOf(subgraph);
  await tx.query(releaseDeadWorkers(schema), [seconds]);
  await tx.query(capRetryDelays(schema), [maxRetryDelaySeconds]);
  await tx.query(dropReplacedRuns(schema), [[...recurring]]);
}

/** The recurring task that maintains the tables. */
export function maintenance(database: Tx, subgraph: string, handlers: readonly Handler[]): Handler {
  const recurring = handlers.filter(({ task }) => task.every !== null).map(({ task }) => task.name);
  const task = defineTask({ subgraph, name: 'maintain-jobs', payload: z.object({}), every: 30_000 });
  return task.handledBy(() => maintainJobs(database, subgraph, [...recurring, task.name]));
}
