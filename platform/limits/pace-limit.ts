import { BurstyRateLimiter, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limiters } from './limiters.ts';

export interface Pace {
  perSecond: number;
  /** How many may come at once after a quiet time. */
  burst: number;
}

export interface PaceLimit {
  /** Takes a turn for so many. 0 lets them go ahead; otherwise the milliseconds after which it may be tried again. */
  take(key: string, many?: number): Promise<number>;
}

/** A pace per key, in all processes together; in this process alone while Redis is away. */
export function makePaceLimit(limiters: Limiters, name: string, { perSecond, burst }: Pace): PaceLimit {
  // A window of a second, or of as many as it takes for one.
  const duration = Math.max(1, Math.ceil(1 / perSecond));
  const points = Math.max(1, Math.round(perSecond * duration));
  const steady = limiters.limiter(name, { points, duration }).shared;
  const more = { points: Math.max(0, burst - points), duration: Math.max(1, Math.ceil(burst / perSecond)) };
  const limiter =
    more.points === 0
      ? steady
      : new BurstyRateLimiter(steady, limiters.limiter(`${name}-burst`, more).shared);

  return {
    async take(key, many = 1) {
      try {
        await limiter.consume(limiters.keyOf(`${name} ${key}`), many);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
        throw refused;
      }
    },
  };
}

/** Milliseconds as the whole seconds that a caller is told to wait, at least one. */
export function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
