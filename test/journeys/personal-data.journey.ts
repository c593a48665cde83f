import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, visitor } from './browser.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { submitCase } from './graph.ts';
import { atCase, classify, done, startWork, told } from './staff.ts';

/** Words that occur nowhere else: of a person, of what she wrote, and of a report in confidence. */
const name = 'Zanbaqa Qasimi';
const email = 'zanbaqa.qasimi@example.jo';
const phone = '+962791357924';
const person = /zanbaqa|qasimi|791357924/i;
const written = 'Marjoram grows through the window of the clinic';
const asked = 'Behind which window does the marjoram grow?';
const confided = 'Saffron is sold at the back door of the store room';

describe('what people say of themselves and write', () => {
  let stack: EmbeddedStack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startEmbedded({ LOG_LEVEL: 'debug' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  /** Every row of every table, by its schema: tables of jobs and of the platform included. */
  const everyRow = async (): Promise<{ schema: string; row: string }[]> => {
    const client = new Client(stack.adminUrl);
    await client.connect();
    try {
      const tables = await client.query<{ schema: string; name: string }>(
        `select schemaname as schema, format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      const rows = [];
      for (const { schema, name: table } of tables.rows) {
        const found = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
        rows.push(...found.rows.map(({ row }) => ({ schema, row: `${table} ${row}` })));
      }
      return rows;
    } finally {
      await client.end();
    }
  };

  it('stand in no table but those of the cases, and in no log; a person and a report stand plain in none', async () => {
    const kase = await submitCase(stack.gatewayUrl, {
      ...{ anonymous: false, contact: { name, email, phone } },
      ...{ subject: written, text: written, district: written },
    });
    await submitCase(stack.gatewayUrl, {
      ...{ type: 'REPORT', subject: confided, text: confided, district: confided },
    });
    const device = (await visitor(browser)).page;
    const mail = (pattern: RegExp) =>
      eventually(async () => {
        const found = (await stack.mailsTo(email)).join('\n').match(pattern)?.[0];
        expect(found).toBeDefined();
        return found ?? '';
      });
    await device.goto(await mail(/\S+confirm-address\S+/));
    await device.locator('main form button.btn--primary').click();
    await device.waitForURL(/outcome=done/);

    const officer = await atCase(browser, stack.webUrl, 'mfp.moh', kase.reference);
    await classify(officer, 'Samer Nassar');
    await told(officer, 'classify');
    await done(officer, 'addNote', { text: written });
    const worker = await atCase(browser, stack.webUrl, 'sfp.moh', kase.reference);
    await startWork(worker);
    await told(worker, 'start');
    await done(worker, 'ask', { question: asked });
    // The mail says who, about what and what is asked: then it has been read from the cases and sent.
    expect(await mail(new RegExp(`${name}[^]*${asked.replace('?', '\\?')}`))).toContain(name);

    const rows = await everyRow();
    const words = /marjoram|saffron/i;
    const found = (pattern: RegExp) => rows.filter(({ row }) => pattern.test(row));
    expect(found(/marjoram/i).length).toBeGreaterThan(0);
    expect(found(words).filter(({ schema }) => schema !== 'complaint')).toEqual([]);
    expect(found(/saffron/i)).toEqual([]);
    expect(found(person)).toEqual([]);
    expect(rows.some(({ schema }) => schema === 'notification')).toBe(true);

    const logs = stack.logs();
    expect(logs).toContain('mail sent');
    const lines = logs.split('\n').filter((line) => person.test(line) || words.test(line));
    expect(lines).toEqual([]);
  });
});
