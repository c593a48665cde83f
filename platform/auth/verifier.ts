import { importJWK, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { Fault } from '../errors/errors.ts';
import { type Clock, ownClock } from './clock.ts';
import { algorithm, claims, issuer, lifetimeSeconds } from './internal-identity.ts';
import { parseJwk } from './key-pair.ts';
import type { Viewer } from './viewer.ts';

export interface Verifier {
  /** Gives the viewer whom a token names. Throws a Fault UNAUTHENTICATED that never says why. */
  verify(token: string): Promise<Viewer>;
}

/** Opens a verifier of internal identities for one audience, over an Ed25519 public key, a JWK in JSON, by a clock. */
export async function openVerifier(
  publicKey: string,
  audience: string,
  clock: Clock = ownClock,
): Promise<Verifier> {
  const key = await importJWK(parseJwk('public', publicKey), algorithm);
  const recent = new LRUCache<string, Viewer>({ max: 10_000, perf: clock, ttlResolution: 0 });
  const options = {
    algorithms: [algorithm],
    issuer,
    audience,
    maxTokenAge: lifetimeSeconds,
    requiredClaims: ['exp'],
  };

  return {
    async verify(token) {
      const known = recent.get(token);
      if (known) return known;
      try {
        const { payload } = await jwtVerify(token, key, { ...options, currentDate: new Date(clock.now()) });
        const { sub, ...who } = claims.parse(payload);
        const viewer: Viewer = { ...who, subject: sub ?? null };
        const bornAt = payload.iat ?? 0;
        const until = Math.min(payload.exp ?? 0, bornAt + lifetimeSeconds) * 1000;
        recent.set(token, viewer, { ttl: Math.max(1, until - clock.now()) });
        return viewer;
      } catch (cause) {
        throw new Fault('UNAUTHENTICATED', 'The internal identity is missing or not valid.', { cause });
      }
    },
  };
}
