import type { Browser, Page } from 'playwright-core';
import { signIn, visitor } from './browser.ts';

/** An officer at the page of one case. */
export async function atCase(
  browser: Browser,
  webUrl: string,
  username: string,
  reference: string,
): Promise<Page> {
  const { page } = await visitor(browser);
  await signIn(page, `${webUrl}/en/staff/cases/${reference}`, username);
  await page.locator('h1').waitFor();
  return page;
}

/** Main focal point: gives the case an importance, a pillar, a category and somebody to work on it. */
export async function classify(page: Page, assignee: string): Promise<void> {
  await page.locator('select[name=categoryCode]').selectOption({ index: 1 });
  const post = page.locator('select[name=assigneePostId] option', { hasText: assignee }).first();
  await page.locator('select[name=assigneePostId]').selectOption((await post.getAttribute('value')) ?? '');
  await page.locator('input[name=importance][value=HIGH]').check({ force: true });
  await page.locator('input[name=pillar][value=QUALITY]').check({ force: true });
  await page.locator('form:has(select[name=categoryCode]) button[type=submit]').last().click();
}

/** Sub focal point: takes the case up. */
export async function startWork(page: Page): Promise<void> {
  await page.locator('#form-start button[type=submit]').click();
}

/** Sub focal point: writes the answer and sends it for review. */
export async function propose(page: Page, outcome: string, text: string): Promise<void> {
  await page.locator(`input[name=outcome][value=${outcome}]`).check({ force: true });
  await page.fill('textarea[name=text]', text);
  await page.locator('form:has(textarea[name=text]) button[type=submit]').last().click();
}

/** Quality reviewer: publishes it, with the best of scores where it must be scored. */
export async function approve(page: Page): Promise<void> {
  const form = page.locator('form:has(input[name=intent][value=approve])');
  if ((await form.locator('input[name^="points."][required]').count()) > 0) {
    for (const criterion of await form.locator('fieldset:has(input[name^="points."])').all()) {
      await criterion.locator('input[type=radio]').last().check({ force: true });
    }
  }
  await form.locator('button[type=submit]').click();
}
