import { isSomebodyHere } from '../../../session/cookies/presence.ts';

export const dynamic = 'force-dynamic';

/** For pages that come back from the memory of a browser: 204 while it has something of a person, else 410. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  return new Response(null, { status: (await isSomebodyHere()) ? 204 : 410, headers });
}
