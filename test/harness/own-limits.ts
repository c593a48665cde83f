import { type Limits, openLimits } from '@bekhedmetkom/platform/limits';

/** Limits that are counted in this process alone, as without Redis. */
export function ownLimits(mostKeys?: number): Limits {
  const logger = { warn: () => undefined };
  return openLimits({
    redisUrl: null,
    secret: 'a secret of tests',
    logger,
    ...(mostKeys && { maxKeys: mostKeys }),
  });
}
