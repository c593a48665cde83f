import { jobSchemaOf, type Tx } from '../database/database.ts';

/** A job that failed as often as it may, kept until somebody has it tried again or drops it. */
export interface DeadJob {
  id: string;
  task: string;
  attempts: number;
  /** Why it failed the last time. */
  reason: string | null;
  createdAt: Date;
}

/** Which dead jobs: of one task, with these ids; all of either unless given. */
interface Selection {
  task?: string | undefined;
  ids?: readonly string[] | undefined;
}

const dead = (schema: string): string => `
from ${schema}.jobs where attempts >= max_attempts and locked_at is null
  and ($1::text is null or task_identifier = $1) and ($2::bigint[] is null or id = any($2))`;
const values = ({ task, ids }: Selection) => [task ?? null, ids ? [...ids] : null];

export function listDeadJobs(tx: Tx, subgraph: string, selection: Selection = {}): Promise<DeadJob[]> {
  return tx.query<DeadJob>(
    `select id::text, task_identifier as task, attempts, last_error as reason, created_at as "createdAt"
     ${dead(jobSchemaOf(subgraph))} order by task_identifier, id`,
    values(selection),
  );
}

/** Has dead jobs done again by the running program, at once, with all their attempts. Gives how many. */
export async function retryDeadJobs(tx: Tx, subgraph: string, selection: Selection): Promise<number> {
  const schema = jobSchemaOf(subgraph);
  const rows = await tx.query(
    `select from ${schema}.reschedule_jobs(array(select id ${dead(schema)}), run_at := now(), attempts := 0)`,
    values(selection),
  );
  return rows.length;
}

/** Forgets dead jobs for good. Gives how many. */
export async function dropDeadJobs(tx: Tx, subgraph: string, selection: Selection): Promise<number> {
  const schema = jobSchemaOf(subgraph);
  const rows = await tx.query(
    `select from ${schema}.complete_jobs(array(select id ${dead(schema)}))`,
    values(selection),
  );
  return rows.length;
}
