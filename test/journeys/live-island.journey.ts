import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleIsland } from '../../web/server/bundle-island.ts';
import { islands } from '../../web/server/islands.ts';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, visitor } from './browser.ts';

/** What the page shows, changed by the tests as a case changes. */
interface Shown {
  version: number;
  state: string;
  /** Whether the applicant may still reply. */
  question: boolean;
}

/** A server with one page that the island keeps live, and the stream behind it. */
async function openSite() {
  const island = await bundleIsland(islands.live ?? '', join(import.meta.dirname, '../../web'));
  const shown: Shown = { version: 1, state: 'asked', question: true };
  const streams = new Set<ServerResponse>();
  const asked: string[] = [];
  let renewals = 0;
  let renewable = true;
  let signedIn = true;

  const page = () => `<!doctype html><html lang="en"><head><title>Case</title></head><body>
    <p role="status" data-live-status></p>
    <div id="case" data-live-region data-live-version="${shown.version}" data-live-source="/stream"
      data-live-kept="Your words are kept" data-live-gone="This can no longer be done">
      <div>
        <section><h2>State: ${shown.state}</h2>
          ${shown.question ? `<form id="reply-form" method="post"><input type="hidden" name="expectedVersion" value="${shown.version}"><textarea name="reply"></textarea><button>Send</button></form>` : ''}
        </section>
        <details id="fold-reopen"><summary>Reopen</summary><form id="reopen-form"><textarea name="why"></textarea></form></details>
        <ol id="timeline">${Array.from({ length: shown.version }, (_, i) => `<li>step ${i + 1}</li>`).join('')}</ol>
        <span data-live-words="Now ${shown.state}"></span>
      </div>
    </div><script type="module" src="/live.js"></script></body></html>`;

  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/live.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(island);
    } else if (pathname === '/auth/refresh') {
      renewals += 1;
      signedIn = renewable;
      response.writeHead(renewable ? 204 : 401).end();
    } else if (pathname === '/stream') {
      asked.push(search);
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      if (!signedIn) return response.end('event: expired\ndata:\n\n');
      response.write('event: ready\ndata:\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(page());
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    streams,
    renewals: () => renewals,
    change(to: Partial<Shown>) {
      Object.assign(shown, { version: shown.version + 1 }, to);
      for (const stream of streams) stream.write(`id: c${shown.version}\nevent: change\ndata:\n\n`);
    },
    expire(again: boolean) {
      [signedIn, renewable] = [false, again];
      for (const stream of streams) stream.end('event: expired\ndata:\n\n');
    },
    cut() {
      for (const stream of streams) stream.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a page that is kept live', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof openSite>>;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site = await openSite();
    page = (await visitor(browser)).page;
    await page.goto(site.url);
    await isLive();
  });
  afterEach(async () => {
    await page.context().close();
    await site.close();
  });
  const isLive = () => eventually(() => expect(site.streams.size).toBe(1));
  const state = (words: string) => page.getByRole('heading', { name: `State: ${words}` }).waitFor();

  it('shows what changed', async () => {
    site.change({ state: 'resolved', question: false });
    await state('resolved');
    expect(await page.locator('#timeline li').count()).toBe(2);
    expect(await page.locator('[data-live-status]').textContent()).toBe('Now resolved');
  });

  it('leaves words, caret and element of what is being typed, and renews what is around', async () => {
    const box = page.locator('textarea[name=reply]');
    await box.pressSequentially('It was on Sunday');
    await page.evaluate(() => {
      const typed = document.querySelector<HTMLTextAreaElement>('textarea[name=reply]');
      typed?.setSelectionRange(3, 6);
      Object.assign(window, { typed });
    });
    for (const words of ['in progress', 'late', 'in review']) {
      site.change({ state: words });
      await state(words);
    }
    expect(
      await page.evaluate(() => {
        const typed = document.querySelector<HTMLTextAreaElement>('textarea[name=reply]');
        return [
          typed === (window as unknown as { typed: unknown }).typed,
          typed === document.activeElement,
          typed?.value,
          typed?.selectionStart,
          typed?.selectionEnd,
        ];
      }),
    ).toEqual([true, true, 'It was on Sunday', 3, 6]);
    expect(await page.locator('#timeline li').count()).toBe(4);
    expect(await page.locator('input[name=expectedVersion]').inputValue()).toBe('4');
    expect(await page.locator('[data-live-note]').allTextContents()).toEqual([
      'Now in review. Your words are kept',
    ]);
  });

  it('keeps words for which there is no form any more, and says so', async () => {
    await page.fill('textarea[name=reply]', 'Too late');
    site.change({ state: 'resolved', question: false });
    await page.locator('[data-live-note]').waitFor();
    expect(await page.locator('textarea[name=reply]').inputValue()).toBe('Too late');
    expect(await page.locator('[data-live-note]').textContent()).toContain('can no longer be done');
    expect(await page.locator('#timeline li').count()).toBe(2);
  });

  it('keeps a fold open, and what is typed within', async () => {
    await page.locator('summary').click();
    await page.fill('textarea[name=why]', 'Not solved');
    site.change({ state: 'late' });
    await state('late');
    expect(await page.locator('details').getAttribute('open')).not.toBeNull();
    expect(await page.locator('textarea[name=why]').inputValue()).toBe('Not solved');
  });

  it('goes on from its cursor after a cut, and holds one stream', async () => {
    for (let cut = 0; cut < 5; cut += 1) {
      site.change({ state: `state ${cut}` });
      await state(`state ${cut}`);
      const before = site.asked.length;
      site.cut();
      await eventually(() => expect(site.asked).toHaveLength(before + 1));
      await isLive();
    }
    expect(site.asked.at(-1)).toBe('?after=c6');
  });

  it('renews a session that has ended, and says when it cannot', async () => {
    site.expire(true);
    await eventually(() => expect(site.renewals()).toBe(1));
    await isLive();
    site.expire(false);
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.dataset.live)).toBe('ended'),
    );
  });

  it('holds no stream while it is hidden, and has missed nothing when it is shown again', async () => {
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    await eventually(() => expect(site.streams.size).toBe(0));
    site.change({ state: 'resolved' });
    await hide(false);
    await state('resolved');
  });

  it('lives again when the browser brings it back', async () => {
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await eventually(() => expect(site.streams.size).toBe(0));
    site.change({ state: 'resolved' });
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await state('resolved');
  });
});
