import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHistory } from '../../start/demo/importer.ts';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { type Filed, track } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { submitCase } from './graph.ts';
import { atCase, classify, told } from './staff.ts';

const hour = 3_600_000;
/** Long enough for every clock of a page to have ticked. */
const ticksMs = 70_000;

describe('on a device whose clock is wrong', () => {
  let stack: EmbeddedStack;
  let browser: Browser;
  let kase: Filed;
  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
    await importHistory(
      { gatewayUrl: stack.gatewayUrl, issuerUrl: stack.issuerUrl, clientSecret: stack.importerSecret },
      { name: 'devices', now: new Date(), days: 40, count: 200 },
    );
    kase = await submitCase(stack.gatewayUrl);
    const officer = await atCase(browser, stack.webUrl, 'mfp.moh', kase.reference);
    await classify(officer, 'Samer Nassar');
    await told(officer, 'classify');
    await officer.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  /** What a page says after its clocks have ticked, on a device that is wrong by so many ms. */
  async function said(wrongBy: number, path: string, user: string | null): Promise<string> {
    const { page, context } = await visitor(browser, { width: 1440 });
    await page.clock.install({ time: Date.now() + wrongBy });
    await openPage(page, path, user);
    await page.clock.runFor(ticksMs);
    const text = await page.locator('main').innerText();
    await context.close();
    // The second at which a list was compared last differs from page to page.
    return text.replace(/(\d\d:\d\d):\d\d/g, '$1');
  }

  async function openPage(page: Page, path: string, user: string | null): Promise<void> {
    if (user === null) {
      await track(page, stack.webUrl, kase);
      await page.locator('#case').waitFor();
    } else {
      await signIn(page, `${stack.webUrl}${path}`, user);
      await page.locator('h1').waitFor();
      await page.locator('.conn--live').waitFor();
    }
  }

  const screens = (): [screen: string, path: string, user: string | null][] => [
    ['the inbox', '/en/staff/inbox', 'mfp.moh'],
    ['the inbox of the operation room', '/ar/staff/inbox?view=overdue', 'room.1'],
    ['a case', `/en/staff/cases/${kase.reference}`, 'mfp.moh'],
    ['the notifications', '/en/staff/notifications', 'mfp.moh'],
    ['the page of an applicant', '', null],
  ];

  it.each([2 * hour, -2 * hour])(
    'that is %i ms off, live screens say what they say on others',
    async (wrongBy) => {
      for (const [screen, path, user] of screens()) {
        // A minute may turn between the two.
        await eventually(async () => {
          const [wrong, right] = [await said(wrongBy, path, user), await said(0, path, user)];
          expect(wrong, screen).toBe(right);
          expect(wrong, screen).toMatch(/\d/);
        });
      }
    },
  );
});
