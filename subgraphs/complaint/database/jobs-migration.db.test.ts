import { migrate } from '@bekhedmetkom/platform/database';
import { expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { doJobs } from '../../../test/harness/jobs.ts';
import { scanFile } from '../attachment/keep/scan-files.ts';
import { Jobs1796860800000 } from './migrations/1796860800000-jobs.ts';
import { migrations } from './migrations.ts';

const before = migrations.slice(0, migrations.indexOf(Jobs1796860800000));
const id = (number: number) => `0199a1f0-0000-7000-8000-${String(number).padStart(12, '0')}`;

it('makes jobs of the files that wait for the scanner, each when it was due, and of no other', async () => {
  const test = await openTestDatabase('complaint', before);
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database } = test;
  const insert = (number: number, state: string, scanAt: string) =>
    database.query(
      `insert into attachment (id, state, file_name, announced_bytes, added_by, scan_at, scan_tries)
       values ('${id(number)}', '${state}', 'a.pdf', 1, 'APPLICANT', ${scanAt}, 3)`,
    );
  await insert(1, 'SCANNING', 'now()');
  await insert(2, 'SCANNING', "now() + interval '4 minutes'");
  await insert(3, 'READY', 'null');
  await migrate({ adminUrl: test.adminUrl, url: test.url, schema: 'complaint', migrations });

  const done: string[] = [];
  await doJobs({ database, url: test.url, subgraph: 'complaint' }, [
    scanFile.handledBy(async ({ attachment }) => {
      done.push(attachment);
    }),
  ]);
  expect(done).toEqual([id(1)]);
  expect(
    await database.query(
      "select key from complaint_jobs.jobs where task_identifier = 'scan-file' and run_at > now()",
    ),
  ).toEqual([{ key: `scan:${id(2)}` }]);
});
