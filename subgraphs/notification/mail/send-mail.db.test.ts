import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { eventually } from '../../../test/harness/eventually.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import type { MailKind } from '../mail-layout/email.ts';
import type { Facts } from '../message/facts.ts';
import { openTestSmtp, smtpRefusal } from '../testing/smtp.ts';
import { noteMail, proveAddress } from './address.repository.ts';
import { openAddressKeys } from './address-key.ts';
import type { AskCase, AskedCase } from './ask-case.ts';
import { queueMails } from './mail.repository.ts';
import { makeSendMail, maxUnproved } from './send-mail.ts';
import { openTransport } from './transport.ts';

const facts: Facts = {
  reference: 'BK-2026-7Q4M-K2XD-9',
  type: 'COMPLAINT',
  importance: null,
  outcome: null,
  entity: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
  acknowledgeBy: '2026-11-18T07:20:00.000Z',
  dueAt: null,
  reviews: 0,
  score: null,
  solved: null,
};
const layla: AskedCase = {
  reference: facts.reference,
  type: facts.type,
  state: 'RESOLVED',
  entity: 'MOH',
  email: 'layla@example.jo',
  addressee: { name: 'ليلى', about: 'انقطاع المياه' },
};
const caseId = '0199a1f0-0000-7000-8000-000000000001';
const addressKeys = openAddressKeys('a secret of the tests');
let events = 0;

/** `proved`: whether layla has confirmed her address. */
async function openQueue({ proved = true } = {}) {
  const test = await openTestDatabase('notification', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database, url: databaseUrl } = test;
  const hash = addressKeys.hashOf(layla.email ?? '');
  if (proved) {
    await noteMail(database, hash, false);
    await proveAddress(database, hash);
  }
  return {
    database,
    queue(
      language: 'ar' | 'en' = 'ar',
      kind: MailKind = 'case-received',
      at = new Date(),
      of?: string,
      post: string | null = null,
    ) {
      events += 1;
      const caseId = of ?? `0199a1f0-0000-7000-8000-${String(events).padStart(12, '0')}`;
      const event = `0199a1f0-0000-7000-9000-${String(events).padStart(12, '0')}`;
      return queueMails(database, [{ event, kind, caseId, language, facts, at: at.toISOString(), post }]);
    },
    rows: () =>
      database.query<{ state: string; reason: string | null }>('select state, reason from mail order by id'),
    /** The mails that wait have failed so often. */
    attempts: async () =>
      (
        await database.query<{ attempts: number }>(
          "select attempts from notification_jobs.jobs where task_identifier = 'send-mail' order by id",
        )
      ).map(({ attempts }) => attempts),
    hurry: () =>
      database.query(
        `select notification_jobs.reschedule_jobs(
           array(select id from notification_jobs.jobs where task_identifier = 'send-mail'), run_at := now())`,
      ),
    work(url: string, askCase: AskCase = async () => layla) {
      const transport = openTransport({ url, from: 'بخدمتكم <no-reply@bekhedmetkom.example>' });
      const parts = { database, logger: openLogger('test', 'silent'), metrics: openMetrics('test') };
      const handler = makeSendMail({
        ...parts,
        askCase,
        addressKeys,
        askStaffAddress: async (post) => (post === 'MOH-MINISTER' ? 'minister@example.jo' : null),
        transport,
        webOrigin: 'https://bekhedmetkom.example',
        domain: 'bekhedmetkom.example',
      });
      const worker = runJobs({
        ...parts,
        subgraph: 'notification',
        url: databaseUrl,
        groups: [{ handlers: [handler], atOnce: 5 }],
        poll: 20,
      });
      onTestFinished(async () => {
        await worker.close();
        transport.close();
      });
      return worker;
    },
  };
}

async function openServer(port?: number) {
  const smtp = await openTestSmtp(port);
  onTestFinished(() => smtp.close());
  return smtp;
}

