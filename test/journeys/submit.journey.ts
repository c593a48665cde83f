import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { fileCase } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';

const draftOf = (page: Page) => new URL(page.url()).searchParams.get('draft');
const goOn = (page: Page) => page.locator('form[data-draft-step] .actions button').click();
const at = (page: Page, step: string) => page.waitForURL((url) => url.pathname.endsWith(`/submit/${step}`));
const write = async (page: Page, subject: string, text = 'In the street before the school.') => {
  await page.fill('[name=subject]', subject);
  await page.fill('[name=text]', text);
};

describe('filing a request', () => {
  let stack: EmbeddedStack;
  let browser: Browser;
  const start = (page: Page, type: string, more = '') =>
    page.goto(`${stack.webUrl}/en/submit/start?type=${type}${more}`);

  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  it.each([true, false])('goes back and loads again after an error; scripts: %s', async (scripts) => {
    const { page, context } = await visitor(browser, { scripts });
    await start(page, 'SUGGESTION');
    await page.fill('[name=text]', 'Only the details, without a subject');
    await goOn(page);
    await page.locator('.errors').waitFor();
    await page.reload();
    expect(await page.locator('.errors').count()).toBe(1);
    expect(await page.inputValue('[name=text]')).toBe('Only the details, without a subject');
    await page.fill('[name=subject]', 'A bench in the park');
    if (scripts) {
      // What is mended and not handed in yet is newer than what came back.
      await page.getByText('Draft kept').waitFor();
      await page.reload();
      expect(await page.inputValue('[name=subject]')).toBe('A bench in the park');
    }
    await goOn(page);
    await at(page, 'who');
    await page.goBack();
    await at(page, 'what');
    expect(await page.locator('.errors').count()).toBe(0);
    expect(await page.inputValue('[name=subject]')).toBe('A bench in the park');

    await page.goto(`${stack.webUrl}/en/track`);
    await page.fill('[name=reference]', 'BK-2026-7Q4M-K2XD-9');
    await page.fill('[name=secret]', 'x');
    await page.locator('main form button.btn--primary').first().click();
    await page.locator('.errors').waitFor();
    await page.goto(`${stack.webUrl}/en`);
    const answer = await page.goBack();
    expect(answer?.status() ?? 200).toBe(200);
    await page.locator('.errors').waitFor();
    await context.close();
  });

  it('has a draft for each tab, and no visit changes one', async () => {
    const { page: one, context } = await visitor(browser);
    await start(one, 'COMPLAINT');
    await write(one, 'Water runs in the street');
    await goOn(one);
    await at(one, 'who');

    const two = await context.newPage();
    await start(two, 'COMPLIMENT');
    await two.getByText('Water runs in the street').first().waitFor();
    await two.locator('a[href*="new=yes"]').click();
    await at(two, 'what');
    expect(draftOf(two)).not.toBe(draftOf(one));
    await write(two, 'The nurse stayed until midnight');
    await goOn(two);
    await at(two, 'who');

    const first = draftOf(one);
    await one.goto(`${stack.webUrl}/en/submit/what?draft=${first}&type=INQUIRY&entity=MOH`);
    expect(await one.inputValue('[name=subject]')).toBe('Water runs in the street');
    expect(await one.locator('h1').innerText()).toBe('What happened?');
    await goOn(one);
    await at(one, 'who');
    expect(await one.locator('input[name=entity]:checked').count()).toBe(0);
    await one.goto(`${stack.webUrl}/en/submit`);
    expect(await one.locator('.drafts > li').count()).toBe(2);

    const stranger = (await visitor(browser)).page;
    await stranger.goto(`${stack.webUrl}/en/submit/what?draft=${first}`);
    expect(await stranger.locator('body').innerText()).not.toContain('Water runs');
    await context.close();
  });

  it('keeps 20,000 letters that cannot be compressed, and every other page goes on working', async () => {
    const { page, context } = await visitor(browser);
    await start(page, 'COMPLAINT');
    const letters = Array.from({ length: 20_000 }, () =>
      String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000)),
    ).join('');
    await page.fill('[name=subject]', 'A very long story');
    await page.locator('[name=text]').evaluate((box, text) => {
      (box as HTMLTextAreaElement).value = text;
    }, letters);
    await goOn(page);
    await at(page, 'who');
    await page.goBack();
    expect(await page.inputValue('[name=text]')).toBe(letters);
    const size = (await context.cookies()).reduce(
      (all, { name, value }) => all + name.length + value.length,
      0,
    );
    expect(size).toBeLessThan(1_000);
    await signIn(page, `${stack.webUrl}/en/mine`, 'omar');
    await page.goto(`${stack.webUrl}/en/submit`);
    await page.getByText('A very long story').first().waitFor();
    await context.close();
  });

  it('keeps what is typed and not handed in, also when the page is left by a link', async () => {
    const { page, context } = await visitor(browser);
    await start(page, 'INQUIRY');
    const draft = draftOf(page);
    await page.fill('[name=subject]', 'Which papers do I need?');
    await page.locator('a.back').click();
    await eventually(async () => {
      await page.goto(`${stack.webUrl}/en/submit/what?draft=${draft}&type=INQUIRY`);
      expect(await page.inputValue('[name=subject]')).toBe('Which papers do I need?');
    });
    await context.close();
  });

  it('takes a point on the shore, in Persian digits too, and says so before it is sent', async () => {
    const { page, context } = await visitor(browser);
    await start(page, 'REPORT');
    await write(page, 'Waste on the beach');
    await goOn(page);
    await page.check('input[name=entity][value=unknown]');
    await goOn(page);
    await at(page, 'category');
    await goOn(page);
    await at(page, 'where');
    await page.locator('details summary').click();
    await page.fill('#point', '۲۹٫۵۱۹۵، ۳۴٫۹۹۰۵');
    // One press: what the map says above the button must not move it away.
    await page.locator('form[data-draft-step] .actions button').hover();
    await goOn(page);
    await page.waitForURL((url) => /\/submit\/(similar|you)$/.test(url.pathname));
    await page.goBack();
    expect(await page.locator('input[name=governorate]:checked').getAttribute('value')).toBe('AQABA');
    await page.locator('details summary').click();
    await page.fill('#point', '29.3, 34.85');
    await goOn(page);
    await page.locator('.errors').getByText('outside Jordan').waitFor();
    await context.close();
  });

  it('is sent once when the button is pressed twice, and leads to the receipt from everywhere', async () => {
    const { page, context } = await visitor(browser);
    const filed = await fileCase(page, stack.webUrl, {
      subject: 'Street light is out',
      text: 'Since Sunday.',
      anonymous: true,
    });
    const draft = draftOf(page);
    await page.goto(`${stack.webUrl}/en/submit/check?draft=${draft}`);
    await at(page, 'done');
    expect(await page.locator('[data-reference]').innerText()).toBe(filed.reference);
    expect(await page.locator('[data-secret]').innerText()).toBe(filed.secret);
    const other = await fileCase(page, stack.webUrl, {
      subject: 'Another light',
      text: 'Since Monday.',
      anonymous: true,
    });
    expect(other.reference).not.toBe(filed.reference);
    await page.goto(`${stack.webUrl}/en/submit/done?draft=${draft}`);
    expect(await page.locator('[data-reference]').innerText()).toBe(filed.reference);
    await context.close();
  });

  it('offers an anonymous reporter nothing that the browser knows of its owner', async () => {
    const { page, context } = await visitor(browser);
    await start(page, 'REPORT');
    await write(page, 'A bribe was asked');
    await goOn(page);
    await page.check('input[name=entity][value=unknown]');
    await goOn(page);
    await at(page, 'category');
    await goOn(page);
    await page.check('input[name=governorate][value=none]');
    await goOn(page);
    await page.waitForURL((url) => /\/submit\/(similar|you)$/.test(url.pathname));
    if (page.url().includes('/similar')) await goOn(page);
    await at(page, 'you');
    const boxes = page.locator('input:visible:not([type=radio])');
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) {
      expect(await box.getAttribute('autocomplete')).toBe('off');
      expect(await box.getAttribute('type')).toBe('text');
    }
    await context.close();
  });
});
