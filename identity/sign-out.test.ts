import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf } from './testing/browser.ts';
import { type RunningIssuer, runIssuer, webOrigin } from './testing/run-issuer.ts';

let issuer: RunningIssuer;
beforeAll(async () => {
  issuer = await runIssuer();
});
afterAll(() => issuer.close());

describe('staying signed in', () => {
  it('gives fresh tokens for the refresh token, also for two requests at once', async () => {
    const { tokens } = await issuer.signIn();
    const refresh = tokens.refresh_token ?? '';
    const [one, two] = await Promise.all([
      client.refreshTokenGrant(issuer.web, refresh),
      client.refreshTokenGrant(issuer.web, refresh),
    ]);
    expect((await issuer.verify(one.access_token)).payload.sub).toBe('p-layla');
    expect((await issuer.verify(two.access_token)).payload['name#en']).toBe('Layla Haddad');
  });

  it('outlives a restart: keys, session and refresh token', async () => {
    const { tokens, browser } = await issuer.signIn('omar');
    await issuer.restart();
    expect((await issuer.verify(tokens.access_token)).payload.sub).toBe('p-omar');
    const fresh = await client.refreshTokenGrant(issuer.web, tokens.refresh_token ?? '');
    expect((await issuer.verify(fresh.access_token)).payload.sub).toBe('p-omar');
    const { page, finish } = await issuer.arrive(browser);
    expect((await finish(page.url)).claims()?.sub).toBe('p-omar');
  });

  it('keeps keys and sign-ins readable to their owner only', async () => {
    for (const file of ['signing-keys.json', 'sessions.json']) {
      expect((await stat(join(issuer.folder, file))).mode & 0o777).toBe(0o600);
    }
  });
});

describe('signing out', () => {
  it('ends session and refresh token at once for who shows the ID token, and leads back', async () => {
    const { browser, tokens } = await issuer.signIn();
    const out = client.buildEndSessionUrl(issuer.web, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${webOrigin}/`,
      state: 'here',
    });
    expect((await browser.open(out.href)).url).toBe(`${webOrigin}/?state=here`);
    await expect(client.refreshTokenGrant(issuer.web, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect((await issuer.arrive(browser)).page.text).toContain('id="sign-in"');
  });

  it('asks first when the request carries no ID token', async () => {
    const { browser, tokens } = await issuer.signIn();
    const page = await browser.open(`${issuer.url}/session/end?client_id=web&ui_locales=en`);
    expect(page.text).toContain('<h1 class="h1">Sign out</h1>');
    await client.refreshTokenGrant(issuer.web, tokens.refresh_token ?? '');
    const done = await browser.submit(actionOf(page.text, 'op.logoutForm'), {
      xsrf: /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
      logout: 'yes',
    });
    expect(done.text).toContain('تم تسجيل الخروج');
    await expect(client.refreshTokenGrant(issuer.web, tokens.refresh_token ?? '')).rejects.toThrow();
  });

  it('leads to no address but the web app', async () => {
    const { browser, tokens } = await issuer.signIn();
    const out = client.buildEndSessionUrl(issuer.web, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'https://evil.example/',
    });
    const answer = await browser.open(out.href);
    expect(answer.status).toBe(400);
  });
});
