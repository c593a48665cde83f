/** Opens the check of the web origins that browsers may call from. A missing origin is never allowed. */
export function openOrigins(allowed: readonly string[]): (origin: string | undefined) => boolean {
  const known = new Set(allowed.map((origin) => new URL(origin).origin));
  return (origin) => origin !== undefined && known.has(origin);
}

/** The CORS headers of an answer to an allowed origin; to any other there are none. */
export function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after',
    vary: 'origin',
  };
}

/** Those of the answer to a preflight. */
export function preflightHeaders(origin: string): Record<string, string> {
  return {
    ...corsHeaders(origin),
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, accept, accept-language, authorization, x-request-id',
    'access-control-max-age': '600',
  };
}
