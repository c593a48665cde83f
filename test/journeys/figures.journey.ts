import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { startEmbedded } from './embedded-stack.ts';
import { graph, submitCase } from './graph.ts';
import type { RunningStack } from './running-stack.ts';

const hour = 3_600_000;
const pages = [
  '/ar',
  '/en',
  '/ar/performance',
  '/en/performance?period=year',
  '/en/performance?sector=HEALTH&governorate=IRBID',
  '/ar/performance/MOH',
  '/api/performance?lang=ar',
];

describe('the public figures', () => {
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

  it.each(pages)('of %s are there for a hundred visitors at once', async (path) => {
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await fetch(`${stack.webUrl}${path}`);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('are there for a hundred visitors who each ask something else', async () => {
    const governorates = [
      'AMMAN',
      'IRBID',
      'ZARQA',
      'BALQA',
      'MAFRAQ',
      'KARAK',
      'JERASH',
      'MADABA',
      'AJLOUN',
      'AQABA',
    ];
    const asked = Array.from({ length: 100 }, (_, index) => {
      const period = ['thirtyDays', 'lastMonth', 'quarter', 'year'][index % 4];
      const language = index % 8 < 4 ? 'ar' : 'en';
      return `/${language}/performance?period=${period}&governorate=${governorates[Math.floor(index / 10)]}`;
    });
    const statuses = await Promise.all(
      asked.map(async (path) => (await fetch(`${stack.webUrl}${path}`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it.each([2 * hour, -2 * hour])(
    'of the wall go by the server’s clock on a device that is %i ms off',
    async (wrongBy) => {
      const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
      await page.clock.setSystemTime(Date.now() + wrongBy);
      await signIn(page, `${stack.webUrl}/en/wall`, 'room.1');
      const clock = page.locator('.wall__clock time');
      await clock.waitFor();
      const seen = await clock.textContent();
      // It has moved on, so the browser's script has taken it over.
      await expect.poll(() => clock.textContent()).not.toBe(seen);
      const shown = Date.parse((await clock.getAttribute('datetime')) ?? '');
      expect(Math.abs(shown - Date.now())).toBeLessThan(hour / 2);
      await context.close();
    },
  );

  it.each([
    ['/en', 'Figures of the whole country and of every entity. They leave out', 'Human rights'],
    ['/ar', 'الأرقام على مستوى المملكة ولكل الجهات. لا تشمل', 'حقوق الإنسان'],
    ['/en/performance', 'Figures of the whole country and of every entity. They leave out', 'Human rights'],
    ['/ar/performance?sector=HEALTH&governorate=IRBID', 'وحدها. لا تشمل', 'حقوق الإنسان'],
    ['/en/performance/MOH', 'Figures of Ministry of Health alone. They leave out', 'Human rights'],
    [
      '/api/performance?lang=en',
      'Figures of the whole country and of every entity. They leave out',
      'Human rights',
    ],
  ])('of %s say whose they are, and which programmes they leave out', async (path, scope, programme) => {
    const text = await (await fetch(`${stack.webUrl}${path}`)).text();
    expect(text).toContain(scope);
    expect(text).toContain(programme);
  });

  it('of the public and of the wall count the same cases, in public none of a restricted programme', async () => {
    const window = '{ from: "2020-01-01", to: "2021-01-01" }';
    const open = async () => {
      const found = await graph<{ kpis: { kpi: { denominator: number; suppressed: boolean } } }>(
        stack.gatewayUrl,
        `{ kpis(window: ${window}) { kpi(name: OVERDUE_NOW) { denominator suppressed } } }`,
      );
      return found.kpis.kpi.suppressed ? null : found.kpis.kpi.denominator;
    };
    for (let filed = 0; filed < 6; filed++) await submitCase(stack.gatewayUrl);
    await expect.poll(open).toBe(6);
    for (let filed = 0; filed < 3; filed++) {
      await submitCase(stack.gatewayUrl, { programme: 'HUMAN_RIGHTS' });
    }
    const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
    await signIn(page, `${stack.webUrl}/en/wall`, 'room.1');
    await page.locator('.wall__head').getByText('without restricted programmes').waitFor();
    const onWall = page.locator('.tile', { hasText: 'Open now' }).locator('b');
    await expect.poll(() => onWall.textContent()).toBe('6');
    await context.close();
    // The Prime Minister's office sees the three as well: they have arrived.
    const office = await visitor(browser, { width: 1920, height: 1080 });
    await signIn(office.page, `${stack.webUrl}/en/wall`, 'pmo.1');
    const ofOffice = office.page.locator('.tile', { hasText: 'Open now' }).locator('b');
    await expect.poll(() => ofOffice.textContent()).toBe('9');
    await office.context.close();
    expect(await open()).toBe(6);
  });

  it('of the wall are those of the viewer’s entity, and say so', async () => {
    const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
    await signIn(page, `${stack.webUrl}/en/wall?entity=MOE`, 'mfp.moh');
    const head = page.locator('.wall__head');
    await head.getByText('Only figures of Ministry of Health').waitFor();
    await context.close();
  });
});
