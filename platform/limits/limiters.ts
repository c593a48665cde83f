import { createHmac, hkdfSync } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import {
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { RedisClientType } from 'redis';

/** Milliseconds within which Redis must answer; afterwards this process counts by itself. */
const timeoutMs = 300;

/** So many within so many seconds. The time begins with the first and is not prolonged by later ones. */
export interface Window {
  points: number;
  /** Whole seconds. */
  duration: number;
}

/** Makes the limiters of one program: those of Redis, insured by counts of this process, or the latter alone. */
export interface Limiters {
  limiter(name: string, window: Window): { shared: RateLimiterAbstract; own: OwnCounts };
  /** The key under which something is counted: a keyed hash, so that no address, name or number is stored. */
  keyOf(what: string): string;
}

export function openLimiters(parts: {
  redis: RedisClientType | undefined;
  secret: string | Uint8Array;
  maxKeys: number;
}): Limiters {
  const { redis, maxKeys } = parts;
  const secret = Buffer.from(hkdfSync('sha256', parts.secret, '', 'limits', 32));
  return {
    limiter(name, window) {
      const options = { ...window, keyPrefix: `limit:${name}` };
      const own = new OwnCounts(options, maxKeys);
      if (!redis) return { shared: own, own };
      const limiter = new RateLimiterRedis({
        ...options,
        storeClient: redis,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
      });
      return { shared: new RLWrapperTimeouts({ limiter, timeoutMs: timeoutMs, insuranceLimiter: own }), own };
    },
    // In braces, so that all keys of one caller share a slot of a Redis Cluster.
    keyOf: (what) => `{${createHmac('sha256', secret).update(what).digest('base64url').slice(0, 22)}}`,
  };
}

/**
 * The counts of this process: all there are without Redis, the insurance with it. At most `mostKeys` are remembered,
 * the one used longest ago goes first, so that a flood from many addresses does not fill the memory.
 */
export class OwnCounts extends RateLimiterMemory {
  readonly #kept: LRUCache<string, true>;
  readonly #given = new WeakSet<RateLimiterRes>();

  constructor(options: IRateLimiterOptions, maxKeys: number) {
    super(options);
    this.#kept = new LRUCache({
      max: maxKeys,
      dispose: (_, key, reason) => {
        if (reason === 'evict') void super.delete(key);
      },
    });
  }

  /** Whether it was this process that counted, because there is no Redis or it is away. */
  gave(result: RateLimiterRes): boolean {
    return this.#given.has(result);
  }

  override async penalty(key: string, points?: number): Promise<RateLimiterRes> {
    this.#kept.set(key, true);
    const result = await super.penalty(key, points);
    this.#given.add(result);
    return result;
  }

  override consume(key: string, points?: number): Promise<RateLimiterRes> {
    this.#kept.set(key, true);
    return super.consume(key, points);
  }

  override async reward(key: string, points?: number): Promise<RateLimiterRes> {
    const result = await super.reward(key, points);
    this.#given.add(result);
    return result;
  }
}
