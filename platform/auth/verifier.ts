import { importJWK, jwtVerify } from 'jose';
import { Fault } from '../errors/errors.ts';
import { type Clock, ownClock } from './clock.ts';
import { algorithm, claims, issuer, lifetimeSeconds } from './internal-identity.ts';
import { parseJwk } from './key-pair.ts';
import { Recent } from './recent.ts';
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
  const recent = new Recent<Viewer>(10_000, clock);
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
        recent.set(token, viewer, Math.min(payload.exp ?? 0, bornAt + lifetimeSeconds) * 1000);
        return viewer;
      } catch (cause) {
        throw new Fault('UNAUTHENTICATED', 'The internal identity is missing or not valid.', { cause });
      }
    },
  };
}
