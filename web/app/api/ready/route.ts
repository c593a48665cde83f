import { readConfig } from '../../../config.ts';

export const dynamic = 'force-dynamic';

/** Says whether people can be served: this process answers, and so does the gateway. */
export async function GET(): Promise<Response> {
  const gateway = await fetch(`${readConfig().gatewayUrl}/health`, {
    signal: AbortSignal.timeout(2_000),
  }).catch(() => null);
  const ready = gateway?.ok ?? false;
  return Response.json(
    { status: ready ? 'ready' : 'waiting for the gateway' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
