/**
 * `npm run jobs -- list|retry|drop [subgraph] [task] [id…]`: background jobs that were given up. A retry is done by the
 * running program, within seconds.
 */
import { readJobsCommand, runJobsCommand } from './jobs-command.ts';
import { onDatabases } from './on-databases.ts';

await onDatabases('npm run jobs', readJobsCommand, runJobsCommand);
