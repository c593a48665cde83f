import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrustedProxies } from '@bekhedmetkom/platform/client-address';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import demo from '../../schema/demo/people.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { start } from '../main.ts';
import { people } from '../people/person.ts';
import { actionOf, openBrowser } from './browser.ts';

export const webOrigin = 'http://127.0.0.1:3999';
export const callback = `${webOrigin}/auth/callback`;
export const allowHttp = { execute: [client.allowInsecureRequests] };

export type RunningIssuer = Awaited<ReturnType<typeof runIssuer>>;

/** An issuer of the test's own, and the web app as its client. */
export async function runIssuer(more: Partial<Config> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  const settings: Config = {
    host: '127.0.0.1',
    port: 0,
    issuerUrl: null,
    webOrigin,
    people: people.parse(demo),
    password: 'bekhedmetkom',
    showAccounts: true,
    cookieKeys: ['a key for cookies of the tests'],
    importerSecret: 'the secret of the importer',
    dataFolder: folder,
    signingKeys: null,
    logLevel: 'silent',
    trustedProxies: readTrustedProxies(['127.0.0.0/8']),
    clockUrl: null,
    ...more,
  };
  let program = await start(settings);
  const { url } = program;
  const web = await client.discovery(new URL(url), 'web', undefined, client.None(), allowHttp);

  /** Goes to the sign-in page as the web app sends people there. */
  async function arrive(browser = openBrowser(url), parameters: Record<string, string> = {}) {
    const verifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const address = client.buildAuthorizationUrl(web, {
      redirect_uri: callback,
      scope: 'openid profile offline_access',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      ui_locales: 'ar',
      ...parameters,
    });
    const page = await browser.open(address.href);
    const finish = (at: string) =>
      client.authorizationCodeGrant(web, new URL(at), { pkceCodeVerifier: verifier, expectedState: state });
    return { browser, address, page, finish };
  }

  return {
    url,
    web,
    folder,
    settings,
    arrive,
    async signIn(username = 'layla', password = 'bekhedmetkom') {
      const { browser, page, finish } = await arrive();
      const back = await browser.submit(actionOf(page.text, 'sign-in'), { username, password });
      return { browser, back, tokens: await finish(back.url) };
    },
    /** Checks an access token as the gateway does. */
    verify: (token: string) =>
      jwtVerify(token, createRemoteJWKSet(new URL(`${url}/jwks`)), {
        issuer: url,
        audience: 'bekhedmetkom',
        typ: 'at+jwt',
      }),
    async restart() {
      await program.close();
      program = await start({ ...settings, port: Number(new URL(url).port) });
    },
    async close() {
      await program.close();
      await rm(folder, { recursive: true });
    },
  };
}
