import { jobSchemaOf, type Tx } from '../database/database.ts';
import type { Metrics } from '../telemetry/telemetry.ts';
import type { Handler } from './define-task.ts';

interface Measured {
  task: string;
  waiting: number;
  age: number;
  dead: number;
}

// A job that is not due yet and has not failed is planned: it does not wait.
const counts = (schema: string): string => `
select task_identifier as task, count(*) filter (where alive)::int as waiting,
  coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where alive)), 0)::float8 as age,
  count(*) filter (where not alive)::int as dead
from (
  select task_identifier, created_at, attempts < max_attempts or locked_at is not null as alive
  from ${schema}.jobs where run_at <= clock_timestamp() or attempts > 0 or locked_at is not null
) job group by task_identifier`;

/** Metrics of a subgraph's jobs by task, read from the database whenever they are asked for. */
export function measureJobs(
  { database, metrics }: { database: Tx; metrics: Metrics },
  subgraph: string,
  handlers: readonly Handler[],
): void {
  const text = counts(jobSchemaOf(subgraph));
  let reading: Promise<Map<string, Measured>> | null = null;
  const read = (): Promise<Map<string, Measured>> => {
    reading ??= database
      .query<Measured>(text)
      .then((rows) => new Map(rows.map((row) => [row.task, row])))
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  const gauge = (name: string, help: string, figure: (measured: Measured) => number): void => {
    metrics.gauge(name, help, ['task'], async (self) => {
      // Without a database there are no new figures; the others are served all the same.
      const byTask = await read().catch(() => null);
      if (!byTask) return;
      for (const task of new Set([...handlers.map(({ task }) => task.name), ...byTask.keys()])) {
        const measured = byTask.get(task);
        self.set({ task }, measured ? figure(measured) : 0);
      }
    });
  };
  gauge('jobs_waiting', 'Jobs that are due, running, or wait to be tried again', (one) => one.waiting);
  gauge('jobs_oldest_age_seconds', 'Age of the oldest job that waits', (one) => one.age);
  gauge('jobs_dead', 'Jobs that were given up and wait for a decision', (one) => one.dead);
}
