import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { startRedis } from './redis.ts';
import { dropRun, dropStale, newRun } from './run.ts';

/**
 * Gives every test file a Postgres and a Redis: those of TEST_DATABASE_URL and TEST_REDIS_URL, else servers
 * of this run alone. Closed, and their databases dropped, when the run ends.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const close: (() => Promise<void>)[] = [];
  process.env.TEST_RUN = newRun();

  if (!process.env.TEST_DATABASE_URL) {
    const folder = await mkdtemp(join(tmpdir(), 'test-postgres-'));
    const postgres = await startPostgres({ folder, port: 0, durable: false });
    process.env.TEST_DATABASE_URL = postgres.url;
    close.push(async () => {
      await postgres.close();
      await rm(postgres.folder, { recursive: true, force: true });
    });
  }
  if (!process.env.TEST_REDIS_URL) {
    const redis = await startRedis().catch((error: Error) => {
      process.env.TEST_REDIS_MISSING = error.message;
      return null;
    });
    if (redis) {
      process.env.TEST_REDIS_URL = redis.url;
      close.push(redis.stop);
    }
  }

  const server = process.env.TEST_DATABASE_URL;
  await dropStale(server);
  return async () => {
    await dropRun(server, process.env.TEST_RUN ?? '');
    for (const step of close.reverse()) await step();
  };
}
