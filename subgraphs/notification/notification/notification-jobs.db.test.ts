import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { doJobs } from '../../../test/harness/jobs.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import type { AskCase } from '../mail/ask-case.ts';
import { followDirectory } from '../post/consume-directory.ts';
import { caseEventOf, directoryAnnouncements, loggedOf } from '../testing/case-event.ts';
import { followCases } from './consume-cases.ts';
import { makeTellFollowers } from './notify-followers.ts';
import { makeTellStaff } from './notify-staff.ts';

const id = (number: number) => `0199a1f0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const parent = id(1);
const unasked: AskCase = async () => {
  throw new Error('nobody is to be asked');
};

/** A case of somebody that follows another. */
const follower = (number: number, facts: Parameters<typeof caseEventOf>[1] = {}, followed = parent) =>
  loggedOf(
    caseEventOf('MERGE', {
      caseId: id(number),
      reference: `BK-F-${number}`,
      applicantSubject: `p-${number}`,
      parent: followed,
      state: 'DUPLICATE',
      ...facts,
    }),
  );
const happens = (action: CaseEvent['action'], facts: Parameters<typeof caseEventOf>[1] = {}) =>
  loggedOf(caseEventOf(action, { caseId: parent, applicantSubject: 'p-parent', ...facts }));
const answered = () => happens('APPROVE_ANSWER', { state: 'RESOLVED', cycle: { outcome: 'SOLVED' } });

async function openCases() {
  const test = await openTestDatabase('notification', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database } = test;
  await database.transaction((tx) => followDirectory(tx, directoryAnnouncements));
  return {
    database,
    tell: (...events: LoggedEvent[]) => database.transaction((tx: Tx) => followCases(tx, events)),
    /** Does all jobs that are due. */
    work: (askCase: AskCase = unasked) =>
      doJobs({ database, url: test.url, subgraph: 'notification' }, [
        makeTellFollowers(database),
        makeTellStaff(database, askCase),
      ]),
    /** A worker takes what is due and dies. */
    die: () =>
      database.query(
        `update notification_jobs._private_jobs set attempts = attempts + 1, locked_by = 'dead', locked_at = now()
         where locked_at is null and run_at <= now()`,
      ),
    jobs: () =>
      database.query<{ task_identifier: string }>(
        "select task_identifier from notification_jobs.jobs where task_identifier like 'tell-%'",
      ),
    heard: async (kind: string) =>
      (
        await database.query<{ heard: string }>(
          `select recipient || ' of ' || (facts ->> 'reference') as heard from notification where kind = $1 order by case_id`,
          [kind],
        )
      ).map(({ heard }) => heard),
    mails: (kind: string) =>
      database.query<{ case_id: string; language: string }>(
        'select case_id, language from mail where kind = $1 order by case_id',
        [kind],
      ),
    hurry: () =>
      database.query(
        `select notification_jobs.force_unlock_workers(array['dead']);
         select notification_jobs.reschedule_jobs(array(select id from notification_jobs.jobs), run_at := now())`,
      ),
  };
}

describe('those who follow a case', () => {
  it('are all told of its answer, each of the own case and in the own language, and the reporter of the case too', async () => {
    const { tell, work, heard, mails } = await openCases();
    await tell(
      follower(11),
      follower(12, { language: 'en' }),
      follower(13, { anonymous: true, applicantSubject: null }),
    );
    await tell(answered());
    await work();
    expect(await heard('followed-answered')).toEqual(['p-11 of BK-F-11', 'p-12 of BK-F-12']);
    expect(await mails('followed-answered')).toEqual([
      { case_id: id(11), language: 'ar' },
      { case_id: id(12), language: 'en' },
      { case_id: id(13), language: 'ar' },
    ]);
    expect(await heard('case-answered')).toEqual(['p-parent of BK-2026-7Q4M-K2XD-9']);
  });

  it.each([
    ['START', { state: 'IN_PROGRESS' }, 'followed-started'],
    ['INTERIM_REPLY', {}, 'followed-interim'],
    ['PROPOSE_ANSWER', { type: 'COMPLIMENT', state: 'RESOLVED' }, 'followed-answered'],
    ['REJECT', { rejectionCode: 'ABUSIVE' }, 'followed-rejected'],
    ['WITHDRAW', { state: 'WITHDRAWN' }, 'followed-withdrawn'],
  ] as const)('hear of %s', async (action, facts, kind) => {
    const { tell, work, heard } = await openCases();
    await tell(follower(11), happens(action, facts));
    await work();
    expect(await heard(kind)).toEqual(['p-11 of BK-F-11']);
  });

  it('hear nothing that is between the staff, and nothing from before they followed', async () => {
    const { database, tell, work } = await openCases();
    await tell(happens('START'), follower(11), happens('ASSIGN'), happens('PROPOSE_ANSWER'));
    await work();
    expect(await database.query("select from notification where kind like 'followed-%'")).toEqual([]);
  });

  it('are told though the case they follow was imported; an imported follower is not', async () => {
    const { tell, work, heard } = await openCases();
    await tell(follower(11), follower(12, { imported: true }), happens('START', { imported: true }));
    await work();
    expect(await heard('followed-started')).toEqual(['p-11 of BK-F-11']);
    expect(await heard('case-started')).toEqual([]);
  });

  it('are found through a case that was merged itself, also in a circle', async () => {
    const { tell, work, heard } = await openCases();
    await tell(follower(11, {}, id(2)), follower(2), follower(12, {}, id(11)));
    await tell(happens('MERGE', { parent: id(12) }), answered());
    await work();
    expect(await heard('followed-answered')).toEqual(['p-2 of BK-F-2', 'p-11 of BK-F-11', 'p-12 of BK-F-12']);
  });

  it('are told of every case they filed, if it is several', async () => {
    const { tell, work, heard, mails } = await openCases();
    await tell(
      follower(11, { applicantSubject: 'p-x' }),
      follower(12, { applicantSubject: 'p-x' }),
      answered(),
    );
    await work();
    expect(await heard('followed-answered')).toEqual(['p-x of BK-F-11', 'p-x of BK-F-12']);
    expect(await mails('followed-answered')).toHaveLength(2);
  });

  it('are told once each, however many, however often the work was interrupted and the log read again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 450 }),
        fc.array(fc.constantFrom('die', 'again', 'two'), { maxLength: 4 }),
        async (count, accidents) => {
          const { tell, work, die, heard, hurry } = await openCases();
          const followers = Array.from({ length: count }, (_, index) => follower(100 + index));
          const event = answered();
          await tell(...followers, event);
          for (const accident of accidents) {
            if (accident === 'die') await die();
            if (accident === 'again') await tell(...followers, event);
            if (accident === 'two') await Promise.all([work(), work()]);
            await hurry();
          }
          await work();
          expect(await heard('followed-answered')).toEqual(
            followers.map((_, index) => `p-${100 + index} of BK-F-${100 + index}`),
          );
        },
      ),
      { numRuns: 6 },
    );
  });

  it('are told by a worker who goes on where another stopped in the middle', async () => {
    const { database, tell, work, jobs, heard, hurry } = await openCases();
    await tell(...Array.from({ length: 450 }, (_, index) => follower(100 + index)), answered());
    // The database refuses the second page.
    await database.query(
      "alter table notification add constraint refusal check (recipient <> 'p-350' or kind <> 'followed-answered')",
    );
    await work();
    expect(await heard('followed-answered')).toHaveLength(200);
    await database.query('alter table notification drop constraint refusal');
    await hurry();
    await work();
    expect(await heard('followed-answered')).toHaveLength(450);
    expect(await jobs()).toEqual([]);
  });
});

describe('notes and promises', () => {
  const ofNote = (mentions: string[], by: string | null): LoggedEvent => ({
    ...loggedOf(caseEventOf('ASSIGN')),
    type: 'note.added',
    payload: { noteId: id(70), caseId: parent, mentions, by },
  });
  const ofPromise = (): LoggedEvent => ({
    ...loggedOf(caseEventOf('ASSIGN')),
    type: 'follow-up.promised',
    payload: { followUpId: id(71), caseId: parent, post: 'MOH-MFP', promisedOn: '2026-12-01' },
  });
  const known: AskCase = async () => ({
    reference: 'BK-2026-7Q4M-K2XD-9',
    type: 'COMPLAINT',
    state: 'IN_PROGRESS',
    entity: 'MOH',
    email: null,
    addressee: { name: null, about: null },
  });

  it('reach whoever is mentioned, once each, and not the author', async () => {
    const { tell, work, heard } = await openCases();
    const note = ofNote(['MOH-SFP-1', 'OR-1', 'MOH-SFP-1', 'MOH-MFP', 'GONE'], 'OR-1');
    await tell(note);
    await tell(note);
    await work(known);
    expect((await heard('note-mention')).toSorted()).toEqual([
      'p-mfp of BK-2026-7Q4M-K2XD-9',
      'p-sfp of BK-2026-7Q4M-K2XD-9',
    ]);
  });

  it('reach whoever promised', async () => {
    const { tell, work, heard } = await openCases();
    await tell(ofPromise());
    await work(known);
    expect(await heard('promise-noted')).toEqual(['p-mfp of BK-2026-7Q4M-K2XD-9']);
  });

  it('wait while the case cannot be asked for, and hold nothing else up', async () => {
    const { tell, work, heard, hurry } = await openCases();
    await tell(ofNote(['MOH-MFP'], null), follower(11), answered());
    let away = true;
    const asking: AskCase = async (...asked) => {
      if (away) throw new Error('away');
      return known(...asked);
    };
    await work(asking);
    expect(await heard('followed-answered')).toHaveLength(1);
    expect(await heard('note-mention')).toEqual([]);
    away = false;
    await hurry();
    await work(asking);
    expect(await heard('note-mention')).toHaveLength(1);
  });

  it('end when the case is gone, and what is neither is ignored', async () => {
    const { tell, work, jobs, heard } = await openCases();
    const other = { ...ofPromise(), type: 'attachment.added', payload: { anything: true } };
    await tell(ofNote(['MOH-MFP'], null), ofNote([], null), other);
    await work(async () => null);
    expect(await heard('note-mention')).toEqual([]);
    expect(await jobs()).toEqual([]);
  });
});
