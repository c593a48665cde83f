import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '@bekhedmetkom/platform/program';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import demo from '../schema/demo/people.json' with { type: 'json' };
import type { Config } from './config.ts';
import { start } from './main.ts';
import { people } from './people/person.ts';
import { actionOf, openBrowser } from './testing/browser.ts';

const webOrigin = 'http://127.0.0.1:3999';
const callback = `${webOrigin}/auth/callback`;
const allow = { execute: [client.allowInsecureRequests] };

let folder: string;
let settings: Config;
let program: Program;
let web: client.Configuration;

const openWeb = (url: string) => client.discovery(new URL(url), 'web', undefined, client.None(), allow);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  settings = {
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
    delayAfterWrongTries: 1,
  };
  program = await start(settings);
  web = await openWeb(program.url);
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true });
});

/** Goes to the sign-in page as the web app sends people there. */
async function arrive(browser = openBrowser(program.url), parameters: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(web, {
    redirect_uri: callback,
    scope: 'openid profile offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ui_locales: 'ar',
    ...parameters,
  });
  const page = await browser.open(url.href);
  const finish = (at: string) =>
    client.authorizationCodeGrant(web, new URL(at), { pkceCodeVerifier: verifier, expectedState: state });
  return { browser, page, finish };
}

async function signIn(username = 'layla', password = 'bekhedmetkom') {
  const { browser, page, finish } = await arrive();
  const back = await browser.submit(actionOf(page.text, 'sign-in'), { username, password });
  return { browser, back, tokens: await finish(back.url) };
}

async function verify(token: string) {
  const keys = createRemoteJWKSet(new URL(`${program.url}/jwks`));
  return jwtVerify(token, keys, { issuer: program.url, audience: 'bekhedmetkom', typ: 'at+jwt' });
}

