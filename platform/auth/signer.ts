import { importJWK, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Clock, ownClock } from './clock.ts';
import { algorithm, backdatedSeconds, issuer, lifetimeSeconds, reuseSeconds } from './internal-identity.ts';
import { parseJwk } from './key-pair.ts';
import type { Viewer } from './viewer.ts';

export interface Signer {
  /**
   * Signs who the viewer is, for one audience (a subgraph's name). The token lives at most 60 seconds; the
   * same one is handed out again for some of them, so that signing stays off the hot path.
   */
  sign(viewer: Viewer, audience: string): Promise<string>;
}

/** Opens a signer of internal identities over an Ed25519 private key, a JWK in JSON, by a clock. */
export async function openSigner(privateKey: string, clock: Clock = ownClock): Promise<Signer> {
  const key = await importJWK(parseJwk('private', privateKey), algorithm);
  const recent = new LRUCache<string, Promise<string>>({
    max: 10_000,
    ttl: reuseSeconds * 1000,
    perf: clock,
    ttlResolution: 0,
  });

  async function makeToken(viewer: Viewer, audience: string): Promise<string> {
    const { kind, subject, grants, language, client } = viewer;
    const start = Math.floor(clock.now() / 1000) - backdatedSeconds;
    const token = new SignJWT({ kind, grants, language, client, ...(subject !== null && { sub: subject }) })
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(start)
      .setExpirationTime(start + lifetimeSeconds);
    return token.sign(key);
  }

  return {
    sign(viewer, audience) {
      const cacheKey = `${audience} ${JSON.stringify(viewer)}`;
      const known = recent.get(cacheKey);
      if (known) return known;
      const token = makeToken(viewer, audience);
      recent.set(cacheKey, token);
      token.catch(() => recent.delete(cacheKey));
      return token;
    },
  };
}
