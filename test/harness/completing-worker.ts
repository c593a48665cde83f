/**
 * A process that does one job of graphile-worker, whose end the database then refuses to write down.
 * `completing-worker.ts URL batched|unbatched`. Ends with 0 when it outlives that.
 */
import { run } from 'graphile-worker';
import { Pool, type PoolClient } from 'pg';

const [url, how] = process.argv.slice(2);
const pool = new Pool({ connectionString: url });
pool.on('error', () => {});
pool.on('connect', (client: PoolClient) => {
  client.on('error', () => {});
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      const [statement] = given;
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      return text.startsWith('\ndelete from') || text.startsWith('delete from')
        ? Promise.reject(new Error('the database refuses'))
        : query(...given);
    },
  });
});
const runner = await run({
  pgPool: pool,
  schema: 'worker_jobs',
  taskList: { write: async () => {} },
  noHandleSignals: true,
  ...(how === 'batched' && { preset: { worker: { completeJobBatchDelay: 0 } } }),
});
await runner.promise.catch(() => {});
process.exit(0);
