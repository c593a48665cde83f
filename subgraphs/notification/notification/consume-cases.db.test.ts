import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { say } from '../message/content/words.ts';
import type { Facts } from '../message/facts.ts';
import { followDirectory } from '../post/consume-directory.ts';
import { savePreference } from '../preference/preference.repository.ts';
import { caseEventOf, directoryAnnouncements, loggedOf } from '../testing/case-event.ts';
import { followCases } from './consume-cases.ts';

async function openTold() {
  const test = await openTestDatabase('notification', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database } = test;
  await database.transaction((tx) => followDirectory(tx, directoryAnnouncements));
  const tell = (...events: LoggedEvent[]) => database.transaction((tx: Tx) => followCases(tx, events));
  const notifications = () =>
    database.query<{ kind: string; recipient: string }>(
      'select kind, recipient from notification order by id',
    );
  const mails = () =>
    database.query<{ kind: string; language: string }>('select kind, language from mail order by id');
  const announced = () => database.query<{ payload: unknown }>('select payload from outbox order by seq');
  return { database, tell, notifications, mails, announced };
}

const submitted = () => loggedOf(caseEventOf('SUBMIT'));

describe('following cases', () => {
  it('tells each person once, announces each notification, and queues one mail', async () => {
    const { tell, notifications, mails, announced } = await openTold();
    await tell(submitted());
    expect(await notifications()).toEqual([
      { kind: 'case-received', recipient: 'p-layla' },
      { kind: 'case-arrived', recipient: 'p-mfp' },
    ]);
    expect(await mails()).toEqual([{ kind: 'case-received', language: 'ar' }]);
    expect((await announced()).map((row) => row.payload)).toEqual([
      { recipient: 'p-layla' },
      { recipient: 'p-mfp' },
    ]);
  });

  it('tells nobody twice when an event is seen again', async () => {
    const { tell, notifications, mails, announced } = await openTold();
    const event = submitted();
    await tell(event);
    await tell(event, event);
    expect([await notifications(), await mails(), await announced()].map((rows) => rows.length)).toEqual([
      2, 1, 2,
    ]);
  });

  it('tells nobody twice when the log holds the same event under another id', async () => {
    const { tell, notifications, mails } = await openTold();
    const event = submitted();
    await tell(event);
    await tell({ ...event, id: '0199a1f0-0000-7000-9000-00000000ffff', position: event.position + 1 });
    expect([await notifications(), await mails()].map((rows) => rows.length)).toEqual([2, 1]);
    await tell({ ...event, version: event.version + 1 });
    expect(await mails()).toHaveLength(2);
  });

  it('keeps to what a person chose', async () => {
    const { database, tell, notifications, mails } = await openTold();
    await savePreference(database, 'p-layla', { inApp: false, language: 'en' });
    await savePreference(database, 'p-mfp', { inApp: false });
    await tell(submitted());
    expect(await notifications()).toEqual([]);
    expect(await mails()).toEqual([{ kind: 'case-received', language: 'en' }]);
    await savePreference(database, 'p-layla', { email: false });
    await tell(submitted());
    expect(await mails()).toHaveLength(1);
  });

  it('tells what waits for a decision, and that a case is late, whatever a person chose', async () => {
    const { database, tell, notifications } = await openTold();
    await savePreference(database, 'p-mfp', { inApp: false });
    const level = { level: 'L1' as const, at: '2026-11-26T08:00:00.000Z' };
    const late = caseEventOf('ESCALATE', { cycle: { escalations: [level] } });
    await tell(loggedOf({ ...late, told: ['MOH-MFP'] }), loggedOf(caseEventOf('PROPOSE_INTERIM')));
    expect(await notifications()).toEqual([{ kind: 'case-escalated', recipient: 'p-mfp' }]);
  });

  it('says as many working days late as the event does, whatever lies between by the calendar', async () => {
    const { database, tell } = await openTold();
    // Due on Wednesday; escalated on the Sunday after: Thursday alone was a working day.
    const cycle = { dueAt: '2026-11-25T12:30:00.000Z', originalDueAt: '2026-11-25T12:30:00.000Z' };
    const event = { ...caseEventOf('ESCALATE', { cycle }), told: ['MOH-MFP'] };
    const sunday = new Date('2026-11-29T06:00:00.000Z');
    await tell(
      loggedOf({ ...event, workingDaysLate: 1 }, sunday),
      loggedOf(event, sunday), // Of an earlier release: it says no number.
    );
    const rows = await database.query<{ facts: Facts }>(
      `select facts from notification where kind = 'case-escalated' order by id`,
    );
    const bodies = rows.map(({ facts }) => say('case-escalated', facts, 'en').body);
    expect(bodies[0]).toContain('The answer is 1 working day late');
    expect(bodies[1]).toContain('The answer was due by the end of Wednesday, November 25');
  });

  it('keeps nothing of an anonymous applicant but the case', async () => {
    const { database, tell } = await openTold();
    await tell(loggedOf(caseEventOf('SUBMIT', { anonymous: true, applicantSubject: null })));
    const [mail] = await database.query<Record<string, unknown>>('select * from mail');
    expect(Object.keys(mail ?? {})).not.toEqual(expect.arrayContaining(['recipient']));
    expect(await database.query(`select 1 from notification where kind = 'case-received'`)).toEqual([]);
  });

  it('sends no mail about what is no news any more', async () => {
    const { tell, notifications, mails } = await openTold();
    await tell(loggedOf(caseEventOf('SUBMIT'), new Date(Date.now() - 73 * 3_600_000)));
    expect(await notifications()).toHaveLength(2);
    expect(await mails()).toEqual([]);
  });

  it('tells whoever holds the post now', async () => {
    const { database, tell, notifications } = await openTold();
    const [change] = directoryAnnouncements.filter(
      ({ payload }) => (payload as { key?: string }).key === 'MOH-MFP',
    );
    if (!change) throw new Error('no such post');
    const holder = { staff: 's', subject: 'p-successor', names: { ar: 'خلف', en: 'Successor' } };
    const again = { ...change, payload: { ...(change.payload as object), holder } };
    await database.transaction((tx) => followDirectory(tx, [again]));
    await tell(submitted());
    expect((await notifications()).map((row) => row.recipient)).toContain('p-successor');
  });

  it('tells of hundreds of events in one go', async () => {
    const { tell, notifications } = await openTold();
    await tell(...Array.from({ length: 200 }, submitted));
    expect(await notifications()).toHaveLength(400);
  });
});
