import { Fault } from '@bekhedmetkom/platform/errors';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import { words } from '../wording/words.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Known keys are fetched anew after this long; an unknown key id fetches at most this often. */
const freshFor = 10 * 60_000;
const retryAfter = 10_000;
const timeout = 3_000;

type KeySet = ReturnType<typeof createLocalJWKSet>;
type Key = Awaited<ReturnType<KeySet>>;

export interface IssuerKeys {
  /** Gives the issuer's key that a token's header names. Only ever asks the issuer itself. */
  find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Key>;
}

/**
 * Opens the issuer's public keys, found by OpenID discovery when first needed. Keys once known stay in use
 * while the issuer is down. Throws a Fault SERVICE_UNAVAILABLE when none were ever known.
 */
export function openIssuerKeys(issuer: string, logger: Logger): IssuerKeys {
  let keys: KeySet | undefined;
  let fetchedAt = 0;
  let triedAt = 0;
  let fetching: Promise<void> | undefined;

  async function read<T>(url: string, shape: z.ZodType<T>): Promise<T> {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: 'error' });
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    return shape.parse(await response.json());
  }

  async function refresh(): Promise<void> {
    triedAt = Date.now();
    try {
      const found = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, discovery);
      if (found.issuer !== issuer) throw new Error(`the issuer calls itself ${found.issuer}`);
      keys = createLocalJWKSet(await read(found.jwks_uri, jwks));
      fetchedAt = Date.now();
    } catch (err) {
      logger.warn({ err, issuer }, "the issuer's keys could not be fetched");
    }
  }

  function refreshOnce(): Promise<void> {
    fetching ??= refresh().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  return {
    async find(header, token) {
      const mayTry = () => Date.now() - triedAt > retryAfter;
      if (!keys) await (fetching ?? (triedAt === 0 || mayTry() ? refreshOnce() : undefined));
      else if (Date.now() - fetchedAt > freshFor && mayTry()) void refreshOnce();
      if (!keys) throw new Fault('SERVICE_UNAVAILABLE', words.signInUnchecked);
      try {
        return await keys(header, token);
      } catch (error) {
        // Perhaps the issuer has changed its keys since.
        if (!(error instanceof errors.JWKSNoMatchingKey) || !mayTry()) throw error;
        await refreshOnce();
        return keys(header, token);
      }
    },
  };
}
