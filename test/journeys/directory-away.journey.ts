import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { type Filed, fileCase, track } from './citizen.ts';
import { type DistributedHouse, startDistributed } from './distributed-stack.ts';
import { atCase, classify, done, told } from './staff.ts';

const subject = 'The lift of the clinic has stood still for a month';
const note = 'The spare part is on its way from Aqaba.';
const entity = 'Ministry of Health';

describe('while the directory is away', () => {
  let stack: DistributedHouse;
  let browser: Browser;
  let kase: Filed;
  let officer: Page;
  let citizen: Page;
  let room: Page;

  beforeAll(async () => {
    stack = await startDistributed();
    browser = await openBrowser();
    kase = await fileCase((await visitor(browser)).page, stack.webUrl, {
      ...{ subject, text: 'People in wheelchairs are carried up the stairs.', governorate: 'AMMAN' },
      email: 'lift@example.jo',
      entity: { search: entity, code: 'MOH' },
    });
    officer = await atCase(browser, stack.webUrl, 'mfp.moh', kase.reference);
    await classify(officer, 'Samer Nassar');
    await told(officer, 'classify');
    await done(officer, 'addNote', { text: note });
    citizen = (await visitor(browser)).page;
    await track(citizen, stack.webUrl, kase);
    await citizen.locator('h1', { hasText: subject }).waitFor();
    room = (await visitor(browser, { width: 1920, height: 1080 })).page;
    await signIn(room, `${stack.webUrl}/en/staff/inbox`, 'room.1');
  });
  afterAll(async () => {
    stack?.thawDirectory();
    await browser?.close();
    await stack?.close();
  });

  /** Both pages show what is there: the case, its words, its state, what was written about it. */
  const expectShown = async () => {
    await officer.goto(`${stack.webUrl}/en/staff/cases/${kase.reference}`);
    await officer.locator('h1', { hasText: subject }).waitFor();
    const staff = await officer.locator('main').innerText();
    expect(staff).toContain('People in wheelchairs are carried up the stairs.');
    expect(staff).toContain(note);
    // What is not known at the moment is not said to be unknown.
    expect(staff).not.toContain('Entity unknown');
    expect(staff).not.toContain('came without an entity');
    for (const path of ['staff/inbox', 'staff/inbox?group=entity', 'wall']) {
      await room.goto(`${stack.webUrl}/en/${path}`);
      await room.getByText(subject).first().waitFor();
      const list = await room.locator('main').innerText();
      expect(list, path).toContain('Name cannot be shown now');
      expect(list, path).not.toMatch(/Entity unknown|Not assigned|not classified yet/i);
    }
    await citizen.reload();
    await citizen.locator('h1', { hasText: subject }).waitFor();
    expect(await citizen.locator('#timeline').count()).toBe(1);
    expect(await citizen.locator('aside').innerText()).toContain('Name cannot be shown now');
    expect(await citizen.locator('aside').innerText()).not.toContain('Operation room');
  };
  /** Names are there again. */
  const expectWhole = () =>
    eventually(async () => {
      await officer.reload();
      expect(await officer.locator('.casepage__side').innerText()).toContain(entity);
      expect(await officer.locator('#answer, #form-start, #transfer').count()).toBeGreaterThan(0);
      await citizen.reload();
      expect(await citizen.locator('aside').innerText()).toContain(entity);
    });

  it.each([
    ['because it hangs', async () => stack.freezeDirectory(), async () => stack.thawDirectory()],
    ['because it is down', () => stack.stopDirectory(), () => stack.startDirectory()],
  ])(
    '%s, a case is shown to its officer and its applicant with what is there, and whole afterwards',
    async (_, leave, comeBack) => {
      await expectWhole();
      await leave();
      await expectShown();
      await expectShown();
      await comeBack();
      await expectWhole();
    },
  );
});
