/**
 * How far the issuer's clock is off. Its tokens say by that clock how long they are good; a clock that is far behind
 * makes all of them expired, one that is far ahead makes them good for too long. Any issuer is watched by the `Date`
 * of its answers (RFC 9110 §6.6.1), in whole seconds.
 */
import type { Clock } from '@bekhedmetkom/platform/auth';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';

const every = 30_000;
const timeoutMs = 3_000;
/** A reading that took longer says too little about the time. */
const maxReading = 2_000;

/** Clocks may differ by so much, in milliseconds: far below the life of a token, far above what reading it costs. */
export const issuerTolerance = 60_000;

export interface IssuerClock {
  /** Milliseconds by which the issuer's clock is ahead of ours; null while it is not known. */
  aheadBy(): number | null;
  close(): void;
}

/** Watches the clock of an issuer, and tells in log and metrics when it is off. An issuer that is away is not judged. */
export function watchIssuerClock(options: {
  issuer: string;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}): IssuerClock {
  const { issuer, clock, logger, metrics } = options;
  const gauge = metrics.gauge(
    'issuer_clock_ahead_seconds',
    'By how much the clock of the issuer is ahead of ours',
  );
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  let ahead: number | null = null;
  let told = false;

  async function look(): Promise<void> {
    const before = performance.now();
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    await response.body?.cancel();
    const took = performance.now() - before;
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(date) || took > maxReading) return;
    // The header is cut to its second: half of one later on average.
    ahead = date + 500 - (clock.now() - took / 2);
    gauge.set(Math.round(ahead / 1000));
    const isOff = Math.abs(ahead) > issuerTolerance;
    if (isOff && !told) {
      logger.error(
        { issuer, aheadSeconds: Math.round(ahead / 1000) },
        'the clock of the issuer is off: nobody can sign in',
      );
    }
    if (!isOff && told) logger.info({ issuer }, 'the clock of the issuer is right again');
    told = isOff;
  }

  const lookQuietly = () => void look().catch(() => undefined);
  lookQuietly();
  const timer = setInterval(lookQuietly, every);
  timer.unref();
  return { aheadBy: () => ahead, close: () => clearInterval(timer) };
}
