import type { Logger } from '@bekhedmetkom/platform/telemetry';
import type { RedisStore } from './redis.ts';
import type { RevocationsFile } from './revocations-file.ts';

const key = 'bk:{gateway}:revoked';
/** How often the other gateways' revocations are read and our own are told, milliseconds. */
const every = 1_000;
const maxBatch = 500;
/** No access token lives longer than this. */
const maxLife = 24 * 60 * 60_000;

// By the clock of Redis: those of gateways differ, and what is told late is read by when it was told.
const now = `local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000)`;
const tell = `${now}
  for i = 2, #ARGV do redis.call('ZADD', KEYS[1], 'NX', now, ARGV[i]) end
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1])
  return now`;
const read = `${now}
  return { now, redis.call('ZCARD', KEYS[1]), redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf') }`;

export interface Revocations {
  /**
   * From now on the token is refused: here at once and after a restart; at the other gateways within two seconds, or
   * as soon as Redis is back.
   */
  revoke(tokenId: string, expiresAt: number): Promise<void>;
  has(tokenId: string): boolean;
  close(): void;
}

/**
 * Opens the memory of tokens whose owners signed out before they expired. What Redis was not told is told again until
 * it was; what other gateways told meanwhile is read when Redis is back.
 */
export function openRevocations(parts: {
  memory: RedisStore | undefined;
  /** Where they are kept across restarts; in Redis alone unless given. */
  file: RevocationsFile | undefined;
  logger: Logger;
}): Revocations {
  const { memory, file, logger } = parts;
  const revoked = new Map<string, number>(file?.kept);
  const untold = new Map<string, number>(file?.kept);
  /** Moment of Redis up to which the others' were read. */
  let readUntil = 0;
  let busy = false;

  function forgetExpired(): void {
    const present = Date.now();
    for (const map of [revoked, untold]) {
      for (const [id, expiresAt] of map) if (expiresAt < present) map.delete(id);
    }
  }

  async function tellOthers(): Promise<void> {
    if (!memory) return;
    while (untold.size > 0) {
      const batch = [...untold].slice(0, maxBatch);
      const members = batch.map(([id, expiresAt]) => `${id} ${expiresAt}`);
      if ((await memory.run(['EVAL', tell, '1', key, String(maxLife), ...members])) === null) return;
      for (const [id] of batch) untold.delete(id);
    }
  }

  async function readOthers(): Promise<void> {
    const found = await memory?.run(['EVAL', read, '1', key, String(readUntil)]);
    if (!Array.isArray(found) || !Array.isArray(found[2])) return;
    const [moment, count, members] = found;
    for (const member of members) {
      const [id, expiresAt] = String(member).split(' ');
      if (id) revoked.set(id, Number(expiresAt));
    }
    readUntil = Number(moment);
    // Redis has lost some, as by a restart: whoever knows them tells them again.
    if (Number(count) < revoked.size) for (const [id, expiresAt] of revoked) untold.set(id, expiresAt);
  }

  async function round(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      forgetExpired();
      await tellOthers();
      await readOthers();
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(() => void round(), every);
  timer.unref();
  void round();

  return {
    async revoke(tokenId, expiresAt) {
      revoked.set(tokenId, expiresAt);
      untold.set(tokenId, expiresAt);
      await file
        ?.keep(tokenId, expiresAt)
        .catch((err: unknown) => logger.error({ err }, 'a revoked token could not be kept on disk'));
      if (!memory) return;
      await tellOthers();
      if (untold.has(tokenId))
        logger.warn('a revoked token is told to the other gateways when Redis is back');
    },
    has: (tokenId) => revoked.has(tokenId),
    close: () => clearInterval(timer),
  };
}
