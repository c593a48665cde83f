import { jobSchemaOf, type Tx } from '../database/database.ts';
import type { Task } from './define-task.ts';

export interface NewJob<P> {
  payload: P;
  /** A job that waits under the same key is replaced by this one. */
  key?: string;
  /** Not before; at once unless given. */
  runAt?: Date;
}

/**
 * Adds jobs in the caller's transaction: they exist when it commits, and workers are woken then. Of two
 * with one key the later is added.
 */
export async function addJobs<P>(tx: Tx, task: Task<P>, jobs: readonly NewJob<P>[]): Promise<void> {
  if (jobs.length === 0) return;
  const schema = jobSchemaOf(task.subgraph);
  const byKey = new Map(jobs.map((job, index) => [job.key ?? index, job]));
  await tx.query(
    `select from ${schema}.add_jobs(array(
       select row($1, payload, null, "runAt", $2::smallint, key, null, null)::${schema}.job_spec
       from json_to_recordset($3) as (payload json, "runAt" timestamptz, key text)))`,
    [task.name, task.attempts, JSON.stringify([...byKey.values()])],
  );
}
