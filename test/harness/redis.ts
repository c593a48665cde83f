import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { findOrInstall, redis } from '../prerequisites.ts';
import { freePorts } from './free-ports.ts';
import { waitLimitMs } from './wait-limit.ts';

export interface TestRedis {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** The Redis of this run. Throws a sentence that says how to get one when there is none. */
export async function testRedisUrl(): Promise<string> {
  const url = process.env.TEST_REDIS_URL;
  if (url) return url;
  throw new Error(process.env.TEST_REDIS_MISSING ?? 'TEST_REDIS_URL is not set');
}

/** Starts a Redis of its own that keeps nothing, on a free port or the one given (to come back after a stop). */
export async function startRedis(port?: number): Promise<TestRedis> {
  const program = await findOrInstall(redis);
  const [chosen = 0] = port === undefined ? await freePorts(1) : [port];
  const flags = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, flags, { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `redis://127.0.0.1:${chosen}`;
  const deadline = Date.now() + waitLimitMs;
  while (!(await answers(url))) {
    if (Date.now() >= deadline || server.exitCode !== null)
      throw new Error(`redis-server did not start on port ${chosen}.`);
    await sleep(25);
  }
  return {
    url,
    port: chosen,
    async stop() {
      server.kill('SIGTERM');
      await gone;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => {});
  try {
    await client.connect();
    client.destroy();
    return true;
  } catch {
    return false;
  }
}
