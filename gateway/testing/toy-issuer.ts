import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface ToyIssuer {
  url: string;
  /** Paths that were asked for. */
  requests: string[];
  /** An access token as the gateway wants it, unless claims or header say otherwise. */
  token(subject: string, claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>;
  publicJwk: Record<string, unknown>;
  /** Signs with new keys from now on. */
  rotate(): Promise<void>;
  /** Sets its clock, by which its answers and tokens go, so far ahead (milliseconds). */
  setAhead(ahead: number): void;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Serves OpenID discovery and keys, and signs tokens, for tests. */
export async function serveToyIssuer(): Promise<ToyIssuer> {
  const requests: string[] = [];
  let generation = 0;
  let ahead = 0;
  const make = async () => {
    generation += 1;
    const pair = await generateKeyPair('RS256', { extractable: true });
    return {
      pair,
      kid: `key-${generation}`,
      jwk: { ...(await exportJWK(pair.publicKey)), kid: `key-${generation}`, alg: 'RS256', use: 'sig' },
    };
  };
  let current = await make();
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const body = request.url?.includes('openid-configuration')
      ? { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` }
      : { keys: [current.jwk] };
    const date = new Date(Date.now() + ahead).toUTCString();
    response.writeHead(200, { 'content-type': 'application/json', date }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  const issuer: ToyIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    publicJwk: current.jwk,
    token(subject, claims = {}, header = {}) {
      const now = Math.floor((Date.now() + ahead) / 1000);
      const all = {
        iss: issuer.url,
        aud: 'bekhedmetkom',
        sub: subject,
        iat: now,
        exp: now + 600,
        jti: crypto.randomUUID(),
      };
      return new SignJWT({ ...all, ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: current.kid, ...header })
        .sign(current.pair.privateKey);
    },
    setAhead(by) {
      ahead = by;
    },
    async rotate() {
      current = await make();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return issuer;
}
