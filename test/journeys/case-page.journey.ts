import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visitor } from './browser.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { type Submitted, submitCase } from './graph.ts';
import { atCase, classify, propose, startWork, told } from './staff.ts';

const answer = 'On Sunday a second doctor began at the clinic; nobody has waited longer than an hour since.';

describe('pages of staff', () => {
  let stack: EmbeddedStack;
  let browser: Browser;
  let kase: Submitted;
  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
    kase = await submitCase(stack.gatewayUrl);
    const officer = await at('mfp.moh', kase);
    await classify(officer, 'Samer Nassar');
    await told(officer, 'classify');
    await officer.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  /** Ready for keys: they are heard once the scripts of the page run. */
  async function at(username: string, { reference }: Submitted): Promise<Page> {
    const page = await atCase(browser, stack.webUrl, username, reference);
    await page.locator('.conn--live').waitFor();
    return page;
  }
  const isIn = (page: Page, id: string) =>
    page.evaluate((name) => document.activeElement?.closest(`#${name}`) instanceof HTMLDetailsElement, id);

  it('the page of a case takes files from who works on it, and from nobody who only reads it', async () => {
    const officer = await at('mfp.moh', kase);
    await officer.locator('#files-title').waitFor();
    expect(await officer.locator('section:has(#files-title) input[type=file]').count()).toBeGreaterThan(0);
    const minister = await at('minister.moh', kase);
    await minister.locator('#files-title').waitFor();
    expect(await minister.locator('section:has(#files-title) input[type=file]').count()).toBe(0);
    await officer.context().close();
    await minister.context().close();
  });

  it('the page of a case opens the form of a letter with the focus in it, and starts work with S', async () => {
    const officer = await at('mfp.moh', kase);
    for (const [key, panel] of [
      ['KeyT', 'transfer'],
      ['KeyA', 'assign'],
      ['KeyN', 'addNote'],
    ] as const) {
      await officer.keyboard.press(key);
      await expect.poll(() => isIn(officer, panel)).toBe(true);
      // In a field a letter is a letter.
      await officer.keyboard.press('Escape');
    }
    await officer.context().close();

    const worker = await at('sfp.moh', kase);
    await worker.keyboard.press('KeyE');
    expect(await isIn(worker, 'answer')).toBe(false);
    await worker.keyboard.press('KeyS');
    await told(worker, 'start');
    await worker.keyboard.press('KeyE');
    await expect.poll(() => isIn(worker, 'answer')).toBe(true);
    const text = worker.locator('#answer textarea[name=text]');
    await text.focus();
    await worker.keyboard.type('ask');
    expect(await text.inputValue()).toBe('ask');
    expect(await isIn(worker, 'answer')).toBe(true);
    await worker.context().close();
  });

  it.each([1280, 1440])('a long course of days stays within its column at %i pixels', async (width) => {
    await inDatabase(
      `update complaint.cycle set due_at = now() + interval '75 days'
       where case_id = (select id from complaint.cases where reference = $1)`,
    );
    const { page, context } = await visitor(browser, { width });
    await signIn(page, `${stack.webUrl}/en/staff/cases/${kase.reference}`, 'mfp.moh');
    for (const locale of ['en', 'ar']) {
      await page.goto(`${stack.webUrl}/${locale}/staff/cases/${kase.reference}`);
      const course = page.locator('.course').first();
      await course.waitFor();
      expect(await course.locator('.stone').count()).toBeGreaterThan(8);
      expect(await course.evaluate(outside)).toEqual([]);
    }
    await context.close();
  });

  it('a reviewer sees the question, the answer and the rubric together', async () => {
    const other = await submitCase(stack.gatewayUrl, { subject: 'The pharmacy is closed' });
    const officer = await at('mfp.moh', other);
    await classify(officer, 'Samer Nassar', 'HIGH');
    await told(officer, 'classify');
    const worker = await at('sfp.moh', other);
    await startWork(worker);
    await told(worker, 'start');
    await propose(worker, 'SOLVED', answer);
    await told(worker, 'propose');
    for (const locale of ['en', 'ar']) {
      const { page, context } = await visitor(browser, { width: 1440, height: 900 });
      await signIn(page, `${stack.webUrl}/${locale}/staff/cases/${other.reference}`, 'quality.1');
      const review = page.locator('.reviewing');
      await review.waitFor();
      await review.evaluate((one) => one.scrollIntoView({ block: 'start' }));
      const shown = [
        review.getByText('no doctor at the clinic'),
        review.getByText(answer),
        ...(await review.locator('fieldset:has(input[name^="points."])').all()).slice(0, 3),
      ];
      for (const part of shown) {
        const box = await part.first().boundingBox();
        expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
      }
      await context.close();
    }
  });

  it('the page of deadlines marks a changed cell and says what it was', async () => {
    const { page, context } = await visitor(browser, { width: 1440 });
    await signIn(page, `${stack.webUrl}/en/staff/policies`, 'admin');
    const box = page.locator('.matrix__time').first();
    await box.waitFor();
    const changed = page.locator('.matrix__cell.is-changed');
    expect(await changed.count()).toBe(0);
    const before = await box.inputValue();
    // What is typed before the scripts run is not heard.
    await expect
      .poll(async () => {
        await box.fill(String(Number(before) + 1));
        return changed.count();
      })
      .toBe(1);
    expect(await changed.innerText()).toContain(before);
    await box.fill(before);
    await expect.poll(() => changed.count()).toBe(0);
    await context.close();
  });

  async function inDatabase(statement: string): Promise<void> {
    const client = new Client(stack.adminUrl);
    await client.connect();
    try {
      await client.query(statement, [kase.reference]);
    } finally {
      await client.end();
    }
  }
});

/** Days that stand outside of their course, or whose words touch those of the next day. */
function outside(course: Element): string[] {
  const frame = (course.parentElement ?? course).getBoundingClientRect();
  const days = [...course.querySelectorAll('.stone')].map((stone) => {
    const words = [...stone.querySelectorAll('.wd, .wd-s, .stone__drawn > span:last-child')].filter((one) =>
      one.checkVisibility(),
    );
    const rects = words.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect();
    });
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    return { name: stone.textContent ?? '', left, right, top: stone.getBoundingClientRect().top };
  });
  const ordered = [...days].sort((one, other) => one.top - other.top || one.left - other.left);
  return ordered
    .filter(({ left, right, top }, place) => {
      const next = ordered[place + 1];
      const touches = next !== undefined && next.top === top && right > next.left;
      return left < frame.left - 1 || right > frame.right + 1 || touches;
    })
    .map(({ name }) => name);
}
