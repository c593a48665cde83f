import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { openBrowser, signIn, visitor } from './browser.ts';
import { type Filed, fileCase, track } from './citizen.ts';
import { type EmbeddedStack, startEmbedded } from './embedded-stack.ts';
import { act, approve, atCase, classify, done, fill, propose, startWork, told } from './staff.ts';

const health = { search: 'Ministry of Health', code: 'MOH' };
const longAnswer =
  'On Sunday a second doctor began at the clinic, and since then nobody has waited longer than an hour.';

describe('the life of a case', () => {
  let stack: EmbeddedStack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startEmbedded();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  const filed = async (subject: string, email = 'somebody@example.jo'): Promise<Filed> =>
    fileCase((await visitor(browser)).page, stack.webUrl, {
      subject,
      text: 'I was sent home twice without being seen, and nobody could say when to come again.',
      entity: health,
      governorate: 'AMMAN',
      email,
    });
  const at = (username: string, { reference }: Filed): Promise<Page> =>
    atCase(browser, stack.webUrl, username, reference);
  const kept = async <R extends object>(text: string, values: unknown[]): Promise<R[]> => {
    const client = new Client(stack.adminUrl);
    await client.connect();
    try {
      return (await client.query<R>(text, values)).rows;
    } finally {
      await client.end();
    }
  };

  it('a transfer that is refused twice ends with the operation room', async () => {
    const kase = await filed('The tap at the clinic gives no water');
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar');
    await told(ministry, 'classify');
    const words = { toEntityCode: 'MIYAHUNA', reason: 'The mains before the building are theirs.' };
    await done(ministry, 'transfer', words);

    const water = await at('mfp.water', kase);
    await done(water, 'refuseTransfer', { reason: 'The pressure in the street is as it should be.' });
    await ministry.reload();
    await done(ministry, 'transfer', words);
    await water.reload();
    await done(water, 'refuseTransfer', { reason: 'We looked again: the pipe inside is broken.' });

    // Neither of the two may decide any more; the operation room does.
    await water.reload();
    expect(await water.locator('form:has(input[name=intent][value=refuseTransfer])').count()).toBe(0);
    const room = await at('room.1', kase);
    await done(room, 'acceptTransfer', { assigneePostId: '~Yazan' });
    const [row] = await kept<{ entity: string; state: string; transfers: number; credits: number }>(
      `select c.entity, c.state, c.accepted_transfers as transfers,
         (select count(*)::int from jsonb_array_elements(y.pauses) p where p->>'kind' = 'CREDIT') as credits
       from complaint.cases c join complaint.cycle y on y.case_id = c.id and y.number = c.cycle
       where c.reference = $1`,
      [kase.reference],
    );
    expect(row).toMatchObject({ entity: 'MIYAHUNA', state: 'ASSIGNED', transfers: 1 });
    expect(row?.credits).toBeGreaterThan(0);
  });

  it('three reporters of one matter are all told when it is resolved', async () => {
    const [first, second, third] = [
      await filed('No doctor on Sundays', 'amal@example.jo'),
      await filed('The clinic has no doctor on Sundays', 'basel@example.jo'),
      await filed('On Sundays nobody sees us at the clinic', 'dana@example.jo'),
    ];
    for (const kase of [second, third]) {
      await done(await at('mfp.moh', kase), 'merge', { intoReference: first.reference });
    }
    const ministry = await at('mfp.moh', first);
    await classify(ministry, 'Samer Nassar');
    await told(ministry, 'classify');
    const worker = await at('sfp.moh', first);
    await startWork(worker);
    await told(worker, 'start');
    await propose(worker, 'SOLVED', longAnswer);
    await told(worker, 'propose');
    const reporters = ['amal@example.jo', 'basel@example.jo', 'dana@example.jo'];
    await approve(await at('quality.1', first));

    // Each is told once, and nobody is shown the way into another's case.
    const secrets = [first, second, third].map(({ secret }) => secret);
    for (const reporter of reporters) {
      const mails = await eventually(async () => {
        const sent = (await stack.mailsTo(reporter)).filter((text) => /has an answer/i.test(text));
        expect(sent, reporter).toHaveLength(1);
        return sent.join();
      });
      for (const secret of secrets) expect(mails).not.toContain(secret);
    }
    // Who followed sees the answer of the case that is followed, on their own page.
    const follower = (await visitor(browser)).page;
    await track(follower, stack.webUrl, third);
    await follower.getByText('a second doctor began at the clinic').first().waitFor();
  });

  it('a mail opens its case without the code, once somebody presses the button', async () => {
    const address = 'nour@example.jo';
    const kase = await filed('The pharmacy of the centre is closed', address);
    const linkIn = (pattern: RegExp) =>
      eventually(async () => {
        const found = (await stack.mailsTo(address)).join().match(pattern)?.[0];
        expect(found).toBeDefined();
        return found ?? '';
      });
    const device = (await visitor(browser)).page;
    await device.goto(await linkIn(/\S+confirm-address\S+/));
    await device.locator('main form button.btn--primary').click();
    await device.waitForURL(/outcome=done/);
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar');
    await told(ministry, 'classify');

    const link = await linkIn(/\S+\/open\/\S+/);
    // Whoever only opens it, as programs do, learns nothing of the case and gets no key to it.
    await device.goto(link);
    expect(await device.locator('main').innerText()).not.toContain('pharmacy');
    expect(await device.context().cookies()).toEqual([]);
    await device.locator('main form button.btn--primary').click();
    await device.getByText('The pharmacy of the centre is closed').first().waitFor();

    const changed = (await visitor(browser)).page;
    await changed.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
    await changed.locator('main form button.btn--primary').click();
    await changed.locator('.errors').waitFor();
  });

  it('an answer rated low is reopened with half the time, and one step more important', async () => {
    const kase = await filed('The lift of the hospital stands still', 'huda@example.jo');
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar', 'LOW');
    await told(ministry, 'classify');
    const worker = await at('sfp.moh', kase);
    await startWork(worker);
    await told(worker, 'start');
    await propose(worker, 'SOLVED', longAnswer);
    await told(worker, 'propose');
    await approve(await at('quality.1', kase));

    const citizen = (await visitor(browser)).page;
    await track(citizen, stack.webUrl, kase);
    await citizen.locator('input[name=solved][value=NO]').check({ force: true });
    await citizen.locator('input[name=score][value="1"]').check({ force: true });
    await citizen.locator('form:has([name=score]) button.btn--primary').click();
    await citizen.locator('form:has([name=score])').waitFor({ state: 'detached' });
    await citizen.fill('textarea[name=reopenReason]', 'It still stands still: I was there this morning.');
    await citizen.locator('form:has(textarea[name=reopenReason]) button[type=submit]').click();
    await eventually(async () => {
      const cycles = await kept<{ number: number; days: number; importance: string; state: string }>(
        `select y.number, y.sla_days as days, c.importance, c.state from complaint.cycle y
         join complaint.cases c on c.id = y.case_id where c.reference = $1 order by y.number`,
        [kase.reference],
      );
      expect(cycles).toHaveLength(2);
      const policy = await kept<{ days: number }>(
        `select (row->>'workingDays')::int as days from complaint.directory_item, jsonb_array_elements(payload->'resolveDays') row
         where kind = 'sla-policy.published' and payload->>'programme' = 'GOVERNMENT_SERVICES'
           and row->>'type' = 'COMPLAINT' and row->>'importance' = 'MEDIUM' and coalesce(row->>'pillar', 'QUALITY') = 'QUALITY'
         order by row->>'pillar' nulls last limit 1`,
        [],
      );
      expect(cycles[1]).toEqual({
        number: 2,
        days: Math.ceil((policy[0]?.days ?? 0) / 2),
        importance: 'MEDIUM',
        state: 'IN_PROGRESS',
      });
    });
  });

  it('two officers press different buttons at once: one wins, the other loses no word', async () => {
    const kase = await filed('The queue at the counter has no end');
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar');
    await told(ministry, 'classify');
    const worker = await at('sfp.moh', kase);
    await startWork(worker);
    await told(worker, 'start');
    await ministry.reload();

    const reason = 'The counter belongs to the other entity since the spring.';
    const question = 'At which counter did you wait, and on which day?';
    const one = await fill(ministry, 'transfer', { toEntityCode: 'MIYAHUNA', reason });
    const other = await fill(worker, 'ask', { question });
    await Promise.all([one, other].map((form) => form.locator('button[type=submit]').last().click()));

    await eventually(async () => {
      const moved = await Promise.all([ministry, worker].map((page) => page.locator('.moved').count()));
      expect(moved.filter((count) => count > 0)).toHaveLength(1);
    });
    const lost = (await ministry.locator('.moved').count()) > 0 ? ministry : worker;
    const typed = lost === ministry ? reason : question;
    // What happened meanwhile is named, and what was typed is there to be sent again or taken along.
    await lost.locator('.moved li').first().waitFor();
    await eventually(async () => {
      const values = await lost
        .locator('textarea')
        .evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
      expect(values).toContain(typed);
    });
    const lines = await kept<{ action: string }>(
      `select t.action from complaint.timeline t join complaint.cases c on c.id = t.case_id
       where c.reference = $1 and t.action in ('TRANSFER', 'ASK_APPLICANT')`,
      [kase.reference],
    );
    expect(lines).toHaveLength(1);
  });

  it('a question pauses the clock while the calendar is amended, and the due date counts both', async () => {
    const kase = await filed('My file has been lost between two counters');
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar', 'MEDIUM');
    await told(ministry, 'classify');
    const worker = await at('sfp.moh', kase);
    await startWork(worker);
    await told(worker, 'start');
    const due = async (): Promise<{ due: Date; version: number; pauses: number }> => {
      const [row] = await kept<{ due: Date; version: number; pauses: number }>(
        `select y.due_at as due, y.calendar_version as version, jsonb_array_length(y.pauses) as pauses
         from complaint.cycle y join complaint.cases c on c.id = y.case_id where c.reference = $1`,
        [kase.reference],
      );
      if (!row) throw new Error('the case has no cycle');
      return row;
    };
    const before = await due();
    await done(worker, 'ask', { question: 'What is the number on the receipt of your file?' });

    // The holiday is announced for the day on which the case would have been due.
    const holiday = new Date(before.due.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
    const wall = (await visitor(browser, { width: 1920, height: 1080 })).page;
    await signIn(wall, `${stack.webUrl}/en/wall`, 'room.1');
    await wall.locator('.tiles').waitFor();
    const administrator = (await visitor(browser)).page;
    await signIn(administrator, `${stack.webUrl}/en/staff/calendars`, 'admin');
    await addHoliday(administrator, holiday);
    await eventually(async () => expect((await due()).version).toBeGreaterThan(before.version));
    // On the wall the calendar is one line, however many due dates it moved.
    const { version } = await due();
    await wall.locator('.feed').getByText(`Working calendar, version ${version}`).waitFor();
    expect(await wall.locator('.feed').getByText('Working calendar').count()).toBe(1);

    const citizen = (await visitor(browser)).page;
    await track(citizen, stack.webUrl, kase);
    await citizen.fill('textarea[name=replyText]', 'It is 4711, of the second of the month.');
    await citizen.locator('form:has(textarea[name=replyText]) button[type=submit]').click();
    await eventually(async () => {
      const after = await due();
      expect(after.due.getTime()).toBeGreaterThan(before.due.getTime());
      expect(after.pauses).toBe(1);
    });
    await worker.reload();
    await worker.locator('.ledger', { hasText: 'Eid announced' }).waitFor();
  });

  it('a refusal of a form keeps what was typed and says which field', async () => {
    const kase = await filed('The door of the office is too heavy');
    const ministry = await at('mfp.moh', kase);
    await classify(ministry, 'Samer Nassar');
    await told(ministry, 'classify');
    await act(ministry, 'merge', { intoReference: 'BK-2026-AAAA-AAAA-A' });
    await ministry.locator('.errors--staff').waitFor();
    expect(await ministry.locator('[name=intoReference]').inputValue()).toBe('BK-2026-AAAA-AAAA-A');
  });
});

/** Announces a holiday of one day: drawn up, tried out, published. */
async function addHoliday(page: Page, day: string): Promise<void> {
  const editor = page.locator('form.calendar-editor');
  await editor.locator('fieldset.periods').first().locator('button.btn--sm').last().click();
  const row = editor.locator('fieldset.periods').first().locator('li').last();
  const dates = row.locator('input[type=date]');
  await dates.nth(0).fill(day);
  await dates.nth(1).fill(day);
  const names = row.locator('input:not([type=date]):not([type=checkbox])');
  await names.nth(0).fill('عيد معلن');
  await names.nth(1).fill('Eid announced');
  await editor.locator('.editor__foot button').first().click();
  await editor.locator('.trial').first().waitFor();
  await editor.locator('button[type=submit]').last().click();
}
