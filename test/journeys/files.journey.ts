import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, visitor } from './browser.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';

const pdf = (bytes = 100) => ({
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.4\n%'), randomBytes(bytes)]),
});
const goOn = (page: Page) => page.locator('form[data-draft-step] .actions button').click();
const at = (page: Page, step: string) => page.waitForURL((url) => url.pathname.endsWith(`/submit/${step}`));
const row = (page: Page, name: string) => page.locator('[data-upload-list] li').filter({ hasText: name });
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('#files').setInputFiles(files);
const says = (page: Page, name: string, words: string) => row(page, name).getByText(words).waitFor();
const pieces = '**/api/files/uploads/*';

describe('files of a request that is being written', () => {
  let stack: EmbeddedStack;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'files-journey-'));
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function write(prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const { page } = await visitor(browser);
    await prepare?.(page);
    await page.goto(`${stack.webUrl}/en/submit/start?type=SUGGESTION`);
    await page.fill('[name=subject]', 'A bench in the park');
    await page.fill('[name=text]', 'Beside the fountain.');
    await page.locator('[data-upload][data-alive]').waitFor();
    return page;
  }

  /** The names on the page that shows everything before it is sent. */
  async function namesKept(page: Page): Promise<string> {
    const draft =
      new URL(page.url()).searchParams.get('draft') ?? (await page.inputValue('input[name=draft]'));
    await page.goto(`${stack.webUrl}/en/submit/what?draft=${draft}`);
    return page.locator('[data-upload-list]').innerText();
  }

  it('that are refused stop going on, by name, until they are taken back; kinds are told once', async () => {
    const page = await write();
    let bytes = 0;
    page.on('request', (request) => {
      if (request.method() === 'PATCH') bytes += request.postDataBuffer()?.length ?? 0;
    });
    const program = { mimeType: 'image/jpeg', buffer: Buffer.from('MZ'.padEnd(9_000)) };
    await choose(
      page,
      { name: 'one.jpg', ...program },
      { name: 'two.jpg', ...program },
      { name: 'good.pdf', ...pdf() },
    );
    await says(page, 'good.pdf', 'Added');
    await says(page, 'two.jpg', 'Not taken');
    expect(bytes).toBeLessThan(1_000);
    expect(await page.getByText('We take pictures (JPEG').count()).toBe(1);
    await goOn(page);
    await page.getByText('We did not go on').waitFor();
    expect(await page.locator('[data-upload-status]').innerText()).toMatch(/one\.jpg.*two\.jpg/s);
    for (const name of ['one.jpg', 'two.jpg']) await row(page, name).getByRole('button').click();
    await goOn(page);
    await at(page, 'who');
    expect(await namesKept(page)).toContain('good.pdf');
  });

  it('that fail while going on waits for them hold it, and are sent when tried again', async () => {
    const page = await write();
    let broken = true;
    await page.route(pieces, (route: Route) =>
      broken && route.request().method() === 'PATCH'
        ? route.fulfill({ status: 422, json: { errors: [{ message: '', extensions: { code: 'X' } }] } })
        : route.continue(),
    );
    await choose(page, { name: 'letter.pdf', ...pdf() });
    await goOn(page);
    await page.getByText('We did not go on').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/start$|what$/);
    broken = false;
    await row(page, 'letter.pdf').getByRole('button', { name: 'Try again' }).click();
    await says(page, 'letter.pdf', 'Added');
    await goOn(page);
    await at(page, 'who');
  });

  it('that wait when the line drops are all sent when it is back', async () => {
    const page = await write();
    await page.context().setOffline(true);
    await choose(page, { name: 'a.pdf', ...pdf() }, { name: 'b.pdf', ...pdf() }, { name: 'c.pdf', ...pdf() });
    await says(page, 'a.pdf', 'The connection was lost');
    await page.context().setOffline(false);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await says(page, name, 'Added');
    await goOn(page);
    await at(page, 'who');
    const kept = await namesKept(page);
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) expect(kept).toContain(name);
  });

  it('that were on their way when the page was loaded again go on from where they were', async () => {
    const page = await write();
    await goOn(page);
    await at(page, 'who');
    const draft = new URL(page.url()).searchParams.get('draft');
    const open = async () => {
      await page.goto(`${stack.webUrl}/en/submit/what?draft=${draft}`);
      await page.locator('[data-upload][data-alive]').waitFor();
    };
    await open();
    const path = join(folder, 'long.pdf');
    await writeFile(path, pdf(3_000_000).buffer);
    const isCut = Promise.withResolvers<void>();
    await page.route(pieces, (route) => {
      const offset = route.request().headers()['upload-offset'] ?? '0';
      if (offset === '0') return route.continue();
      isCut.resolve();
      return route.abort();
    });
    await page.locator('#files').setInputFiles(path);
    await isCut.promise;
    await page.unroute(pieces);
    const offsets: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset']);
    });
    await open();
    await page.locator('#files').setInputFiles(path);
    await says(page, 'long.pdf', 'Added');
    expect(offsets[0]).toBe(String(512 * 1024));
  });

  it('that are taken back while they are sent are neither kept nor on the server', async () => {
    const page = await write();
    const begun = page.waitForResponse('**/api/files/begin');
    const held = Promise.withResolvers<void>();
    await page.route(pieces, async (route) => {
      if (route.request().method() === 'PATCH') await held.promise;
      await route.continue().catch(() => {});
    });
    await choose(page, { name: 'regret.pdf', ...pdf(700_000) });
    const { url } = await (await begun).json();
    await row(page, 'regret.pdf').getByRole('button').click();
    await eventually(async () => expect(await row(page, 'regret.pdf').count()).toBe(0));
    held.resolve();
    await eventually(async () => {
      const headers = { 'tus-resumable': '1.0.0' };
      const head = await page.request.fetch(`${stack.webUrl}${url}`, { method: 'HEAD', headers });
      expect(head.status()).toBe(404);
    });
    await goOn(page);
    await at(page, 'who');
    expect(await namesKept(page)).not.toContain('regret.pdf');
  });

  it('that are taken back after they were kept stay in the list until the server has said so', async () => {
    const page = await write();
    await choose(page, { name: 'kept.pdf', ...pdf() });
    await says(page, 'kept.pdf', 'Added');
    let isAway = true;
    await page.route('**/api/files/kept?*', (route) => (isAway ? route.abort() : route.continue()));
    await row(page, 'kept.pdf').getByRole('button').click();
    await says(page, 'kept.pdf', 'Not removed yet');
    await goOn(page);
    await page.getByText('We did not go on').waitFor();
    isAway = false;
    await row(page, 'kept.pdf').getByRole('button', { name: 'Remove' }).click();
    await eventually(async () => expect(await row(page, 'kept.pdf').count()).toBe(0));
    expect(await namesKept(page)).not.toContain('kept.pdf');
  });

  it('that vanish from the device are told, and the form goes on without them', async () => {
    const page = await write();
    const path = join(folder, 'card.pdf');
    await writeFile(path, Buffer.concat([pdf().buffer, randomBytes(3_000_000)]));
    const begun = page.waitForRequest('**/api/files/begin');
    const held = Promise.withResolvers<void>();
    await page.route('**/api/files/begin', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.locator('#files').setInputFiles(path);
    await begun;
    await unlink(path);
    held.resolve();
    await says(page, 'card.pdf', 'moved or changed');
    await row(page, 'card.pdf').getByRole('button').click();
    await goOn(page);
    await at(page, 'who');
  });

  it('are sent also where the browser refuses its storage', async () => {
    const page = await write((fresh) =>
      fresh.addInitScript(() => {
        for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }
      }),
    );
    await choose(page, { name: 'letter.pdf', ...pdf() });
    await says(page, 'letter.pdf', 'Added');
    await goOn(page);
    await at(page, 'who');
  });
});
