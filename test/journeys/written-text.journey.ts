import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, visitor } from './browser.ts';

const styles = ['tokens', 'base', 'layout', 'pages', 'track'];

describe('what people wrote', () => {
  let browser: Browser;
  let page: Page;
  let css = '';
  beforeAll(async () => {
    browser = await openBrowser();
    page = (await visitor(browser, { width: 320, height: 640 })).page;
    const folder = join(import.meta.dirname, '../../web/ui/styles');
    css = (await Promise.all(styles.map((name) => readFile(join(folder, `${name}.css`), 'utf8')))).join('\n');
  });
  afterAll(() => browser?.close());
  const show = (direction: 'rtl' | 'ltr', body: string) =>
    page.setContent(
      `<!doctype html><html dir="${direction}"><head><style>${css}</style></head><body><main class="wrap page">${body}</main></body></html>`,
    );

  it.each([
    ['letters', 'a'.repeat(300)],
    ['Arabic letters', 'م'.repeat(300)],
    ['an address', `https://example.jo/${'path-'.repeat(60)}`],
    ['digits', '7'.repeat(300)],
    ['emoji', '🇯🇴'.repeat(150)],
  ])('never makes a page of 320 pixels scroll sideways: %s', async (_, long) => {
    const word = (tag: string) => `<${tag} dir="auto">${long}</${tag}>`;
    const places = [
      ...['h1', 'p', 'b', 'blockquote', 'dd'].map(word),
      `<ul>${word('li')}</ul>`,
      `<table><tr>${word('td')}</tr></table>`,
    ];
    for (const direction of ['rtl', 'ltr'] as const) {
      await show(
        direction,
        `${places.join('')}<div style="display:grid"><span dir="auto">${long}</span></div>`,
      );
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return left < 0 || right > innerWidth;
          })
          .map((one) => one.tagName),
      );
      expect(wide).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });

  it.each([
    ['ltr', 'Your request was merged with the one that is known as'],
    ['rtl', 'دُمج طلبكم مع الطلب الذي قُدّم من قبل وهو الآن قيد العمل ورقمه'],
  ] as const)('keeps a reference on one line, %s', async (direction, words) => {
    const places = ['as-written', 'said', 'msg__text'].map(
      (name) =>
        `<p class="${name}" dir="auto">${words.slice(0, 30)} <bdi class="ref" dir="ltr">BK-2026-KSPH-RW2P-2</bdi>: ${words}</p>`,
    );
    for (let width = 170; width <= 300; width += 10) {
      await show(direction, `<div style="inline-size:${width}px">${places.join('')}</div>`);
      const lines = await page.evaluate(() =>
        [...document.querySelectorAll('bdi.ref')].map((one) => one.getClientRects().length),
      );
      expect(lines).toEqual([1, 1, 1]);
    }
  });

  it('has a direction of its own in every line', async () => {
    await show(
      'rtl',
      '<div id="text" class="as-written" dir="auto">السطر الأول\nThe second line\nالثالث</div>',
    );
    const starts = await page.evaluate(() => {
      const text = document.querySelector('#text')?.firstChild as Text;
      const middle = innerWidth / 2;
      const sideOf = (word: string): string => {
        const range = document.createRange();
        const at = text.data.indexOf(word);
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left > middle ? 'right' : 'left';
      };
      return [sideOf('السطر'), sideOf('The second'), sideOf('الثالث')];
    });
    expect(starts).toEqual(['right', 'left', 'right']);
  });
});
