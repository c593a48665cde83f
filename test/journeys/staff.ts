import type { Browser, Locator, Page } from 'playwright-core';
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
export async function classify(page: Page, assignee: string, importance = 'HIGH'): Promise<void> {
  await page.locator('select[name=categoryCode]').selectOption({ index: 1 });
  const post = page.locator('select[name=assigneePostId] option', { hasText: assignee }).first();
  await page.locator('select[name=assigneePostId]').selectOption((await post.getAttribute('value')) ?? '');
  await page.locator(`input[name=importance][value=${importance}]`).check({ force: true });
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
  const form = page.locator('form:has(input[name=intent][value=propose])');
  await form.locator('textarea[name=text]').fill(text);
  await form.locator('button[type=submit]').last().click();
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

/**
 * Sends one form of the case page: opens its panel, fills its fields by name (radios and selects by value, or
 * by the words `~…` of an option), presses its button. Resolves when the button was pressed.
 */
export async function act(page: Page, intent: string, fields: Record<string, string> = {}): Promise<void> {
  const form = await fill(page, intent, fields);
  await form.locator('button[type=submit]').last().click();
}

/** The same, until the page says that it was done. */
export async function done(page: Page, intent: string, fields: Record<string, string> = {}): Promise<void> {
  await act(page, intent, fields);
  await told(page, intent);
}

/** Waits until the page says that a step was done. */
export async function told(page: Page, intent: string): Promise<void> {
  await page.locator(`.donebar[data-done=${intent}]`).waitFor();
}

/** Opens a form of the case page and fills it, without sending. */
export async function fill(page: Page, intent: string, fields: Record<string, string>): Promise<Locator> {
  const form = page.locator(`form:has(input[name=intent][value=${intent}])`);
  await form.waitFor({ state: 'attached' });
  const panel = page.locator('details', { has: form });
  if ((await panel.count()) > 0 && (await panel.getAttribute('open')) === null) {
    await panel.locator('summary').first().click();
  }
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate((one) =>
      one instanceof HTMLSelectElement ? 'select' : one.getAttribute('type'),
    );
    if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
    else if (kind === 'select') await field.selectOption(await optionOf(field, value));
    else await field.fill(value);
  }
  return form;
}

async function optionOf(select: Locator, value: string): Promise<string> {
  if (!value.startsWith('~')) return value;
  const option = select.locator('option', { hasText: value.slice(1) }).first();
  return (await option.getAttribute('value')) ?? '';
}
