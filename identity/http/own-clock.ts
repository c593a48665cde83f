/**
 * Whether this machine's clock is right: tokens are dated by it. The time is asked of a program that goes by the clock of
 * the database and tells it as `x-now` (milliseconds since 1970) beside its readiness.
 */
import { Fault } from '@bekhedmetkom/platform/errors';

const timeoutMs = 2_000;
/** By so much clocks may differ, in milliseconds. */
const tolerance = 60_000;

/**
 * Resolves when the clock is right, or when nobody tells the time: an issuer does not depend on other programs.
 * @throws Fault SERVICE_UNAVAILABLE when it is more than a minute off.
 */
export async function requireRightClock(clockUrl: string, own: () => number = Date.now): Promise<void> {
  const before = own();
  const response = await fetch(clockUrl, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
  const after = own();
  await response?.body?.cancel();
  const told = Number(response?.headers.get('x-now'));
  if (!(told > 0)) return;
  const ahead = (before + after) / 2 - told;
  if (Math.abs(ahead) <= tolerance) return;
  const seconds = Math.round(Math.abs(ahead) / 1000);
  throw new Fault(
    'SERVICE_UNAVAILABLE',
    `the clock of this machine is ${seconds} seconds ${ahead > 0 ? 'ahead' : 'behind'}: nobody could use what it signs`,
  );
}
