import type { WebConfig } from '../config.ts';

/**
 * The content security policy of a page. Nothing inline runs or styles, except what bears the nonce of this
 * very answer; pages without React's runtime have no nonce at all.
 */
export function contentSecurityPolicy(config: WebConfig, nonce: string | null, development: boolean): string {
  const gateway = new URL(config.publicGatewayUrl);
  const socket = `${gateway.protocol === 'https:' ? 'wss:' : 'ws:'}//${gateway.host}`;
  const scripts = nonce ? `'self' 'nonce-${nonce}' 'strict-dynamic'` : "'self'";
  const rules: Record<string, string> = {
    'default-src': "'none'",
    'script-src': development && nonce ? `${scripts} 'unsafe-eval'` : scripts,
    'style-src': development ? "'self' 'unsafe-inline'" : "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': nonce ? `'self' ${gateway.origin} ${socket}${development ? ' ws:' : ''}` : "'self'",
    'manifest-src': "'self'",
    'form-action': `'self' ${new URL(config.issuerUrl).origin}`,
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The one question that may ask a device where it is, after its "where I am now" was pressed. */
const asksWhere = /^\/(?:ar|en)\/submit\/where$/;

/** Headers that the answer for a path carries. */
export function securityHeaders(config: WebConfig, pathname: string): Record<string, string> {
  const geolocation = asksWhere.test(pathname) ? '(self)' : '()';
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not `no-referrer`: forms would then be sent with `Origin: null` and refused.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(), microphone=(), geolocation=${geolocation}, browsing-topics=()`,
    ...(config.webOrigin.startsWith('https:') && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  };
}
