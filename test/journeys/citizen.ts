import type { Page } from 'playwright-core';

export interface Filed {
  reference: string;
  secret: string;
}

export interface Wish {
  type?: string;
  subject: string;
  text: string;
  /** What to search for and the code to choose; absent is "I don't know who is responsible". */
  entity?: { search: string; code: string };
  governorate?: string;
  email?: string;
  anonymous?: boolean;
}

/** Answers every question of the form, one a page, and reads the receipt. Works with and without scripts. */
export async function fileCase(page: Page, webUrl: string, wish: Wish): Promise<Filed> {
  const next = () => page.locator('main button.btn--primary').first().click();
  await page.goto(`${webUrl}/en/submit`);
  await page.check(`input[name=type][value=${wish.type ?? 'COMPLAINT'}]`);
  await next();
  await page.fill('[name=subject]', wish.subject);
  await page.fill('[name=text]', wish.text);
  await next();
  if (wish.entity) {
    await page.fill('[name=q]', wish.entity.search);
    await page.locator('form:has([name=q]) button').first().click();
  }
  await page.check(`input[name=entity][value=${wish.entity?.code ?? 'unknown'}]`);
  await next();
  await page.check('input[name=category][value=""]');
  await next();
  await page.check(`input[name=governorate][value=${wish.governorate ?? 'none'}]`);
  await next();
  // Something like it may be open: this one is different.
  await page.locator('input[name=identity], .similar').first().waitFor();
  if (new URL(page.url()).pathname.endsWith('/similar')) await next();
  await page.check(`input[name=identity][value=${wish.anonymous ? 'anonymous' : 'named'}]`);
  if (wish.email) await page.fill('[name=email]', wish.email);
  await next();
  await page.locator('main .facts').first().waitFor();
  await next();
  return {
    reference: (await page.locator('[data-reference]').innerText()).trim(),
    secret: (await page.locator('[data-secret]').innerText()).trim(),
  };
}

/** Opens the page of one case with its reference and secret, as somebody on another device would. */
export async function track(page: Page, webUrl: string, { reference, secret }: Filed): Promise<void> {
  await page.goto(`${webUrl}/en/track`);
  await page.fill('[name=reference]', reference);
  await page.fill('[name=secret]', secret);
  await page.locator('main form button.btn--primary').first().click();
}
