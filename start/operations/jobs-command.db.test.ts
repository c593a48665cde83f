import { migrations } from '@bekhedmetkom/notification/migrations';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../test/harness/database.ts';
import { readJobsCommand, runJobsCommand } from './jobs-command.ts';

const fail = `
select notification_jobs.add_job(task, '{}'::json)
from unnest(array['tell-staff', 'tell-staff', 'send-mail', 'tell-followers']) as task;
select notification_jobs.permanently_fail_jobs(array(
  select id from notification_jobs.jobs where task_identifier <> 'tell-followers'), 'Error: away')`;

describe('npm run jobs', () => {
  it('lists, has done again and drops the jobs that were given up, and no other', async () => {
    const test = await openTestDatabase('notification', migrations);
    onTestFinished(() => test[Symbol.asyncDispose]());
    const { database } = test;
    const run = (...given: string[]) => runJobsCommand(readJobsCommand(given), 'notification', database);
    const ids = async () =>
      (await run('list')).map((line) =>
        /^notification (\S+) (\d+) .*: failed 25 times, Error: away$/.exec(line),
      );
    expect(await run('list')).toEqual(['notification: none']);
    await database.query(fail);
    const [mail, first, second, ...others] = await ids();
    expect(others).toEqual([]);
    expect([mail?.[1], first?.[1], second?.[1]]).toEqual(['send-mail', 'tell-staff', 'tell-staff']);
    expect(await run('drop', 'notification', 'tell-staff', mail?.[2] ?? '')).toEqual([
      'notification: 0 dropped',
    ]);
    expect(await run('drop', 'notification', 'tell-staff', first?.[2] ?? '')).toEqual([
      'notification: 1 dropped',
    ]);
    expect(await run('retry', 'notification', 'tell-staff')).toEqual(['notification: 1 will be done again']);
    expect(await ids()).toEqual([mail]);
    expect(
      await database.query(
        "select attempts from notification_jobs.jobs where task_identifier = 'tell-staff'",
      ),
    ).toEqual([{ attempts: 0 }]);
  });

  it('says how it is used, and drops nothing that was not named', () => {
    for (const given of [
      [],
      ['remove'],
      ['list', 'web'],
      ['list', 'kpi'],
      ['drop'],
      ['drop', 'complaint', 'scan-file'],
      ['retry', 'complaint', 'scan-file', 'x'],
      ['retry', 'complaint', 'scan-file', '1; drop'],
    ]) {
      expect(() => readJobsCommand(given)).toThrow('Usage: npm run jobs');
    }
    expect(readJobsCommand(['retry']).subgraphs).toEqual(['complaint', 'notification']);
  });
});
