import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from './main.ts';
import { actionOf, openBrowser } from './testing/browser.ts';
import { allowHttp, callback, type RunningIssuer, runIssuer, webOrigin } from './testing/run-issuer.ts';

let issuer: RunningIssuer;
beforeAll(async () => {
  issuer = await runIssuer();
});
afterAll(() => issuer.close());

describe('signing in', () => {
  it('gives an access token for the graph, good for ten minutes, with the name in both languages', async () => {
    const { tokens, back } = await issuer.signIn();
    expect(back).toMatchObject({ status: 303 });
    const { payload, protectedHeader } = await issuer.verify(tokens.access_token);
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
    const { browser } = await issuer.signIn('room.1');
    const { page, finish } = await issuer.arrive(browser);
    const tokens = await finish(page.url);
    expect(tokens.claims()?.sub).toBe('p-or-1');
  });

  it('takes the user name however its case and spaces are typed', async () => {
    const { tokens } = await issuer.signIn(' Layla ');
    expect(tokens.claims()?.sub).toBe('p-layla');
  });

  it('refuses a wrong password and an unknown name with the same words', async () => {
    const { browser, page } = await issuer.arrive();
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

  it('lets the right password in while a stranger at the same address goes on guessing', async () => {
    const stranger = await issuer.arrive();
    const action = actionOf(stranger.page.text, 'sign-in');
    const guesses = Array.from({ length: 15 }, (_, i) =>
      stranger.browser.submit(action, { username: 'quality.1', password: `guess ${i}` }),
    );
    const { tokens } = await issuer.signIn('quality.1');
    expect(tokens.claims()?.sub).toBe('p-qa-1');
    expect((await Promise.all(guesses)).every(({ status }) => status !== 303)).toBe(true);
  });

  it('limits one password that is tried on many names, with the seconds to wait', async () => {
    const { browser, page } = await issuer.arrive();
    const action = actionOf(page.text, 'sign-in');
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, i) =>
        browser.submit(
          action,
          { username: `name.${i}`, password: 'bekhedmetkom' },
          { 'x-forwarded-for': '203.0.113.60' },
        ),
      ),
    );
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited[0]?.headers.get('retry-after')).toBe('1');
    expect(limited[0]?.text).toContain('تكررت المحاولات');
  });

  it('asks for what is missing', async () => {
    const { browser, page } = await issuer.arrive();
    const answer = await browser.submit(actionOf(page.text, 'sign-in'), { username: 'layla', password: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('اكتبوا اسم المستخدم وكلمة المرور');
  });

  it('puts what was typed on the page as text, never as markup', async () => {
    const { browser, page } = await issuer.arrive();
    const answer = await browser.submit(actionOf(page.text, 'sign-in'), {
      username: '"><script>alert(1)</script>',
      password: 'x',
    });
    expect(answer.text).not.toContain('<script');
    expect(answer.text).toContain('&lt;script&gt;');
  });

  it('refuses a page whose sign-in is not of this browser', async () => {
    const { page } = await issuer.arrive();
    const stranger = await openBrowser(issuer.url).submit(actionOf(page.text, 'sign-in'), {
      username: 'layla',
      password: 'bekhedmetkom',
    });
    expect(stranger.status).toBe(400);
    expect(stranger.text).toContain('session_not_found');
  });

  it.each(['ar', 'en'])(
    'offers to begin again, with its destination, on a page that has expired (%s)',
    async (lang) => {
      const { page } = await issuer.arrive();
      const action = new URL(actionOf(page.text, 'sign-in'), issuer.url);
      const state = action.searchParams.get('state');
      expect(state).toBeTruthy();
      action.searchParams.set('lang', lang);
      const late = await openBrowser(issuer.url).submit(`${action.pathname}${action.search}`, {
        username: 'layla',
      });
      const again = /href="([^"]*\/auth\/sign-in[^"]*)"/.exec(late.text)?.[1]?.replaceAll('&amp;', '&');
      const link = new URL(again ?? '', issuer.url);
      expect(link.origin).toBe(webOrigin);
      expect(Object.fromEntries(link.searchParams)).toEqual({ lang, state });
    },
  );

  it('refuses clients without PKCE and addresses that are not the web app', async () => {
    const browser = openBrowser(issuer.url);
    const parameters = { client_id: 'web', response_type: 'code', scope: 'openid' };
    const at = (more: Record<string, string>) =>
      `${issuer.url}/auth?${new URLSearchParams({ ...parameters, ...more })}`;
    const noPkce = await browser.open(at({ redirect_uri: callback }));
    expect(new URL(noPkce.url).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await browser.open(at({ redirect_uri: 'https://evil.example/auth/callback' }));
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.text).toContain('تعذر إكمال تسجيل الدخول');
  });
});

describe('the importer', () => {
  const open = (secret: string) =>
    client.discovery(new URL(issuer.url), 'importer', secret, client.ClientSecretBasic(secret), allowHttp);

  it('signs in with its secret as the subject the directory knows', async () => {
    const tokens = await client.clientCredentialsGrant(await open(issuer.settings.importerSecret));
    const { payload } = await issuer.verify(tokens.access_token);
    expect(payload).toMatchObject({ sub: 'p-importer', client_id: 'importer', aud: 'bekhedmetkom' });
  });

  it('is refused with another secret', async () => {
    await expect(client.clientCredentialsGrant(await open('a wrong secret'))).rejects.toMatchObject({
      status: 401,
    });
  });
});

describe('the issuer', () => {
  it('publishes its own addresses, whatever host it was asked under', async () => {
    const { port } = new URL(issuer.url);
    const answer = await fetch(`http://localhost:${port}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    expect(await answer.json()).toMatchObject({
      issuer: issuer.url,
      authorization_endpoint: `${issuer.url}/auth`,
      token_endpoint: `${issuer.url}/token`,
    });
  });

  it('marks its cookies as secure when its address is', async () => {
    const dataFolder = await mkdtemp(join(issuer.folder, 'secure-'));
    const program = await start({ ...issuer.settings, dataFolder, issuerUrl: 'https://issuer.example' });
    const { address } = await issuer.arrive();
    const answer = await fetch(`${program.url}/auth${address.search}`, { redirect: 'manual' });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure; httponly/i);
    await program.close();
  });
});

describe('the tokens', () => {
  it('are signed by a published key that is no private one', async () => {
    const { tokens } = await issuer.signIn();
    const jwks = (await (await fetch(`${issuer.url}/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(jwks.keys.map((key) => key.kid)).toContain(decodeProtectedHeader(tokens.access_token).kid);
    for (const key of jwks.keys) expect(key).not.toHaveProperty('d');
  });

  it('of the ID kind are not for the graph', async () => {
    const { tokens } = await issuer.signIn();
    await expect(issuer.verify(tokens.id_token ?? '')).rejects.toThrow();
  });
});
