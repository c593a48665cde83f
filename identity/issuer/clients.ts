import type { ClientMetadata } from 'oidc-provider';

export interface ServiceClient {
  /** Who its tokens speak for: a subject of the directory. */
  subject: string;
  secret: string;
}

/**
 * The web app: public, so it proves itself by PKCE, and comes back only to its own addresses.
 * `webOrigin` without a path.
 */
export function webClient(webOrigin: string): ClientMetadata {
  return {
    client_id: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${webOrigin}/auth/callback`],
    post_logout_redirect_uris: ['/', '/ar', '/en'].map((path) => `${webOrigin}${path}`),
  };
}

/** A program of ours that signs in by itself, with a secret. */
export function serviceClient(id: string, { secret }: ServiceClient): ClientMetadata {
  return {
    client_id: id,
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}
