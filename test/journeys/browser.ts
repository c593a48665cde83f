import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { waitLimitMs } from '../harness/wait-limit.ts';

/** A real Chromium, without its own wish to call home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A person at a browser of their own: no cookie is shared with another. */
export async function visitor(
  browser: Browser,
  options: { scripts?: boolean; width?: number; height?: number } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    javaScriptEnabled: options.scripts ?? true,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(waitLimitMs);
  return { page, context };
}

/** Opens a page that needs an account and signs in as a demo person on the issuer's own page. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(url);
  const choice = page.locator('main a[href*="/auth/sign-in"], main form[action*="/auth/sign-in"] button');
  if ((await page.locator('input[type=password]').count()) === 0) await choice.first().click();
  await page.locator('input[type=password]').fill('bekhedmetkom');
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('button[type=submit]').first().click();
  await page.waitForURL((at) => at.origin === new URL(url).origin);
  if (page.url() !== url) await page.goto(url);
}