describe('an address that nobody has confirmed', () => {
  it('is told neither subject nor name, and gets no link that rates, but one to confirm', async () => {
    const { queue, work } = await openQueue({ proved: false });
    const smtp = await openServer();
    await queue('en', 'case-answered');
    const confidence = { ...layla.addressee, question: 'Which centre?', ratingToken: 'a-token' };
    work(smtp.url, async () => ({ ...layla, addressee: confidence }));
    const mail = await eventually(() => smtp.mails[0] ?? expect.fail('not yet'));
    const all = `${mail.subject} ${mail.html} ${mail.text}`;
    for (const secret of ['ليلى', 'انقطاع المياه', 'Which centre?', '/rate/'])
      expect(all).not.toContain(secret);
    expect(all).toContain(facts.reference);
    expect(mail.text).toMatch(/https:\/\/bekhedmetkom\.example\/en\/confirm-address\/[\w-]{43}/);
  });

  it('gets three mails about new cases in a day, however many a stranger files', async () => {
    const { database, queue, work, rows } = await openQueue({ proved: false });
    const smtp = await openServer();
    for (let filed = 0; filed < 50; filed += 1) {
      const id = `0199a1f0-0000-7000-8000-${String(filed).padStart(12, '0')}`;
      await queue('ar', 'case-received', new Date(), id);
    }
    const worker = work(smtp.url);
    await eventually(async () => expect((await rows()).every(({ state }) => state !== 'queued')).toBe(true));
    expect(smtp.mails).toHaveLength(maxUnproved);
    await worker.close();
    // The next day has its own.
    await database.query("update mail_address set since = since - interval '25 hours'");
    await queue('ar', 'case-received', new Date(), '0199a1f0-0000-7000-8000-0000000000ff');
    work(smtp.url);
    await eventually(() => expect(smtp.mails).toHaveLength(maxUnproved + 1));
  });

  it('still hears what the staff did, and has no limit once it is confirmed', async () => {
    const { queue, work } = await openQueue({ proved: false });
    const smtp = await openServer();
    const idOf = (n: number) => `0199a1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
    for (let n = 0; n < 5; n += 1) await queue('ar', 'case-answered', new Date(), idOf(n));
    const worker = work(smtp.url);
    await eventually(() => expect(smtp.mails).toHaveLength(5));
    await worker.close();
    const confirmed = await openQueue();
    for (let n = 0; n < 5; n += 1) await confirmed.queue('ar', 'case-received', new Date(), idOf(n));
    confirmed.work(smtp.url);
    await eventually(() => expect(smtp.mails).toHaveLength(10));
  });
});

describe('an escalation', () => {
  it('is written to the posts that it names, with the page of the staff and no word of the applicant', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    await queue('ar', 'case-escalated', new Date(), caseId, 'MOH-MINISTER');
    await queue('ar', 'case-escalated', new Date(), caseId, 'MOH-SG');
    work(smtp.url, async () => ({ ...layla, state: 'IN_PROGRESS' }));
    await eventually(async () =>
      expect((await rows()).map(({ state, reason }) => reason ?? state)).toEqual(['sent', 'no address']),
    );
    const [mail] = smtp.mails;
    const all = `${mail?.subject} ${mail?.html} ${mail?.text}`;
    expect(all).toContain(`https://bekhedmetkom.example/ar/staff/cases/${facts.reference}`);
    for (const secret of ['ليلى', 'انقطاع المياه', 'confirm-address']) expect(all).not.toContain(secret);
  });

  it('that was answered before the mail could go is dropped', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    await queue('ar', 'case-escalated', new Date(), caseId, 'MOH-MINISTER');
    work(smtp.url);
    await eventually(async () => expect((await rows()).map(({ reason }) => reason)).toEqual(['superseded']));
    expect(smtp.mails).toEqual([]);
  });
});

describe('a queue after an outage', () => {
  it('drops what is no longer so, and sends the newest of a kind', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await queue('en', 'question-asked', ago(50), caseId);
    await queue('en', 'due-moved', ago(40), caseId);
    await queue('en', 'case-answered', ago(30), caseId);
    await queue('en', 'case-answered', ago(10), caseId);
    work(smtp.url);
    await eventually(async () =>
      expect((await rows()).map(({ state, reason }) => reason ?? state)).toEqual([
        'superseded',
        'superseded',
        'superseded',
        'sent',
      ]),
    );
    expect(smtp.mails).toHaveLength(1);
  });
});

