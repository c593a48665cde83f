import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHistory } from '../../start/demo/importer.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { startEmbedded } from './embedded-stack.ts';
import type { RunningStack } from './running-stack.ts';

/** RGBA of every pixel of a picture, read where no page's policy stands in the way. */
type Pixels = (picture: Buffer) => Promise<number[]>;

describe('in forced colours (high contrast)', () => {
  let stack: RunningStack;
  let browser: Browser;
  let pixels: Pixels;
  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
    const reader = await browser.newPage();
    pixels = async (picture) =>
      reader.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawing = canvas.getContext('2d');
        drawing?.drawImage(bitmap, 0, 0);
        return [...(drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
      }, picture.toString('base64'));
    await importHistory(
      { gatewayUrl: stack.gatewayUrl, issuerUrl: stack.issuerUrl, clientSecret: stack.importerSecret },
      { name: 'colours', now: new Date(), days: 40, count: 400 },
    );
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  async function open(width = 1280): Promise<{ page: Page; close(): Promise<void> }> {
    const { page, context } = await visitor(browser, { width, height: 1080 });
    await page.emulateMedia({ forcedColors: 'active' });
    return { page, close: () => context.close() };
  }

  /** How many colours are seen in an element and a little around it. */
  async function colours(element: Locator): Promise<number> {
    await element.scrollIntoViewIfNeeded();
    const box = await element.boundingBox();
    if (!box) throw new Error('it is not on the page');
    const around = 3;
    const clip = {
      x: Math.max(0, box.x - around),
      y: Math.max(0, box.y - around),
      width: Math.max(1, box.width) + 2 * around,
      height: Math.max(1, box.height) + 2 * around,
    };
    const values = await pixels(await element.page().screenshot({ clip }));
    const seen = new Set<string>();
    for (let at = 0; at < values.length; at += 4) seen.add(values.slice(at, at + 3).join());
    return seen.size;
  }

  /** How many pixels of an element change when something is done to it. */
  async function changed(element: Locator, change: () => Promise<unknown>): Promise<number> {
    const before = await pixels(await element.screenshot({ animations: 'disabled' }));
    await change();
    const after = await pixels(await element.screenshot({ animations: 'disabled' }));
    let different = 0;
    for (let at = 0; at < Math.max(before.length, after.length); at += 4) {
      if (before.slice(at, at + 3).join() !== after.slice(at, at + 3).join()) different += 1;
    }
    return different;
  }

  /** Every mark that is seen is told from what is around it. */
  async function expectSeen(marks: Locator): Promise<void> {
    const visible = marks.filter({ visible: true });
    expect(await visible.count()).toBeGreaterThan(0);
    for (const mark of (await visible.all()).slice(0, 8)) expect(await colours(mark)).toBeGreaterThan(1);
  }

  it('the chosen answer of a question differs from the others', async () => {
    const { page, close } = await open();
    await page.goto(`${stack.webUrl}/en/submit`);
    const inputs = page.locator('input[type=radio][name=type]');
    await inputs.first().waitFor({ state: 'attached' });
    const label = page.locator('label', { has: page.locator('input[name=type][value=INQUIRY]') }).first();
    const choose = async () => {
      await page.check('input[name=type][value=INQUIRY]', { force: true });
      // The mark of the focus is another one.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.mouse.move(0, 0);
    };
    expect(await changed(label, choose)).toBeGreaterThan(20);
    await close();
  });

  it('the legends of map and charts tell their colours apart', async () => {
    const { page, close } = await open();
    await page.goto(`${stack.webUrl}/en/performance`);
    const keys = page.locator('.legend i');
    await expectSeen(keys);
    for (const legend of await page.locator('.legend').all()) {
      const looks = await legend.locator('i').evaluateAll((all) =>
        all.map((key) => {
          const style = getComputedStyle(key);
          return [style.backgroundColor, style.backgroundImage, style.borderStyle, style.color].join(' ');
        }),
      );
      expect(new Set(looks).size).toBe(looks.length);
    }
    await page.goto(`${stack.webUrl}/en`);
    await expectSeen(page.locator('.swatches i'));
    await close();
  });

  it('the wall’s legend, bars and marks of life are seen', async () => {
    const { page, close } = await open(1920);
    await signIn(page, `${stack.webUrl}/en/wall`, 'room.1');
    await page.locator('.tiles').waitFor();
    await page.locator('.legend i').first().waitFor();
    await expectSeen(page.locator('.legend i'));
    await expectSeen(page.locator('.tile'));
    await close();
  });

  /** The current item of a navigation, by a name that it keeps when it is current no more. */
  async function currentIn(page: Page, navigation: string): Promise<Locator> {
    const current = page.locator(`${navigation} [aria-current]`).filter({ visible: true }).first();
    await current.evaluate((one) => one.setAttribute('data-tried', ''));
    return page.locator(`${navigation} [data-tried]`);
  }

  /** Without what marks it, an element looks otherwise: `bare` takes the mark away. */
  async function expectMark(element: Locator, bare: (one: Element) => void, least = 20): Promise<void> {
    await element.scrollIntoViewIfNeeded();
    await element.page().mouse.move(0, 0);
    expect(await changed(element, () => element.evaluate(bare))).toBeGreaterThan(least);
  }

  it.each(['en', 'ar'])('the current item of each navigation differs from the others, %s', async (locale) => {
    const { page, close } = await open();
    await page.goto(`${stack.webUrl}/${locale}/performance`);
    await page.locator('nav [aria-current]').first().waitFor();
    await expectMark(await currentIn(page, 'nav'), (one) => one.removeAttribute('aria-current'));
    await signIn(page, `${stack.webUrl}/${locale}/staff/inbox`, 'room.1');
    await page.locator('.rail [aria-current]').first().waitFor();
    await expectMark(await currentIn(page, '.rail'), (one) => one.removeAttribute('aria-current'));
    await close();
  });

  it('the days of a course, and how much of each is gone, are seen', async () => {
    const { page, close } = await open();
    await signIn(page, `${stack.webUrl}/en/staff/inbox`, 'room.1');
    const row = page.locator('.mail', { has: page.locator('.mini') }).first();
    await row.waitFor();
    await expectSeen(page.locator('.mini i'));
    await row.locator('[data-reference]').click();
    const stone = page.locator('.stone').first();
    await stone.waitFor();
    await expectSeen(page.locator('.stone'));
    // The words of a day are there in any case: the mark itself is what is looked for.
    await expectMark(stone, () => {
      const bare = '.stone::before, .stone::after { visibility: hidden !important; }';
      document.styleSheets[0]?.insertRule(bare, 0);
    });
    await close();
  });

  it('the bars of importance are seen, and a full one differs from an empty one', async () => {
    const { page, close } = await open();
    await signIn(page, `${stack.webUrl}/en/staff/inbox`, 'room.1');
    const bars = page.locator('.imp__bars').filter({ visible: true }).first();
    await bars.waitFor();
    await expectSeen(page.locator('.imp__bars i'));
    await expectMark(bars, (one) => one.querySelector('i')?.classList.toggle('on'), 4);
    await close();
  });
});
