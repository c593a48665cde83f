import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as JobLogger, parseCronItem, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Database } from '../database/database.ts';
import type { Logger, Metrics } from '../telemetry/telemetry.ts';
import type { Handler } from './define-task.ts';
import { lockAsAlive, maintenance, unlockAsAlive } from './maintain-jobs.ts';
import { measureJobs } from './measure-jobs.ts';
import { recurringOptions, scheduleRun } from './recurring.ts';
import { toTaskList } from './to-task-list.ts';

/** Tasks that share workers. What one group is busy with keeps no other waiting. */
export interface WorkerGroup {
  handlers: readonly Handler[];
  /** Jobs that this process does at a time. */
  atOnce: number;
  /** Milliseconds between looks for jobs whose time has come; new ones are announced. 2,000 unless given. */
  poll?: number;
}

interface Options {
  subgraph: string;
  /** Of the database itself: listening and presence need a session, which a pooler in transaction mode does not give. */
  url: string;
  /** For the metrics and for maintenance. */
  database: Database;
  /** The first one also maintains the tables of the jobs: its tasks should be short. */
  groups: readonly WorkerGroup[];
  logger: Logger;
  metrics: Metrics;
  /** For all groups; for tests. */
  poll?: number;
}

/** Milliseconds before workers that stopped by a fault start again. */
const restartDelayMs = 2_000;
/** Milliseconds that running jobs have to end when the process closes; then they are put back. */
const shutdownTimeoutMs = 8_000;

/**
 * Does a subgraph's jobs until it is closed, beside any number of other processes that do the same. Closing lets the
 * jobs under way end; one that takes too long is put back, to be done by another process. Jobs of a process that was
 * killed are released within about a minute.
 */
export function runJobs(options: Options): { close(): Promise<void> } {
  const { subgraph, database, logger, metrics } = options;
  const handlers = options.groups.flatMap((group) => group.handlers);
  const maintain = maintenance(database, subgraph, handlers);
  const [first, ...others] = options.groups;
  const groups = first ? [...others, { ...first, handlers: [...first.handlers, maintain] }] : [];
  measureJobs({ database, metrics }, subgraph, handlers);
  const pool = openPool(options);
  const closing = new AbortController();
  const running = groups.map((group) => keepRunning(group, { ...options, pool, closing: closing.signal }));
  return {
    async close() {
      closing.abort();
      for (const group of await Promise.allSettled(running))
        if (group.status === 'rejected') logger.warn({ err: group.reason }, 'workers did not stop cleanly');
      if (!pool.ending) await pool.end();
    },
  };
}

function openPool({ subgraph, url, groups }: Options): Pool {
  const pool = new Pool({
    connectionString: url,
    // Opened as needed. Beside its workers each group has one that listens.
    max: groups.reduce((sum, { atOnce }) => sum + atOnce + 1, 0),
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: `${subgraph} jobs`,
  });
  const ignore = () => {}; // A lost connection is told by whoever used it, and replaced.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

interface Started {
  runner: Runner;
  /** Puts running jobs back. `runner.kill` does nothing once `stop` was called. */
  putBack(): unknown;
}

interface RunnerContext extends Options {
  pool: Pool;
  closing: AbortSignal;
}

/** Runs the workers of a group; when they stop by themselves they are started again. */
async function keepRunning(group: WorkerGroup, context: RunnerContext): Promise<void> {
  const { closing, logger } = context;
  const closed = new Promise<void>((resolve) => closing.addEventListener('abort', () => resolve()));
  while (!closing.aborted) {
    try {
      const started = await startRunner(group, context);
      await Promise.race([started.runner.promise, closed]);
      if (closing.aborted) return await stop(started);
    } catch (error) {
      if (closing.aborted) throw error;
      logger.warn({ err: error }, 'workers stopped by a fault; they are started again');
    }
    await sleep(restartDelayMs, undefined, { signal: closing }).catch(() => {});
  }
}

async function startRunner(group: WorkerGroup, context: RunnerContext): Promise<Started> {
  const { handlers, atOnce } = group;
  const { subgraph, database, pool, poll = group.poll ?? 2_000, logger } = context;
  const events: WorkerEvents = new EventEmitter();
  let putBack = (): unknown => undefined;
  events.on('pool:create', ({ workerPool }) => {
    putBack = () => workerPool.forcefulShutdown('the process closes');
  });
  events.on('pool:listen:success', ({ client, workerPool }) => {
    // Once LISTEN has been answered. When the connection is lost instead, the worker connects again.
    client.once('drain', () => client.query(lockAsAlive, [workerPool.id]).catch(() => {}));
  });
  // Workers that stopped by a fault give their connection back to the pool, which may keep it.
  events.on('pool:listen:release', ({ client, workerPool }) => {
    client.once('drain', () => client.query(unlockAsAlive, [workerPool.id]).catch(() => {}));
  });
  const recurring = handlers.filter(({ task }) => task.every !== null).map(({ task }) => task.name);
  for (const name of recurring) await scheduleRun(database, subgraph, name, 'UNLESS_SCHEDULED');
  const runner = await run({
    pgPool: pool,
    schema: `${subgraph}_jobs`,
    taskList: toTaskList(handlers, context),
    parsedCronItems: recurring.map((task) =>
      parseCronItem({ task, match: '* * * * *', options: recurringOptions(task) }),
    ),
    concurrency: atOnce,
    pollInterval: poll,
    noHandleSignals: true,
    events,
    logger: new JobLogger(() => (level, message, meta) => {
      // A failed job is told by us, without its payload.
      if (level === 'error' && !meta?.failure) logger.warn({ err: meta?.error }, message);
    }),
    // Without these a failure to write down that a job is done would be a rejection that nobody handles.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.catch(() => {}); // Told by the race.
  return { runner, putBack: () => putBack() };
}

/** Lets the running jobs end, as long as they may take; then they are put back. */
async function stop({ runner, putBack }: Started): Promise<void> {
  const stopped = new AbortController();
  const late = sleep(shutdownTimeoutMs, true, { signal: stopped.signal }).catch(() => false);
  const ending = runner.stop().finally(() => stopped.abort());
  if (await late) await putBack();
  await ending;
}
