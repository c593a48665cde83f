import type { Tx } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { dropDeadJobs, listDeadJobs, retryDeadJobs } from '@bekhedmetkom/platform/jobs';

/** The subgraphs that have background jobs. */
const workers = ['complaint', 'notification'] as const;
type Worker = (typeof workers)[number];

export interface JobsCommand {
  verb: 'list' | 'retry' | 'drop';
  subgraphs: readonly Worker[];
  task: string | undefined;
  ids: string[] | undefined;
}

const usage = `Usage: npm run jobs -- list|retry|drop [${workers.join('|')}] [task] [id …]
  list    background jobs that failed as often as they may, with the last reason
  retry   has the running program do them again
  drop    forgets them; it needs a subgraph, a task and ids`;

/** Reads the arguments of `npm run jobs`. @throws StartupError with the usage. */
export function readJobsCommand(given: readonly string[]): JobsCommand {
  const [verb, name, task, ...ids] = given;
  if (verb !== 'list' && verb !== 'retry' && verb !== 'drop') throw new StartupError(usage);
  const subgraphs = workers.filter((each) => name === undefined || each === name);
  if (subgraphs.length === 0 || !ids.every((id) => /^[1-9]\d{0,17}$/.test(id))) throw new StartupError(usage);
  if (verb === 'drop' && ids.length === 0) throw new StartupError(usage);
  return { verb, subgraphs, task, ids: ids.length > 0 ? ids : undefined };
}

/** Runs the command on one subgraph's database; gives what to print. */
export async function runJobsCommand(
  { verb, task, ids }: JobsCommand,
  name: Worker,
  database: Tx,
): Promise<string[]> {
  const selection = { task, ids };
  if (verb === 'retry')
    return [`${name}: ${await retryDeadJobs(database, name, selection)} will be done again`];
  if (verb === 'drop') return [`${name}: ${await dropDeadJobs(database, name, selection)} dropped`];
  const jobs = await listDeadJobs(database, name, selection);
  if (jobs.length === 0) return [`${name}: none`];
  return jobs.map(
    (job) =>
      `${name} ${job.task} ${job.id} ${job.createdAt.toISOString()}: failed ${job.attempts} times, ${job.reason ?? 'its process died'}`,
  );
}
