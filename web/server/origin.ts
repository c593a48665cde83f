/**
 * Whether a request that changes something was sent by a page of another site. `own` is where browsers reach
 * this web app; the host that was asked for counts too, as it does for Next.
 */
export function isForeign(
  method: string,
  origin: string | undefined,
  host: string | undefined,
  own: string,
): boolean {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return false;
  return origin !== own && hostOf(origin) !== host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
