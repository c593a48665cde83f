import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { type Filed, fileCase } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { atCase, classify, told } from './staff.ts';

const health = { search: 'Ministry of Health', code: 'MOH' };
const water = { search: 'Miyahuna', code: 'MIYAHUNA' };
const text = 'I was sent home twice without being seen, and nobody could say when to come again.';

describe('the inbox of an officer', () => {
  let stack: EmbeddedStack;
  let browser: Browser;
  const filed: Filed[] = [];

  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
    const { page } = await visitor(browser);
    for (const wish of [
      { subject: 'No doctor on Sundays', entity: health, governorate: 'AMMAN' },
      { subject: 'The lift of the hospital stands still', entity: health, governorate: 'IRBID' },
      { subject: 'A bill that was paid twice', entity: water, governorate: 'AMMAN' },
    ]) {
      filed.push(await fileCase(page, stack.webUrl, { ...wish, text, anonymous: true }));
    }
    for (const { reference } of filed.slice(0, 2)) {
      const ministry = await atCase(browser, stack.webUrl, 'mfp.moh', reference);
      await classify(ministry, 'Samer Nassar');
      await told(ministry, 'classify');
      await ministry.context().close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  const open = async (username: string, path: string, options: { scripts?: boolean } = {}): Promise<Page> => {
    const { page } = await visitor(browser, options);
    await signIn(page, `${stack.webUrl}${path}`, username);
    await page.locator('h1').waitFor();
    // Keys that are pressed before the page's scripts run are lost; the live line is opened by them.
    if (options.scripts !== false) await page.locator('.conn--live').waitFor();
    return page;
  };
  const row = (page: Page, kase: Filed | undefined) =>
    page.locator('.mail', { has: page.locator(`[data-reference="${kase?.reference}"]`) });
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('data-reference') ?? null);

  it('is narrowed by a plain form to the cases of one entity and place, and widened again by its chips', async () => {
    const page = await open('room.1', '/en/staff/inbox', { scripts: false });
    expect(await page.locator('.mail').count()).toBe(3);
    const form = page.locator('.filterbox:has(select[name=entity])');
    await form.locator('summary').click();
    await form.locator('select[name=entity]').selectOption('MOH');
    await form.locator('select[name=governorate]').selectOption('IRBID');
    await form.locator('button[type=submit]').click();
    await page.waitForURL((url) => url.searchParams.getAll('entity').includes('MOH'));
    expect(await page.locator('.mail b').allInnerTexts()).toEqual(['The lift of the hospital stands still']);
    await page.locator('.filtered a', { hasText: 'Irbid' }).click();
    await page.waitForURL((url) => !url.searchParams.getAll('governorate').includes('IRBID'));
    expect(await page.locator('.mail').count()).toBe(2);
    await page.goto(`${stack.webUrl}/en/staff/inbox?group=entity`);
    const headings = await page.locator('.group').allInnerTexts();
    expect(headings.map((heading) => heading.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('Ministry of Health 2 cases'),
      expect.stringContaining('1 case'),
    ]);
  });

  it('gives the row in focus to somebody else with one letter, shows it in every column, and takes it back', async () => {
    const page = await open('mfp.moh', '/en/staff/inbox');
    const first = row(page, filed[0]);
    await first.locator('a').focus();
    await page.keyboard.press('a');
    const choice = page.locator('#bulk-post');
    const huda = choice.locator('option', { hasText: 'Huda' }).first();
    await huda.waitFor({ state: 'attached' });
    await choice.selectOption((await huda.getAttribute('value')) ?? '');
    await page.locator('.bulkform button[type=submit]').click();
    await first.locator('.avatar', { hasText: 'Huda' }).waitFor();
    await expect.poll(() => focused(page)).toBe(filed[0]?.reference);
    expect(await first.locator('.mail__mark').count()).toBe(0);
    expect(await page.locator('.bulkbox').count()).toBe(0);

    await page.keyboard.press('z');
    await first.locator('.avatar', { hasText: 'Samer' }).waitFor();
    expect(await first.locator('.mail__mark').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe(filed[0]?.reference);
  });

  it('offers who may only work on cases nothing else, and says so when another letter is pressed', async () => {
    const page = await open('sfp.moh', '/en/staff/inbox?view=mine');
    await row(page, filed[1]).locator('a').focus();
    await page.keyboard.press('t');
    await page.locator('.toast', { hasText: 'Transfer' }).waitFor();
    expect(await page.locator('.bulkform').count()).toBe(0);

    for (const kase of filed.slice(0, 2)) await row(page, kase).locator('input').check();
    await page.locator('[data-tool=start]').waitFor();
    expect(
      await page.locator('[data-tool]').evaluateAll((all) => all.map((one) => one.dataset.tool)),
    ).toEqual(['start']);
    await page.keyboard.press('Escape');
    await row(page, filed[1]).locator('a').focus();
    await page.keyboard.press('s');
    await row(page, filed[1]).locator('.mail__meta', { hasText: 'Being worked on' }).waitFor();
    expect(await row(page, filed[1]).locator('.mail__mark').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe(filed[1]?.reference);

    // One of the two can be begun now: the tool says so before it is used.
    for (const kase of filed.slice(0, 2)) await row(page, kase).locator('input').check();
    await page.locator('[data-tool=start]', { hasText: '1 of 2' }).waitFor();
  });

  it('does with Ctrl K what can be done to the row in focus, and finds a case while one types', async () => {
    const page = await open('mfp.moh', '/en/staff/inbox');
    await row(page, filed[0]).locator('a').focus();
    await page.keyboard.press('Control+k');
    await page.locator('.palette [role=option]', { hasText: 'Assign: No doctor on Sundays' }).waitFor();
    await page.locator('.palette input').fill('assign doctor');
    await page.keyboard.press('Enter');
    await page.locator('#bulk-post').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    const part = filed[1]?.reference.slice('BK-2026-'.length, -2).toLowerCase() ?? '';
    await page.locator('.palette input').fill(part);
    const found = page.locator('.palette [role=option]', { hasText: 'The lift of the hospital' });
    await found.waitFor();
    await found.click();
    await page.waitForURL((url) => url.pathname.endsWith(filed[1]?.reference ?? '?'));
  });

  it('lists its keys when ? is pressed', async () => {
    const page = await open('mfp.moh', '/en/staff/inbox');
    await page.keyboard.press('Shift+?');
    await page.locator('dialog.keys[open]').waitFor();
  });
});
