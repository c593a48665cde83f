/** Faults of graphile-worker 0.18 that `run-jobs.ts` works around. When one of these fails, its work-around can go. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { addJobs } from '@bekhedmetkom/platform/jobs';
import { Logger, run } from 'graphile-worker';
import { Pool } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../test/harness/database.ts';
import { write } from '../../test/harness/write-job.ts';

async function openWorker() {
  const test = await openTestDatabase('worker', []);
  onTestFinished(() => test[Symbol.asyncDispose]());
  await addJobs(test.database, write, [{ payload: { word: 'w' } }]);
  return test;
}

describe('graphile-worker', () => {
  it('puts no job back on runner.kill once runner.stop was called', async () => {
    const { database, url } = await openWorker();
    const pool = new Pool({ connectionString: url });
    const ignore = () => {};
    pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const runner = await run({
      pgPool: pool,
      schema: 'worker_jobs',
      logger: new Logger(() => ignore),
      noHandleSignals: true,
      taskList: {
        write: async () => {
          begun.resolve();
          await end.promise;
        },
      },
    });
    await begun.promise;
    const stopping = runner.stop();
    await runner.kill();
    expect(await database.query('select from worker_jobs.jobs where locked_by is not null')).toHaveLength(1);
    end.resolve();
    await stopping;
    await pool.end();
  });

  it.each([
    ['ends the process when the end of a job cannot be written down', 'unbatched', 1],
    ['stops its workers alone where ends are written in batches', 'batched', 0],
  ])('%s', async (_, how, code) => {
    const { url } = await openWorker();
    const script = join(import.meta.dirname, '../../test/harness/completing-worker.ts');
    const given = ['--import', '@bekhedmetkom/platform/runtime', script, url, how];
    const child = spawn(process.execPath, given, { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    expect((await once(child, 'exit'))[0]).toBe(code);
  });
});
