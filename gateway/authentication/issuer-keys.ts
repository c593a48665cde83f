import { Fault } from '@bekhedmetkom/platform/errors';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import {
  type CryptoKey,
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
} from 'jose';
import { z } from 'zod';
import { words } from '../wording/words.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Known keys are fetched anew after this long; an unknown key id, or a failure, fetches at most this often. */
const freshFor = 10 * 60_000;
const retryAfter = 10_000;
const timeoutDuration = 3_000;

export interface IssuerKeys {
  /** Gives the issuer's key that a token's header names. Only ever asks the issuer itself. */
  find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey>;
}

/**
 * Opens the issuer's public keys, found by OpenID discovery when first needed. Keys once known stay in use
 * while the issuer is down. Throws a Fault SERVICE_UNAVAILABLE when none were ever known.
 */
export function openIssuerKeys(issuer: string, logger: Logger): IssuerKeys {
  let fetchedAt = 0;
  let failedAt = 0;

  /** Fetches the keys from where the issuer says that they are; the library times it out. */
  const fetchKeys: FetchImplementation = async (url, options) => {
    if (Date.now() - failedAt < retryAfter) throw new Error('the issuer did not answer a moment ago');
    try {
      const response = await fetch(url, { ...options, redirect: 'error' });
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      const found = discovery.parse(await response.json());
      if (found.issuer !== issuer) throw new Error(`the issuer calls itself ${found.issuer}`);
      const keys = await fetch(found.jwks_uri, { ...options, redirect: 'error' });
      if (!keys.ok) throw new Error(`${found.jwks_uri} answers ${keys.status}`);
      fetchedAt = Date.now();
      return keys;
    } catch (err) {
      failedAt = Date.now();
      logger.warn({ err, issuer }, "the issuer's keys could not be fetched");
      throw err;
    }
  };

  const keys = createRemoteJWKSet(
    new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
    // Never too old to be used: they are fetched anew beside the requests, and kept when that fails.
    { cacheMaxAge: Infinity, cooldownDuration: retryAfter, timeoutDuration, [customFetch]: fetchKeys },
  );
  const reload = () => keys.reload().catch(() => undefined);

  return {
    async find(header, token) {
      if (!keys.fresh) await reload();
      else if (Date.now() - fetchedAt > freshFor) void reload();
      if (!keys.fresh) throw new Fault('SERVICE_UNAVAILABLE', words.signInUnchecked);
      return keys(header, token);
    },
  };
}
