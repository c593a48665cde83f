import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../main.ts';
import { actionOf, openBrowser } from '../testing/browser.ts';
import { type RunningIssuer, runIssuer, webOrigin } from '../testing/run-issuer.ts';

let issuer: RunningIssuer;
beforeAll(async () => {
  issuer = await runIssuer();
});
afterAll(() => issuer.close());

describe('the sign-in page', () => {
  it('is Arabic and right to left unless English is asked for', async () => {
    const arabic = await issuer.arrive();
    expect(arabic.page.text).toContain('<html lang="ar" dir="rtl">');
    const english = await issuer.arrive(openBrowser(issuer.url), { ui_locales: 'en' });
    expect(english.page.text).toContain('<html lang="en" dir="ltr">');
    const other =
      /<a class="back" href="([^"]+)"/.exec(english.page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await english.browser.open(other)).text).toContain('<html lang="ar" dir="rtl">');
  });

  it('fills the form with a demonstration account at one click, without script', async () => {
    const { browser, page, finish } = await issuer.arrive();
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
    const { page: shown } = await issuer.arrive();
    for (const { username } of issuer.settings.people)
      expect(shown.text).toContain(`data-account="${username}"`);
    const shy = await start({
      ...issuer.settings,
      showAccounts: false,
      dataFolder: await mkdtemp(join(issuer.folder, 'shy-')),
    });
    const { address } = await issuer.arrive();
    const page = await openBrowser(shy.url).open(`${shy.url}/auth${address.search}`);
    expect(page.text).toContain('id="sign-in"');
    expect(page.text).not.toContain('data-account');
    await shy.close();
  });

  it('lets nothing run, loads only from here, and is not kept', async () => {
    const { page } = await issuer.arrive();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${webOrigin}`);
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script|style="|<style/);
  });

  it('has its style sheet and every font that it names', async () => {
    const css = await fetch(`${issuer.url}/assets/sign-in.css`);
    expect(css.headers.get('content-type')).toContain('text/css');
    const fonts = [...(await css.text()).matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
    expect(fonts).toHaveLength(8);
    for (const font of fonts) expect((await fetch(`${issuer.url}${font}`)).status).toBe(200);
    expect((await fetch(`${issuer.url}/assets/..%2Fpackage.json`)).status).toBe(404);
  });
});
