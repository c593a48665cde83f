import { createHash } from 'node:crypto';
import { type Clock, ownClock } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { words } from '../wording/words.ts';
import { type IssuerClock, issuerTolerance } from './issuer-clock.ts';
import type { IssuerKeys } from './issuer-keys.ts';

/** Asymmetric ones only: `none` and shared secrets can never verify. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
const audience = 'bekhedmetkom';
const keyId = /^[\w.~-]{1,128}$/;

export interface AccessToken {
  subject: string;
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Opens the check of access tokens of one issuer (RFC 9068). Keys, addresses and algorithms that a token
 * itself proposes are never looked at. The check throws a Fault UNAUTHENTICATED that does not say why, or
 * SERVICE_UNAVAILABLE while the issuer's keys are not known, and where a token fails by its times alone while the
 * issuer's clock is off: signing in again would not help.
 */
export function openAccessTokens(
  issuer: string,
  keys: IssuerKeys,
  clock: Clock = ownClock,
  issuerClock: Pick<IssuerClock, 'aheadBy'> = { aheadBy: () => null },
): (token: string) => Promise<AccessToken> {
  const isOff = () => Math.abs(issuerClock.aheadBy() ?? 0) > issuerTolerance;

  async function verify(token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(
      token,
      (header, input) => {
        if (header.kid !== undefined && !keyId.test(header.kid)) throw new Error('not a key id');
        const { alg, kid } = header;
        return keys.find(kid === undefined ? { alg } : { alg, kid }, input);
      },
      {
        issuer,
        audience,
        algorithms,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(clock.now()),
      },
    );
    // One that is issued in times to come would be good for longer than its issuer means.
    if ((payload.iat ?? 0) * 1000 > clock.now() + issuerTolerance) {
      throw new errors.JWTClaimValidationFailed('issued in the future', payload, 'iat', 'check_failed');
    }
    return payload;
  }

  return async (token) => {
    try {
      const payload = await verify(token);
      const { sub = '', exp = 0, jti } = payload;
      return { subject: sub, expiresAt: exp * 1000, id: digest(jti ?? token) };
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      if (isByTime(cause) && isOff()) throw new Fault('SERVICE_UNAVAILABLE', words.issuerClock, { cause });
      throw new Fault('UNAUTHENTICATED', words.badToken, { cause });
    }
  };
}

/** Whether a token, signed by the issuer, is refused for its times alone. */
function isByTime(cause: unknown): boolean {
  if (cause instanceof errors.JWTExpired) return true;
  return cause instanceof errors.JWTClaimValidationFailed && ['iat', 'nbf'].includes(cause.claim);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
