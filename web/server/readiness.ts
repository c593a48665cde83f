/**
 * Whether this web server can serve people: the gateway answers and is ready, and the clock of this machine agrees with
 * that of the database, which the gateway tells as `x-now` (milliseconds since 1970). Windows of figures and the end of
 * sessions go by this machine's clock.
 */
const timeoutMs = 2_000;
/** By so much clocks may differ, in milliseconds. */
const tolerance = 60_000;

export interface Readiness {
  ready: boolean;
  /** What is missing, in plain words; names no address. */
  status: string;
}

/** @param own this machine's clock, ms since 1970 */
export async function readReadiness(gatewayUrl: string, own: () => number = Date.now): Promise<Readiness> {
  const before = own();
  const gateway = await fetch(`${gatewayUrl}/ready`, { signal: AbortSignal.timeout(timeoutMs) }).catch(
    () => null,
  );
  const after = own();
  await gateway?.body?.cancel();
  if (!gateway) return { ready: false, status: 'the gateway does not answer' };
  if (!gateway.ok) return { ready: false, status: 'the gateway is not ready' };
  const told = Number(gateway.headers.get('x-now'));
  const ahead = told > 0 ? (before + after) / 2 - told : 0;
  if (Math.abs(ahead) <= tolerance) return { ready: true, status: 'ready' };
  const seconds = Math.round(Math.abs(ahead) / 1000);
  return {
    ready: false,
    status: `the clock of this machine is ${seconds} seconds ${ahead > 0 ? 'ahead' : 'behind'}`,
  };
}
