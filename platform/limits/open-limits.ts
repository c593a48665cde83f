import { backOff } from '@bekhedmetkom/time/back-off';
import { createClient, type RedisClientType } from 'redis';
import type { Logger } from '../telemetry/telemetry.ts';
import { type CountedLimit, makeCountedLimit } from './counted-limit.ts';
import { openLimiters, type Window } from './limiters.ts';
import { makePaceLimit, type Pace, type PaceLimit } from './pace-limit.ts';

const reconnect = { first: 100, longest: 2_000 };

/**
 * The limits of one program on what callers may do in a time. With Redis they hold in all its processes together;
 * without it, and while it is away, in each by itself. They never fail.
 */
export interface Limits {
  /** So many within so many seconds of the first. */
  counted(name: string, window: Window): CountedLimit;
  /** So many a second, and more at once after a quiet time. */
  paced(name: string, pace: Pace): PaceLimit;
  close(): Promise<void>;
}

/**
 * Opens the limits of one program. It connects to Redis, and reconnects, in the background. `secret` is one that all
 * processes of the program have: keys are hashed under it. `mostKeys` are remembered in this process for each limit.
 */
export function openLimits(parts: {
  redisUrl: string | null | undefined;
  secret: string | Uint8Array;
  logger: Pick<Logger, 'warn'>;
  maxKeys?: number;
}): Limits {
  const { redisUrl, secret, logger, maxKeys = 100_000 } = parts;
  const redis = redisUrl ? connect(redisUrl, logger) : undefined;
  const limiters = openLimiters({ redis: redis?.client, secret, maxKeys });
  return {
    counted: (name, window) => makeCountedLimit(limiters, name, window),
    paced: (name, pace) => makePaceLimit(limiters, name, pace),
    async close() {
      await redis?.close();
    },
  };
}

function connect(url: string, logger: Pick<Logger, 'warn'>) {
  const client: RedisClientType = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 1_000, reconnectStrategy: (tries) => backOff(tries + 1, reconnect) },
  });
  let told = false;
  client.on('error', (err: unknown) => {
    if (!told) logger.warn({ err }, 'Redis is away: limits are counted in this process alone');
    told = true;
  });
  client.on('ready', () => {
    told = false;
  });
  const connecting = client.connect().catch(() => undefined);
  return {
    client,
    async close() {
      client.destroy();
      await connecting;
    },
  };
}
