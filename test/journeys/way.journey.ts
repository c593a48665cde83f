import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { fileCase, track } from './citizen.ts';
import { startDistributed } from './distributed-stack.ts';
import { startEmbedded } from './embedded-stack.ts';
import type { RunningStack } from './running-stack.ts';
import { approve, atCase, classify, propose, startWork, told } from './staff.ts';

const health = { search: 'Ministry of Health', code: 'MOH' };
const forms = { embedded: startEmbedded, distributed: startDistributed };

describe.each(Object.entries(forms))('the whole way, %s', (_form, open) => {
  let stack: RunningStack;
  let browser: Browser;
  let wall: Page;

  beforeAll(async () => {
    stack = await open();
    browser = await openBrowser();
    wall = (await visitor(browser, { width: 1920, height: 1080 })).page;
    await signIn(wall, `${stack.webUrl}/en/wall`, 'room.1');
    await wall.locator('.tiles').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  const onTheWall = (subject: string) => wall.locator('.feed li', { hasText: subject });
  const tile = (name: string) => wall.locator('.tile', { hasText: name }).locator('b').first();
  const numberOn = async (name: string) => {
    const words = await tile(name).innerText();
    expect(words).toMatch(/^[\d,]+$/);
    return Number(words.replaceAll(',', ''));
  };
  const isUp = (subject: string) => eventually(async () => expect(await onTheWall(subject).count()).toBe(1));

  it('a case filed without scripts is seen, answered, reviewed, told, rated, and counted', async () => {
    const subject = 'No insulin at the health centre in Sahab';
    const receivedBefore = await eventually(() => numberOn('Received today'));
    const citizen = (await visitor(browser, { scripts: false, width: 360, height: 740 })).page;
    const filed = await fileCase(citizen, stack.webUrl, {
      subject,
      text: 'For the second month there is none, and we are told to buy it outside.',
      entity: health,
      governorate: 'AMMAN',
      email: 'reem@example.jo',
    });
    await isUp(subject);
    await eventually(async () => expect(await numberOn('Received today')).toBe(receivedBefore + 1));

    const follower = (await visitor(browser)).page;
    await track(follower, stack.webUrl, filed);
    const state = follower.locator('#state');
    const before = await state.innerText();

    const officer = await atCase(browser, stack.webUrl, 'mfp.moh', filed.reference);
    await classify(officer, 'Samer Nassar');
    await eventually(async () => expect(await state.innerText()).not.toBe(before));

    const worker = await atCase(browser, stack.webUrl, 'sfp.moh', filed.reference);
    await startWork(worker);
    await told(worker, 'start');
    await propose(
      worker,
      'SOLVED',
      'Insulin was delivered to the Sahab centre on Monday and is in stock for two months.',
    );
    const reviewer = await atCase(browser, stack.webUrl, 'quality.1', filed.reference);
    await approve(reviewer);

    // Her open page changes by itself; she is told by mail; she rates.
    await follower.getByText('Insulin was delivered to the Sahab centre').first().waitFor();
    const mails = await eventually(async () => {
      const sent = await stack.mailsTo('reem@example.jo');
      expect(sent.some((text) => text.includes(filed.reference))).toBe(true);
      return sent;
    });
    expect(mails.join()).not.toContain(filed.secret);
    await follower.locator('input[name=solved][value=YES]').check({ force: true });
    await follower.locator('input[name=score][value="5"]').check({ force: true });
    await follower.locator('form:has([name=score]) button.btn--primary').click();
    await follower.locator('form:has([name=score])').waitFor({ state: 'detached' });
    await eventually(async () => expect(await tile('Applicants satisfied').innerText()).toContain('100'));
  });

  it('an anonymous report is followed with its secret, and with no other', async () => {
    const citizen = (await visitor(browser)).page;
    const filed = await fileCase(citizen, stack.webUrl, {
      type: 'REPORT',
      subject: 'Money was asked to move a file',
      text: 'It was asked at the second counter on Sunday morning.',
      anonymous: true,
    });
    const elsewhere = (await visitor(browser)).page;
    const wrong = `${filed.secret.startsWith('2') ? '3' : '2'}${filed.secret.slice(1)}`;
    await track(elsewhere, stack.webUrl, { ...filed, secret: wrong });
    await elsewhere.locator('.errors').waitFor();
    expect(await elsewhere.locator('main').innerText()).not.toContain('Money was asked');
    await track(elsewhere, stack.webUrl, filed);
    await elsewhere.getByText('Money was asked to move a file').first().waitFor();
  });

  it('the wall recovers from a gateway that was killed, with nothing missing and nothing doubled', async () => {
    const { page } = await visitor(browser);
    await fileCase(page, stack.webUrl, {
      subject: 'Filed before the gap',
      text: 'A street light is out.',
      anonymous: true,
    });
    await isUp('Filed before the gap');
    await stack.crash('gateway');
    await wall.waitForTimeout(1_500);
    await stack.recover('gateway');
    await fileCase(page, stack.webUrl, {
      subject: 'Filed after the gap',
      text: 'A street light is out again.',
      anonymous: true,
    });
    await isUp('Filed after the gap');
    expect(await onTheWall('Filed before the gap').count()).toBe(1);
  });

  it('an event whose publisher died between commit and publish still arrives', async () => {
    const admin = new Client(stack.adminUrl);
    await admin.connect();
    try {
      // Whoever holds this row is the relay: while the test does, nothing that is committed gets published.
      await admin.query('begin');
      await admin.query('select position from complaint.relay for update');
      const { page } = await visitor(browser);
      await fileCase(page, stack.webUrl, {
        subject: 'Committed, not yet published',
        text: 'A bin is full.',
        anonymous: true,
      });
      expect(await unpublished(admin)).toBeGreaterThan(0);
      await stack.crash('complaint');
      await admin.query('rollback');
      expect(await unpublished(admin)).toBeGreaterThan(0);
      await stack.recover('complaint');
      await isUp('Committed, not yet published');
      await eventually(async () => expect(await unpublished(admin)).toBe(0));
    } finally {
      await admin.end();
    }
  });
});

/** Events of complaints that are committed and not yet in the log. */
async function unpublished(admin: Client): Promise<number> {
  const { rows } = await admin.query('select count(*)::int as count from complaint.outbox');
  return rows[0].count;
}
