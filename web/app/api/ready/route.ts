import { readConfig } from '../../../config.ts';
import { readReadiness } from '../../../server/readiness.ts';

export const dynamic = 'force-dynamic';

/** Says whether people can be served, else what is missing. */
export async function GET(): Promise<Response> {
  const { ready, status } = await readReadiness(readConfig().gatewayUrl);
  return Response.json({ status }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
