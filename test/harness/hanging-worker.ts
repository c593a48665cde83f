/** A process that takes a job and never ends it: to be killed. `hanging-worker.ts URL` */
import { openDatabase } from '@bekhedmetkom/platform/database';
import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { write } from './write-job.ts';

const url = process.argv[2] ?? '';
const database = await openDatabase({ url, schema: 'worker' });
runJobs({
  subgraph: 'worker',
  url,
  database,
  groups: [
    {
      handlers: [
        write.handledBy(async () => {
          process.stdout.write('taken\n');
          await new Promise(() => {});
        }),
      ],
      atOnce: 1,
    },
  ],
  logger: openLogger('test', 'silent'),
  metrics: openMetrics('test'),
});
