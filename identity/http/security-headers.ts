/**
 * What every page of the issuer is sent with: nothing runs on it, nothing is loaded from elsewhere, nobody
 * frames it; its forms lead back here, and from here to the web app.
 */
export function securityHeaders(webOrigin: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "font-src 'self'",
      'img-src data:',
      `form-action 'self' ${webOrigin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
