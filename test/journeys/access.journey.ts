import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { fileCase, track } from './citizen.ts';
import { startEmbedded } from './embedded-stack.ts';
import type { RunningStack } from './running-stack.ts';
import { smallTargets } from './targets.ts';

const open = [
  '',
  '/submit/type',
  '/track',
  '/performance',
  '/about/privacy',
  '/rate/unknown',
  '/confirm-address/unknown',
  '/track/BK-2026-7Q4M-K2XD-9/open/unknown',
];
const behindSignIn = [
  { path: '/staff/inbox', user: 'mfp.moh' },
  { path: '/staff/review', user: 'quality.1' },
  { path: '/staff/canned-answers?edit=new', user: 'mfp.moh' },
  { path: '/staff/rubric', user: 'admin' },
  { path: '/wall', user: 'room.1' },
];

describe('everybody can use every screen', () => {
  let stack: RunningStack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  for (const locale of ['ar', 'en']) {
    for (const path of open) {
      it.each([320, 1280])(
        `/${locale}${path} has no fault at %i px and does not scroll sideways`,
        async (width) => {
          const { page, context } = await visitor(browser, { width });
          await page.goto(`${stack.webUrl}/${locale}${path}`);
          expect(await faults(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          await context.close();
        },
      );

      it(`/${locale}${path} is valid HTML that says its language and direction`, async () => {
        const answer = await fetch(`${stack.webUrl}/${locale}${path}`);
        const html = await answer.text();
        expect(answer.status).toBe(200);
        expect(html).toMatch(locale === 'ar' ? /<html[^>]*dir="rtl"/ : /<html[^>]*dir="ltr"/);
        expect(await invalid(html)).toEqual([]);
      });
    }

    it(`the questions and the page of a request in ${locale} have no fault on a phone and are valid HTML`, async () => {
      const { page, context } = await visitor(browser, { width: 360 });
      const filed = await fileCase(page, stack.webUrl, {
        subject: `Street lamps are out (${locale})`,
        text: 'Since Sunday, near the school.',
        governorate: 'ZARQA',
        anonymous: true,
      });
      await track(page, stack.webUrl, filed);
      const check = async (): Promise<void> => {
        const path = page.url();
        expect(await faults(page), path).toEqual([]);
        expect(await overflow(page), path).toBeLessThanOrEqual(0);
        expect(await smallTargets(page), path).toEqual([]);
        const answer = await page.request.get(path);
        expect(await invalid(await answer.text()), path).toEqual([]);
      };
      const next = async (step: string): Promise<void> => {
        await page.locator('form[data-draft-step] .actions button').click();
        await page.waitForURL((url) => url.pathname.endsWith(`/submit/${step}`));
      };
      await page.goto(`${stack.webUrl}/${locale}/track/${filed.reference}`);
      await check();
      await page.goto(`${stack.webUrl}/${locale}/submit/start?type=COMPLIMENT`);
      await check();
      await page.locator('form[data-draft-step] .actions button').click();
      await page.locator('.errors').waitFor();
      await check();
      await page.fill('[name=subject]', 'The clerk was kind');
      await page.fill('[name=text]', 'At the counter in Zarqa.');
      await next('who');
      await check();
      await page.goto(`${stack.webUrl}/${locale}/submit`);
      await check();
      await page.goto(`${stack.webUrl}/${locale}/submit/start?type=COMPLAINT&new=yes`);
      await page.fill('[name=subject]', 'Street lamps');
      await page.fill('[name=text]', 'Dark since Sunday.');
      await next('who');
      await page.check('input[name=entity][value=unknown]');
      await next('category');
      await check();
      await next('where');
      await check();
      await page.check('input[name=governorate][value=none]');
      await page.locator('form[data-draft-step] .actions button').click();
      await page.locator('input[name=identity], .similar').first().waitFor();
      await check();
      await context.close();
    });

    it(`what can be pressed on pages for citizens in ${locale} is as large as a finger`, async () => {
      const { page, context } = await visitor(browser, { width: 360 });
      const small: string[] = [];
      const look = async (path: string): Promise<void> => {
        await page.goto(`${stack.webUrl}/${locale}${path}`);
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
        });
        small.push(...(await smallTargets(page)).map((target) => `${path}: ${target}`));
      };
      for (const path of [...open, '/about/open-data', '/about/help', '/sign-in', '/submit/done'])
        await look(path);
      await signIn(page, `${stack.webUrl}/${locale}/mine`, 'layla');
      for (const path of ['', '/mine', '/notifications', '/notifications/preferences']) await look(path);
      expect(small).toEqual([]);
      await context.close();
    });

    it.each(behindSignIn)(`/${locale}$path has no fault`, async ({ path, user }) => {
      const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
      await signIn(page, `${stack.webUrl}/${locale}${path}`, user);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await faults(page)).toEqual([]);
      await context.close();
    });
  }

  it.each(['mfp.moh', 'room.1', 'coord.rights', 'quality.1'])(
    'the side navigation of %s has each label on one line at 1280 pixels, with any count',
    async (user) => {
      const { page, context } = await visitor(browser, { width: 1280 });
      await signIn(page, `${stack.webUrl}/en/staff/inbox`, user);
      for (const locale of ['en', 'ar']) {
        await page.goto(`${stack.webUrl}/${locale}/staff/inbox`);
        await page.locator('.rail a').first().waitFor();
        const wrapped = await page.evaluate(() =>
          [...document.querySelectorAll('.rail a')].flatMap((link) => {
            const count = link.querySelector(':scope > span');
            if (count) count.textContent = '9,999+';
            const words = [...link.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            const lines = words.map((node) => {
              const range = document.createRange();
              range.selectNodeContents(node);
              return range.getClientRects().length;
            });
            return lines.some((number) => number > 1) ? [link.textContent] : [];
          }),
        );
        expect(wrapped).toEqual([]);
      }
      await context.close();
    },
  );
});

/** What axe finds by WCAG 2.2 AA, as `rule: where`. */
async function faults(page: Page): Promise<string[]> {
  // axe skips the contrast of Arabic text whose first letter joins; a mark before it makes it look.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? '';
      if (/^\s*[\u0600-\u06FF]/.test(text)) walker.currentNode.textContent = `\u200F${text}`;
    }
  });
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`),
  );
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function invalid(html: string): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // How React writes HTML, not what it says.
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'no-inline-style': 'error',
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'attr-case': 'off',
      'element-case': 'off',
      'script-type': 'off',
      'require-sri': 'off',
    },
  });
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages
      .filter((message) => message.severity === 2)
      .map((message) => `${message.ruleId}: ${message.message} at ${message.selector}`),
  );
}
