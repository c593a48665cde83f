import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { openEmbeddedHouse } from './embedded-house.ts';
import type { House } from './house.ts';

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
  let house: House;
  let browser: Browser;
  beforeAll(async () => {
    house = await openEmbeddedHouse();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.each(pages)('of %s are there for a hundred visitors at once', async (path) => {
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const answer = await fetch(`${house.webUrl}${path}`);
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
      asked.map(async (path) => (await fetch(`${house.webUrl}${path}`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it.each([2 * hour, -2 * hour])(
    'of the wall go by the server’s clock on a device that is %i ms off',
    async (wrongBy) => {
      const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
      await page.clock.setSystemTime(Date.now() + wrongBy);
      await signIn(page, `${house.webUrl}/en/wall`, 'room.1');
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

  it('of the wall are those of the viewer’s entity, and say so', async () => {
    const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
    await signIn(page, `${house.webUrl}/en/wall?entity=MOE`, 'mfp.moh');
    const head = page.locator('.wall__head');
    await head.getByText('Only figures of Ministry of Health').waitFor();
    await context.close();
  });
});
