import { readdir } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { fileCase } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';

describe('signing in and out', () => {
  let stack: EmbeddedStack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  const isIssuer = (url: URL) => url.origin === new URL(stack.issuerUrl).origin;
  const isWeb = (url: URL) => url.origin === new URL(stack.webUrl).origin;
  const begin = async (page: Page, language: string, to: string): Promise<void> => {
    await page.goto(`${stack.webUrl}/auth/sign-in?${new URLSearchParams({ lang: language, to })}`);
    await page.waitForURL(isIssuer);
  };
  const enter = async (page: Page, username: string): Promise<void> => {
    if ((await page.locator('input[type=password]').count()) > 0) {
      await page.locator('input[type=password]').fill('bekhedmetkom');
      await page.locator('input[autocomplete=username]').fill(username);
      await page.locator('button[type=submit]').first().click();
    }
    await page.waitForURL(isWeb);
  };
  const own = async (context: BrowserContext) =>
    (await context.cookies()).filter(({ name }) => /^bk_(?!locale$|issuer_)/.test(name));

  const signOut = async (page: Page): Promise<void> => {
    await page.locator('details.account > summary').click();
    await page.locator('form[action*="/auth/sign-out"] button').click();
    await page.waitForURL((url) => isWeb(url) && url.pathname === '/en');
  };

  it('works in two tabs at a time, each to where it wanted', async () => {
    const { page: one, context } = await visitor(browser);
    const two = await context.newPage();
    await begin(one, 'en', '/en/mine');
    await begin(two, 'ar', '/ar/notifications');
    await enter(one, 'omar');
    expect(new URL(one.url()).pathname).toBe('/en/mine');
    await two.reload();
    await enter(two, 'omar');
    expect(new URL(two.url()).pathname).toBe('/ar/notifications');
    await context.close();
  });

  it.each([
    ['en', '/en/performance'],
    ['ar', '/ar/mine'],
  ])('that took too long keeps its language and its destination: %s', async (language, to) => {
    const { page, context } = await visitor(browser);
    await begin(page, language, to);
    await context.clearCookies({ name: /^bk_sign_in/ });
    await enter(page, 'omar');
    const url = new URL(page.url());
    expect([url.pathname, url.searchParams.get('problem')]).toEqual([`/${language}/sign-in`, 'expired']);
    await page.locator('main a[href*="/auth/sign-in"]').click();
    await page.waitForURL((at) => isWeb(at) && at.pathname === to);
    await context.close();
  });

  it('that has expired at the issuer begins again from its page, with its destination', async () => {
    const { page, context } = await visitor(browser);
    await begin(page, 'en', '/en/notifications');
    await context.clearCookies({ name: /^bk_issuer_step/ });
    await page.reload();
    await page.locator('main a[href*="/auth/sign-in"]').click();
    await enter(page, 'omar');
    expect(new URL(page.url()).pathname).toBe('/en/notifications');
    expect((await fetch(`${stack.webUrl}/auth/sign-out`, { redirect: 'manual' })).status).toBe(405);
    await context.close();
  });

  it('leaves nothing of a person behind: no cookie, draft, storage, page to go back to, nor another tab', async () => {
    const { page, context } = await visitor(browser);
    const filed = await fileCase(page, stack.webUrl, {
      subject: 'Filed before signing in',
      text: 'With a secret.',
      anonymous: true,
    });
    await signIn(page, `${stack.webUrl}/en/mine`, 'layla');
    await page.goto(`${stack.webUrl}/en/submit/start?type=COMPLAINT&new=yes`);
    const draft = new URL(page.url()).searchParams.get('draft');
    await page.fill('[name=subject]', 'A private matter');
    await page.fill('[name=text]', 'Of layla.');
    await page.locator('form[data-draft-step] .actions button').click();
    await page.waitForURL((url) => url.pathname.endsWith('/who'));
    const other = await context.newPage();
    await other.goto(`${stack.webUrl}/en/track/${filed.reference}`);
    await other.getByText('Filed before signing in').first().waitFor();

    await page.goto(`${stack.webUrl}/en/notifications`);
    await page.evaluate(() => {
      localStorage.setItem('words', 'of layla');
      sessionStorage.setItem('words', 'of layla');
    });
    await signOut(page);
    await eventually(async () => expect(new URL(other.url()).pathname).toBe('/en'));

    expect(await own(context)).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    for (const back of [`/en/submit/what?draft=${draft}`, '/en/submit', `/en/track/${filed.reference}`]) {
      await page.goto(`${stack.webUrl}${back}`);
      const text = await page.locator('body').innerText();
      for (const word of ['A private matter', 'Of layla', 'Filed before signing in', filed.secret])
        expect(text, back).not.toContain(word);
    }
    await other.goBack().catch(() => null);
    await eventually(async () =>
      expect(await other.locator('body').innerText()).not.toContain('Filed before signing in'),
    );
    await context.close();
  });

  it('of another person, after a session that ended by itself, finds nothing of the one before', async () => {
    const { page, context } = await visitor(browser);
    await page.goto(`${stack.webUrl}/en/submit/start?type=COMPLAINT`);
    await page.fill('[name=subject]', 'Written before anybody signed in');
    await page.fill('[name=text]', 'It belongs to whoever signs in first.');
    await page.locator('form[data-draft-step] .actions button').click();
    await page.waitForURL((url) => url.pathname.endsWith('/who'));
    await signIn(page, `${stack.webUrl}/en/mine`, 'layla');
    await page.goto(`${stack.webUrl}/en/submit`);
    await page.getByText('Written before anybody signed in').first().waitFor();
    // The session ends; the issuer forgets her too.
    const keeps = (await context.cookies()).filter(({ name }) => /^bk_(draft|person)/.test(name));
    await context.clearCookies();
    await context.addCookies(keeps);
    await signIn(page, `${stack.webUrl}/en/mine`, 'omar');
    await page.goto(`${stack.webUrl}/en/submit`);
    expect(await page.locator('body').innerText()).not.toContain('Written before anybody');
    await context.close();
  });

  it('keeps drafts as files that say nothing, and removes them with the person', async () => {
    const files = await readdir(stack.draftsFolder);
    const { page, context } = await visitor(browser);
    await signIn(page, `${stack.webUrl}/en/mine`, 'omar');
    await page.goto(`${stack.webUrl}/en/submit/start?type=INQUIRY`);
    await page.fill('[name=subject]', 'A question of omar');
    await page.fill('[name=text]', 'marker-4711');
    await page.locator('form[data-draft-step] .actions button').click();
    await page.waitForURL((url) => url.pathname.endsWith('/who'));
    expect(await readdir(stack.draftsFolder)).toHaveLength(files.length + 1);
    await page.goto(`${stack.webUrl}/en/notifications`);
    await signOut(page);
    expect(await readdir(stack.draftsFolder)).toHaveLength(files.length);
    await context.close();
  });
});
