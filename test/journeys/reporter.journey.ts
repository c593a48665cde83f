import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { fileCase } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { atCase, done } from './staff.ts';

const marker = 'whistle.marker@example.jo';

describe('who filed a report', () => {
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

  const text = (page: Page) => page.locator('body').innerText();
  const queue = async (page: Page, list = '') => {
    await page.goto(`${stack.webUrl}/en/staff/identity${list}`);
    await page.locator('h1').waitFor();
    return text(page);
  };

  it('is shown to who asked once two custodians agreed, and never inside the reported entity', async () => {
    const subject = 'The store room sells medicines at night';
    const { reference } = await fileCase((await visitor(browser)).page, stack.webUrl, {
      ...{ type: 'REPORT', subject, text: 'Boxes leave by the back door on Thursdays after ten.' },
      ...{ entity: { search: 'Ministry of Health', code: 'MOH' }, governorate: 'AMMAN', email: marker },
    });

    const asker = await atCase(browser, stack.webUrl, 'quality.1', reference);
    expect(await asker.locator('#applicant').count()).toBe(0);
    const why = 'The answer cannot be checked without asking once more.';
    await done(asker, 'requestIdentity', { reason: why });
    expect(await text(asker)).toContain('Waits for a custodian');
    expect(await queue(asker, '?list=own')).toContain(subject);
    expect(await queue(asker)).not.toContain(subject);

    const inside = await atCase(browser, stack.webUrl, 'mfp.moh', reference);
    expect(await inside.locator('#identity, #applicant').count()).toBe(0);

    // The first custodian comes by the list of what waits, and decides by the keyboard.
    const { page: first } = await visitor(browser);
    await signIn(first, `${stack.webUrl}/en/staff/identity`, 'room.1');
    await first.locator('.partrow a', { hasText: subject }).click();
    const decision = first.locator('form:has(input[name=intent][value=approveIdentity])');
    await decision.waitFor();
    expect(await first.locator('#identity').innerText()).toContain(why);

    // The second one had the page open before the first decided: what that one saw is not so any more.
    const late = await atCase(browser, stack.webUrl, 'room.2', reference);
    await decision.locator('textarea').fill('Needed to finish the inquiry.');
    await decision.locator('textarea').press('Control+Enter');
    await first.locator('.donebar[data-done=approveIdentity]').waitFor();
    expect(await first.locator('#identity').innerText()).toContain('Waits for a second person');
    const early = late.locator('form:has(input[name=intent][value=approveIdentity])');
    await early.locator('button[type=submit]').click();
    await late.getByText('Somebody else decided about this request meanwhile').waitFor();
    await asker.goto(`${stack.webUrl}/en/staff/cases/${reference}`);
    expect(await asker.locator('#applicant').count()).toBe(0);

    // The second person approves, in a browser without scripts.
    const { page: second } = await visitor(browser, { scripts: false });
    await signIn(second, `${stack.webUrl}/en/staff/cases/${reference}`, 'room.2');
    await second.locator('form:has(input[name=intent][value=approveIdentity]) button[type=submit]').click();
    await second.locator('.donebar[data-done=approveIdentity]').waitFor();

    await asker.reload();
    expect(await asker.locator('#identity').innerText()).toContain('The reporter is shown until');
    await asker.locator('#applicant button').click();
    await asker.locator('.ledger', { hasText: marker }).waitFor();

    // Inside the entity nothing of it is seen, by anybody.
    for (const username of ['mfp.moh', 'sg.moh', 'minister.moh']) {
      const page = await atCase(browser, stack.webUrl, username, reference);
      expect(await page.content()).not.toContain(marker);
      expect(await page.content()).not.toContain(why);
      expect(await page.locator('#identity, #applicant').count()).toBe(0);
    }
  });
});
