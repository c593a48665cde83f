import { migrate } from '@bekhedmetkom/platform/database';
import { expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { doJobs } from '../../../test/harness/jobs.ts';
import { sendMail } from '../mail/mail.repository.ts';
import { notifyFollowers, notifyStaffOf } from '../notification/notification.tasks.ts';
import { Jobs1796256000000 } from './migrations/1796256000000-jobs.ts';
import { migrations } from './migrations.ts';

const before = migrations.slice(0, migrations.indexOf(Jobs1796256000000));
const id = (number: number) => `0199a1f0-0000-7000-8000-${String(number).padStart(12, '0')}`;

it('moves mails and tellings that wait into jobs, and nothing that is over', async () => {
  const test = await openTestDatabase('notification', before);
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database } = test;
  await database.query(`
    insert into mail (id, event, kind, case_id, language, facts, at, state, attempts, next_attempt_at) values
      ('${id(1)}', '${id(11)}', 'case-received', '${id(21)}', 'ar', '{}', now(), 'queued', 0, now()),
      ('${id(2)}', '${id(12)}', 'case-received', '${id(22)}', 'ar', '{}', now(), 'queued', 9, now() + interval '4 minutes'),
      ('${id(3)}', '${id(13)}', 'case-received', '${id(23)}', 'ar', '{}', now(), 'sent', 1, now()),
      ('${id(4)}', '${id(14)}', 'case-received', '${id(24)}', 'ar', '{}', now(), 'failed', 1, now());
    insert into errand (event, kind, case_id, about, position, at, told_to, state) values
      ('${id(31)}', 'followers', '${id(21)}', '{"kind": "followed-started", "facts": {"reference": "BK"}}', 7,
        '2026-11-18T07:20:00Z', '${id(50)}', 'open'),
      ('${id(32)}', 'note', '${id(21)}', '{"mentions": ["MOH-MFP"], "by": null}', 8, '2026-11-18T07:20:00Z', null, 'open'),
      ('${id(33)}', 'promise', '${id(21)}', '{"post": "MOH-MFP", "promisedOn": "2026-12-01"}', 9,
        '2026-11-18T07:20:00Z', null, 'open'),
      ('${id(34)}', 'note', '${id(21)}', '{"mentions": [], "by": null}', 9, '2026-11-18T07:20:00Z', null, 'done')`);
  await migrate({ adminUrl: test.adminUrl, url: test.url, schema: 'notification', migrations });

  const done: unknown[] = [];
  const note = async (payload: unknown) => {
    done.push(payload);
  };
  const where = { database, url: test.url, subgraph: 'notification' };
  await doJobs(where, [
    sendMail.handledBy(note),
    notifyFollowers.handledBy(note),
    notifyStaffOf.handledBy(note),
  ]);
  expect(done).toHaveLength(4);
  const happened = { caseId: id(21), at: expect.stringContaining('2026-11-18T07:20:00') };
  expect(done).toEqual(
    expect.arrayContaining([
      { mail: id(1) },
      {
        ...happened,
        event: id(31),
        position: 7,
        kind: 'followed-started',
        facts: { reference: 'BK' },
        after: id(50),
      },
      { ...happened, event: id(32), about: { kind: 'note', mentions: ['MOH-MFP'], by: null } },
      { ...happened, event: id(33), about: { kind: 'promise', post: 'MOH-MFP', promisedOn: '2026-12-01' } },
    ]),
  );
  // The one that failed before keeps its time.
  expect(
    await database.query(
      "select key from notification_jobs.jobs where task_identifier = 'send-mail' and run_at > now()",
    ),
  ).toEqual([{ key: `mail:${id(2)}` }]);
});
