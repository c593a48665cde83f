import * as openid from 'openid-client';
import type { WebConfig } from '../config.ts';

let known: { issuerUrl: string; found: Promise<openid.Configuration> } | null = null;

/** The issuer's endpoints, asked once and again after a failure; works with any OpenID issuer. */
export function openIssuer(config: WebConfig): Promise<openid.Configuration> {
  if (known?.issuerUrl === config.issuerUrl) return known.found;
  const found = discover(config);
  known = { issuerUrl: config.issuerUrl, found };
  found.catch(() => {
    known = null;
  });
  return found;
}

function discover(config: WebConfig): Promise<openid.Configuration> {
  const issuer = new URL(config.issuerUrl);
  const authentication = config.clientSecret ? openid.ClientSecretBasic(config.clientSecret) : openid.None();
  return openid.discovery(issuer, config.clientId, undefined, authentication, {
    timeout: 8,
    // Only the embedded form has an issuer without TLS.
    execute: issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
  });
}