describe('signing in', () => {
  it('gives an access token for the graph, good for ten minutes, with the name in both languages', async () => {
    const { tokens, back } = await signIn();
    expect(back).toMatchObject({ status: 303 });
    const { payload, protectedHeader } = await verify(tokens.access_token);
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      sub: 'p-layla',
      aud: 'bekhedmetkom',
      client_id: 'web',
      name: 'ليلى حداد',
      'name#ar': 'ليلى حداد',
      'name#en': 'Layla Haddad',
      locale: 'ar',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
    expect(tokens.claims()).toMatchObject({ sub: 'p-layla', 'name#en': 'Layla Haddad' });
  });

  it('asks nothing more of somebody who is signed in', async () => {
    const { browser } = await signIn('room.1');
    const { page, finish } = await arrive(browser);
    const tokens = await finish(page.url);
    expect(tokens.claims()?.sub).toBe('p-or-1');
  });

  it('takes the user name however its case and spaces are typed', async () => {
    const { tokens } = await signIn(' Layla ');
    expect(tokens.claims()?.sub).toBe('p-layla');
  });

  it('refuses a wrong password and an unknown name with the same words', async () => {
    const { browser, page } = await arrive();
    const action = actionOf(page.text, 'sign-in');
    const wrong = await browser.submit(action, { username: 'omar', password: 'guess' });
    const unknown = await browser.submit(action, { username: 'nobody', password: 'bekhedmetkom' });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.text).toContain('غير صحيحة');
    expect(unknown.text.replaceAll('nobody', 'omar').replaceAll(' aria-current="true"', '')).toBe(
      wrong.text.replaceAll(' aria-current="true"', ''),
    );
    expect(wrong.text).not.toContain('value="guess"');
  });

  it('makes the sixth try wait, even with the right password, and lets it in afterwards', async () => {
    const { browser, page, finish } = await arrive();
    const action = actionOf(page.text, 'sign-in');
    for (let wrong = 0; wrong < 5; wrong++) {
      await browser.submit(action, { username: 'quality.1', password: `guess ${wrong}` });
    }
    const right = { username: 'quality.1', password: 'bekhedmetkom' };
    const delayed = await browser.submit(action, right);
    expect(delayed.status).toBe(429);
    expect(delayed.headers.get('retry-after')).toBe('1');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const back = await browser.submit(action, right);
    expect((await finish(back.url)).claims()?.sub).toBe('p-qa-1');
  });

  it('asks for what is missing', async () => {
    const { browser, page } = await arrive();
    const answer = await browser.submit(actionOf(page.text, 'sign-in'), { username: 'layla', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('اكتبوا اسم المستخدم وكلمة المرور');
  });

  it('puts what was typed on the page as text, never as markup', async () => {
    const { browser, page } = await arrive();
    const answer = await browser.submit(actionOf(page.text, 'sign-in'), {
      username: '"><script>alert(1)</script>',
      password: 'x',
    });
    expect(answer.text).not.toContain('<script');
    expect(answer.text).toContain('&lt;script&gt;');
  });

  it('refuses a page whose sign-in is not of this browser', async () => {
    const { page } = await arrive();
    const stranger = await openBrowser(program.url).submit(actionOf(page.text, 'sign-in'), {
      username: 'layla',
      password: 'bekhedmetkom',
    });
    expect(stranger.status).toBe(400);
    expect(stranger.text).toContain('session_not_found');
  });

  it('refuses clients without PKCE and addresses that are not the web app', async () => {
    const browser = openBrowser(program.url);
    const parameters = { client_id: 'web', response_type: 'code', scope: 'openid' };
    const at = (more: Record<string, string>) =>
      `${program.url}/auth?${new URLSearchParams({ ...parameters, ...more })}`;
    const noPkce = await browser.open(at({ redirect_uri: callback }));
    expect(new URL(noPkce.url).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await browser.open(at({ redirect_uri: 'https://evil.example/auth/callback' }));
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain('تعذر إكمال الدخول');
  });
});

describe('staying signed in', () => {
  it('gives fresh tokens for the refresh token, also for two requests at once', async () => {
    const { tokens } = await signIn();
    const refresh = tokens.refresh_token ?? '';
    const [one, two] = await Promise.all([
      client.refreshTokenGrant(web, refresh),
      client.refreshTokenGrant(web, refresh),
    ]);
    expect((await verify(one.access_token)).payload.sub).toBe('p-layla');
    expect((await verify(two.access_token)).payload['name#en']).toBe('Layla Haddad');
  });

  it('outlives a restart: keys, session and refresh token', async () => {
    const { tokens, browser } = await signIn('omar');
    const { port } = new URL(program.url);
    await program.close();
    program = await start({ ...settings, port: Number(port) });
    expect((await verify(tokens.access_token)).payload.sub).toBe('p-omar');
    const fresh = await client.refreshTokenGrant(web, tokens.refresh_token ?? '');
    expect((await verify(fresh.access_token)).payload.sub).toBe('p-omar');
    const { page, finish } = await arrive(browser);
    expect((await finish(page.url)).claims()?.sub).toBe('p-omar');
  });

  it('keeps keys and sign-ins readable to their owner only', async () => {
    for (const file of ['signing-keys.json', 'sessions.json']) {
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    }
  });
});

describe('signing out', () => {
  it('ends session and refresh token at once for who shows the ID token, and leads back', async () => {
    const { browser, tokens } = await signIn();
    const out = client.buildEndSessionUrl(web, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${webOrigin}/`,
      state: 'here',
    });
    expect((await browser.open(out.href)).url).toBe(`${webOrigin}/?state=here`);
    await expect(client.refreshTokenGrant(web, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await arrive(browser)).page.text).toContain('id="sign-in"');
  });

  it('asks first when the request carries no ID token', async () => {
    const { browser, tokens } = await signIn();
    const page = await browser.open(`${program.url}/session/end?client_id=web&ui_locales=en`);
    expect(page.text).toContain('<h1 class="h1">Sign out</h1>');
    await client.refreshTokenGrant(web, tokens.refresh_token ?? '');
    const done = await browser.submit(actionOf(page.text, 'op.logoutForm'), {
      xsrf: /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
      logout: 'yes',
    });
    expect(done.text).toContain('تم الخروج');
    await expect(client.refreshTokenGrant(web, tokens.refresh_token ?? '')).rejects.toThrow();
  });

  it('leads to no address but the web app', async () => {
    const { browser, tokens } = await signIn();
    const out = client.buildEndSessionUrl(web, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'https://evil.example/',
    });
    const answer = await browser.open(out.href);
    expect(answer.status).toBe(400);
  });
});

describe('the importer', () => {
  const open = (secret: string) =>
    client.discovery(new URL(program.url), 'importer', secret, client.ClientSecretBasic(secret), allow);

  it('signs in with its secret as the subject the directory knows', async () => {
    const tokens = await client.clientCredentialsGrant(await open(settings.importerSecret));
    const { payload } = await verify(tokens.access_token);
    expect(payload).toMatchObject({ sub: 'p-importer', client_id: 'importer', aud: 'bekhedmetkom' });
  });

  it('is refused with another secret', async () => {
    await expect(client.clientCredentialsGrant(await open('a wrong secret'))).rejects.toMatchObject({
      status: 401,
    });
  });
});

describe('the sign-in page', () => {
  it('is Arabic and right to left unless English is asked for', async () => {
    const arabic = await arrive();
    expect(arabic.page.text).toContain('<html lang="ar" dir="rtl">');
    const english = await arrive(openBrowser(program.url), { ui_locales: 'en' });
    expect(english.page.text).toContain('<html lang="en" dir="ltr">');
    const other = /<a class="back" href="([^"]+)"/.exec(english.page.text)?.[1] ?? '';
    expect((await english.browser.open(other)).text).toContain('<html lang="ar" dir="rtl">');
  });

  it('fills the form with a demonstration account at one click, without script', async () => {
    const { browser, page, finish } = await arrive();
    const link = /href="([^"]+)" data-account="mfp.moh"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const filled = await browser.open(link);
    expect(filled.text).toContain('value="mfp.moh"');
    expect(filled.text).toContain('value="bekhedmetkom"');
    const back = await browser.submit(actionOf(filled.text, 'sign-in'), {
      username: 'mfp.moh',
      password: 'bekhedmetkom',
    });
    expect((await finish(back.url)).claims()?.sub).toBe('p-mfp-moh');
  });

  it('lists every demonstration account, and none when told not to', async () => {
    const { page } = await arrive();
    for (const { username } of settings.people) expect(page.text).toContain(`data-account="${username}"`);
    const shy = await start({
      ...settings,
      showAccounts: false,
      dataFolder: await mkdtemp(join(folder, 'shy-')),
    });
    const url = `${shy.url}/auth?${new URL((await arrive()).page.url).search.slice(1)}`;
    expect((await openBrowser(shy.url).open(url)).text).not.toContain('data-account');
    await shy.close();
  });

  it('lets nothing run, loads only from here, and is not kept', async () => {
    const { page } = await arrive();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${webOrigin}`);
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|style="|<style/);
  });

  it('has its style sheet and every font that it names', async () => {
    const css = await fetch(`${program.url}/assets/sign-in.css`);
    expect(css.headers.get('content-type')).toContain('text/css');
    const fonts = [...(await css.text()).matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    expect(fonts).toHaveLength(8);
    for (const font of fonts) expect((await fetch(`${program.url}${font}`)).status).toBe(200);
    expect((await fetch(`${program.url}/assets/..%2Fpackage.json`)).status).toBe(404);
  });
});

describe('the tokens', () => {
  it('are signed by a published key that is no private one', async () => {
    const { tokens } = await signIn();
    const jwks = (await (await fetch(`${program.url}/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(jwks.keys.map((key) => key.kid)).toContain(decodeProtectedHeader(tokens.access_token).kid);
    for (const key of jwks.keys) expect(key).not.toHaveProperty('d');
  });

  it('of the ID kind are not for the graph', async () => {
    const { tokens } = await signIn();
    await expect(verify(tokens.id_token ?? '')).rejects.toThrow();
  });
});
