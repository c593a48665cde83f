import { addDays, ammanDay, ammanFormat, parseDay, startOfDay } from '@bekhedmetkom/time/amman';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHistory } from '../../start/demo/importer.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { track } from './citizen.ts';
import { openHouseWithClock } from './distributed-stack.ts';
import { graph, submitCase } from './graph.ts';
import type { RunningStack } from './running-stack.ts';

const day = 86_400_000;
const morning = 9.5 * 3_600_000;
const languages = { en: 'en', ar: 'ar-JO-u-nu-latn' } as const;
type Language = keyof typeof languages;

/** The next day of which this is true; time under test goes forward only, as sessions and cookies do. */
function next(is: (date: string) => boolean, after = Date.now() + day): string {
  for (let at = after; ; at += day) if (is(ammanDay(at))) return ammanDay(at);
}

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'Asia/Amman',
});
const islamicParts = (date: string) => {
  const parts = islamic.formatToParts(new Date(`${date}T09:00:00Z`));
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { month: number('month'), day: number('day') };
};

const dates = [
  { name: 'the first of a month', date: next((date) => date.endsWith('-01') && !date.endsWith('-01-01')) },
  { name: 'a year’s turn', date: next((date) => date.endsWith('-01-01')) },
  {
    name: 'a day in Ramadan',
    date: next((date) => islamicParts(date).month === 9 && islamicParts(date).day === 12),
  },
  { name: 'a Friday', date: next((date) => new Date(date).getUTCDay() === 5, Date.now() + 40 * day) },
  { name: 'the 29th of February', date: next((date) => date.endsWith('-02-29')) },
].toSorted((one, other) => (one.date < other.date ? -1 : 1));

const words = (language: Language, moment: string | number) => ({
  month: ammanFormat(languages[language], { month: 'long' }).format(new Date(moment)),
  dayOfMonth: ammanFormat(languages[language], { day: 'numeric' }).format(new Date(moment)),
});

/** What no page may say of any date: what a program says that could not reckon. */
const broken = /NaN|undefined|Invalid|Infinity|\bnull\b|1970/;

async function textOf(page: Page, url: string, selector = 'main'): Promise<string> {
  await page.goto(url);
  const shown = await page.locator(selector).first().innerText();
  expect(shown).not.toMatch(broken);
  return shown;
}

describe('the product', () => {
  let stack: RunningStack;
  let setTime: (moment: number) => Promise<void>;
  let browser: Browser;
  beforeAll(async () => {
    ({ stack, setTime } = await openHouseWithClock());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  it.each(dates)('shows data, windows and dates on $name ($date)', async ({ date }) => {
    const now = startOfDay(parseDay(date)) + morning;
    await setTime(now);
    await importHistory(
      { gatewayUrl: stack.gatewayUrl, issuerUrl: stack.issuerUrl, clientSecret: stack.importerSecret },
      { name: date, now: new Date(now), days: 70, count: 400 },
    );
    const filed = await submitCase(stack.gatewayUrl);
    await figuresArrive(stack, date);

    const { page, context } = await visitor(browser, { width: 1920, height: 1080 });
    for (const language of ['en', 'ar'] as const) {
      const site = `${stack.webUrl}/${language}`;
      const today = words(language, now);

      await figuresAreShown(page, site);
      const home = await textOf(page, site);
      for (const figure of await page.locator('.figures .figure dd').allInnerTexts())
        expect(figure).toMatch(/\d/);
      expect(home).toContain(today.month);

      await textOf(page, `${site}/performance`);
      for (const tile of await page.locator('section[aria-labelledby=figures] dd').allInnerTexts())
        expect(tile).toMatch(/\d/);
      const entity = await textOf(page, `${site}/performance/MOH`);
      expect(entity).toMatch(/\d/);
      expect(entity).toContain(today.month);
    }

    // The window rolls: the last thirty days, today included.
    const csv = await (await fetch(`${stack.webUrl}/api/performance?lang=en`)).text();
    expect(csv).toContain(`from,${addDays(date, -29)},to (exclusive),${addDays(date, 1)}`);
    expect(csv).not.toMatch(broken);

    await checkTracking(page, stack, filed);
    await context.close();
    await checkStaff(browser, stack, now);
  });
});

/** A page of figures that could not be reached a moment ago has them. */
async function figuresAreShown(page: Page, url: string): Promise<void> {
  const shown = async () => {
    await page.goto(url);
    return page.locator('.figures .figure').count();
  };
  await expect.poll(shown).toBeGreaterThan(0);
}

/** The figures have taken in what was filed today. */
async function figuresArrive(stack: RunningStack, date: string): Promise<void> {
  const query = `{ kpiTable(window: { from: "${addDays(date, -29)}", to: "${addDays(date, 1)}" }, by: [TYPE], names: [RECEIVED]) {
    kpis { n } } }`;
  const received = async () => {
    const { kpiTable } = await graph<{ kpiTable: { kpis: { n: number }[] }[] }>(stack.gatewayUrl, query);
    return kpiTable.reduce((sum, { kpis: [figure] }) => sum + (figure?.n ?? 0), 0);
  };
  await expect.poll(received).toBeGreaterThan(150);
}

/** The page of a case says the day by which somebody is to take it up, as the graph has it. */
async function checkTracking(
  page: Page,
  stack: RunningStack,
  filed: { reference: string; secret: string },
): Promise<void> {
  const { trackCase } = await graph<{ trackCase: { sla: { acknowledgeBy: string } } }>(
    stack.gatewayUrl,
    'query ($reference: String!, $secret: String!) { trackCase(reference: $reference, secret: $secret) { sla { acknowledgeBy } } }',
    filed,
  );
  await track(page, stack.webUrl, filed);
  await page.waitForURL(/\/track\/BK-/);
  const address = new URL(page.url());
  for (const language of ['en', 'ar'] as const) {
    const shown = await textOf(page, `${stack.webUrl}/${language}${address.pathname.slice(3)}`);
    const { month, dayOfMonth } = words(language, trackCase.sla.acknowledgeBy);
    expect(shown).toContain(month);
    expect(shown).toContain(dayOfMonth);
  }
}

/** The wall of the operation room and the inbox of a focal point. */
async function checkStaff(browser: Browser, stack: RunningStack, now: number): Promise<void> {
  const room = await visitor(browser, { width: 1920, height: 1080 });
  await room.page.clock.setSystemTime(now);
  await signIn(room.page, `${stack.webUrl}/en/wall`, 'room.1');
  for (const language of ['en', 'ar'] as const) {
    await room.page.goto(`${stack.webUrl}/${language}/wall`);
    await room.page.locator('.tiles').waitFor();
    const wall = await room.page.locator('body').innerText();
    expect(wall).not.toMatch(broken);
    const { month, dayOfMonth } = words(language, now);
    const today = await room.page.locator('.wall__clock').innerText();
    expect(today).toContain(month);
    expect(today).toContain(dayOfMonth);
    for (const tile of await room.page.locator('.tile b').allInnerTexts()) expect(tile).toMatch(/\d/);
  }
  await room.context.close();

  const focalPoint = await visitor(browser);
  await focalPoint.page.clock.setSystemTime(now);
  await signIn(focalPoint.page, `${stack.webUrl}/en/staff/inbox`, 'mfp.moh');
  for (const language of ['en', 'ar'] as const) {
    const inbox = await textOf(focalPoint.page, `${stack.webUrl}/${language}/staff/inbox`);
    expect(inbox).toMatch(/BK-\d{4}-/);
  }
  await focalPoint.context.close();
}