describe('sending mails', () => {
  it('sends an Arabic mail right to left, as HTML and as text, over SMTP', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    await queue('ar');
    work(smtp.url);
    await eventually(async () => expect(await rows()).toEqual([{ state: 'sent', reason: null }]));
    const [mail] = smtp.mails;
    expect(mail?.subject).toBe('وصلنا طلبكم BK-2026-7Q4M-K2XD-9');
    expect(mail?.from?.value).toEqual([{ name: 'بخدمتكم', address: 'no-reply@bekhedmetkom.example' }]);
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail?.html).toContain('<bdi dir="ltr"');
    expect(mail?.html).toContain('https://bekhedmetkom.example/ar/track?reference=BK-2026-7Q4M-K2XD-9');
    expect(mail?.text).toContain('تحية طيبة ليلى،');
    expect(mail?.text).toContain('الموضوع: انقطاع المياه');
    expect(mail?.headers.get('content-language')).toBe('ar');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('sends an English mail left to right', async () => {
    const { queue, work } = await openQueue();
    const smtp = await openServer();
    await queue('en', 'case-answered');
    work(smtp.url);
    const mail = await eventually(() => smtp.mails[0] ?? expect.fail('not yet'));
    expect(mail.subject).toBe('Your request BK-2026-7Q4M-K2XD-9 has an answer');
    expect(mail.html).toContain('<html lang="en" dir="ltr">');
    expect(mail.html).toContain('Read the answer and rate it');
  });

  it('loses nothing while the server is down, and sends each mail once when it is back', async () => {
    const { queue, work, rows, attempts, hurry } = await openQueue();
    const gone = await openTestSmtp();
    await gone.close();
    for (let mail = 0; mail < 7; mail += 1) await queue();
    work(gone.url);
    await eventually(async () => {
      for (const row of await rows()) {
        expect(row).toMatchObject({ state: 'queued', reason: expect.stringMatching(/^E/) });
      }
      expect(await attempts()).toEqual(Array(7).fill(1));
    });
    const smtp = await openServer(gone.port);
    await hurry();
    await eventually(async () =>
      expect((await rows()).map((row) => row.state)).toEqual(Array(7).fill('sent')),
    );
    expect(smtp.mails).toHaveLength(7);
    expect(new Set(smtp.mails.map((mail) => mail.messageId)).size).toBe(7);
  });

  it('waits while the complaint subgraph does not answer', async () => {
    const { queue, work, rows, hurry } = await openQueue();
    const smtp = await openServer();
    let away = true;
    await queue();
    work(smtp.url, async () => {
      if (away) throw new Error('away');
      return layla;
    });
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ state: 'queued', reason: 'the case could not be asked for' }]),
    );
    away = false;
    await hurry();
    await eventually(() => expect(smtp.mails).toHaveLength(1));
  });

  it('gives up at once on an address that the server refuses for good, and keeps only the code', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    smtp.onRecipient = (address) => {
      throw smtpRefusal(550, `<${address}> is unknown`);
    };
    await queue();
    work(smtp.url);
    await eventually(async () =>
      expect(await rows()).toEqual([{ state: 'failed', reason: 'EENVELOPE 550' }]),
    );
  });

  it('tries an address again that the server cannot take for now', async () => {
    const { queue, work, rows, hurry } = await openQueue();
    const smtp = await openServer();
    smtp.onRecipient = () => {
      throw smtpRefusal(451, 'greylisted');
    };
    await queue();
    work(smtp.url);
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ state: 'queued', reason: 'EENVELOPE 451' }]),
    );
    smtp.onRecipient = () => {};
    await hurry();
    await eventually(async () => expect(await rows()).toMatchObject([{ state: 'sent' }]));
  });

  it('drops a mail whose applicant left no address, or whose case is gone', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    const answers: (AskedCase | null)[] = [{ ...layla, email: null }, null];
    await queue();
    await queue();
    work(smtp.url, async () => answers.shift() ?? null);
    await eventually(async () =>
      expect((await rows()).map(({ state, reason }) => `${state}: ${reason}`).toSorted()).toEqual([
        'dropped: no address',
        'dropped: no case',
      ]),
    );
    expect(smtp.mails).toEqual([]);
  });

  it('gives up on what is no news any more', async () => {
    const { queue, work, rows } = await openQueue();
    const gone = await openTestSmtp();
    await gone.close();
    await queue('ar', 'case-received', new Date(Date.now() - 72 * 3_600_000));
    work(gone.url);
    await eventually(async () => expect(await rows()).toMatchObject([{ state: 'failed' }]));
  });

  it('shares the queue among workers: each mail goes out once', async () => {
    const { queue, work, rows } = await openQueue();
    const smtp = await openServer();
    for (let mail = 0; mail < 30; mail += 1) await queue();
    work(smtp.url);
    work(smtp.url);
    await eventually(async () =>
      expect((await rows()).filter((row) => row.state === 'sent')).toHaveLength(30),
    );
    expect(smtp.mails).toHaveLength(30);
  });

  it('sends a mail again whose worker died before it could write that down, under the same Message-ID', async () => {
    const { database, queue, work, rows } = await openQueue();
    const smtp = await openServer();
    await queue();
    // A worker takes the job, sends the mail, and dies.
    const [{ id } = { id: '' }] = await database.query<{ id: string }>('select id from mail');
    await database.query(
      `update notification_jobs._private_jobs
       set attempts = 1, locked_by = 'pool-of-the-dead', locked_at = now() - interval '1 minute'`,
    );
    work(smtp.url);
    await eventually(async () => expect(await rows()).toEqual([{ state: 'sent', reason: null }]));
    expect(smtp.mails.map((mail) => mail.messageId)).toEqual([`<${id}@bekhedmetkom.example>`]);
  });
});
