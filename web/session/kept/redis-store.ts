import { backOff } from '@bekhedmetkom/time/back-off';
import { createClient } from 'redis';
import { checkKey, type KeptLimits, type KeptStore, keptLimits } from './kept-store.ts';

const reconnect = { first: 100, longest: 2_000 };

/** Milliseconds within which Redis must answer; after that the caller goes on without it. */
const answerTimeoutMs = 1_500;
/** A sorted set of all keys by their expiry: it counts them. */
const index = 'web:kept';

/** Compares the revision and writes, in one step: `revision value`. */
const writeScript = `
local before = redis.call('GET', KEYS[1])
local revision = before and string.match(before, '^(%d+) ') or '0'
if revision ~= ARGV[1] then return 'changed' end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[4])
if not before and redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[6]) then return 'full' end
redis.call('SET', KEYS[1], (tonumber(revision) + 1) .. ' ' .. ARGV[2], 'EX', ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[5], KEYS[1])
return 'written'`;

/**
 * Keeps values in Redis, for the distributed form with several web servers. It connects, and reconnects, in the
 * background; while Redis is away every call throws at once.
 */
export function openRedisStore(url: string, limits: KeptLimits = keptLimits): KeptStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 1_000, reconnectStrategy: (tries) => backOff(tries + 1, reconnect) },
  });
  const firstAnswer = new Promise<void>((resolve) => {
    client.once('ready', resolve);
    client.on('error', () => resolve());
  });
  const connecting = client.connect().catch(() => undefined);
  const keyOf = (key: string) => `${index}:${checkKey(key)}`;

  async function run(command: string[]): Promise<unknown> {
    await withinTime(firstAnswer);
    return withinTime(client.sendCommand(command));
  }

  return {
    async read(key) {
      const text = await run(['GET', keyOf(key)]);
      const [, revision, value] = /^(\d+) (.+)$/s.exec(typeof text === 'string' ? text : '') ?? [];
      return revision && value ? { revision: Number(revision), value } : null;
    },
    async write(key, value, { lifeSeconds, expected }) {
      if (value.length > limits.maxValueLength) return 'full';
      const now = Date.now();
      const parts = [expected, value, lifeSeconds, now, now + lifeSeconds * 1_000, limits.maxKeys].map(
        String,
      );
      const outcome = await run(['EVAL', writeScript, '2', keyOf(key), index, ...parts]);
      return outcome === 'written' || outcome === 'changed' ? outcome : 'full';
    },
    async remove(key) {
      await run(['DEL', keyOf(key)]);
      await run(['ZREM', index, keyOf(key)]);
    },
    async close() {
      client.destroy();
      await connecting;
    },
  };
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer in time')), answerTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
