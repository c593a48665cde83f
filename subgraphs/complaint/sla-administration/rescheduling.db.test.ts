import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { amend, dueDay, key, off, recordOf, round, withHolidays } from '../testing/amended-calendar.ts';
import { assign, file } from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { rescheduleRound } from './reschedule.ts';
import { makeRescheduleCases } from './reschedule-cases.ts';

describe('many cases', () => {
  it('are reckoned in batches by two processes at once, each once, none left out', async () => {
    const complaint = await openComplaint();
    const filed = await Promise.all(Array.from({ length: 30 }, () => file(complaint)));
    await Promise.all(filed.map((kase) => assign(complaint, kase)));
    const day = await dueDay(complaint, filed[0]?.id ?? '');
    const directory = await amend(complaint, 2, withHolidays(off(day)));
    await Promise.all([round(complaint, directory, 7), round(complaint, directory, 7)]);
    await round(complaint, directory, 7);
    const [left] = await complaint.database.query<{ n: number; versions: number[] }>(
      `select count(*) filter (where calendar_version < 2)::int as n,
         (select array_agg(distinct version) from cases) as versions from cycle`,
    );
    expect(left).toEqual({ n: 0, versions: [3] });
  });

  it('are moved by the program itself, soon after the calendar is known', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const directory = await amend(complaint, 2, withHolidays(off(await dueDay(complaint, filed.id))));
    const { database, databaseUrl: url } = complaint;
    const parts = { database, logger: openLogger('test', 'silent'), metrics: openMetrics('test') };
    const handler = makeRescheduleCases({ ...parts, directory: () => directory });
    const groups = [{ handlers: [handler], atOnce: 1 }];
    const rescheduling = runJobs({ ...parts, subgraph: 'complaint', url, groups, poll: 20 });
    onTestFinished(() => rescheduling.close());
    await expect.poll(async () => (await recordOf(complaint, filed.id)).calendarVersion).toBe(2);
  });

  it('go on behind one that fails, which is tried again', async () => {
    const complaint = await openComplaint();
    const filed = await Promise.all(Array.from({ length: 4 }, () => file(complaint)));
    await Promise.all(filed.map((kase) => assign(complaint, kase)));
    const first = filed.map((kase) => key(kase.id)).sort()[0];
    await complaint.database.query(
      `alter table cases add constraint broken check (id <> '${first}') not valid`,
    );
    const directory = await amend(
      complaint,
      2,
      withHolidays(off(await dueDay(complaint, filed[0]?.id ?? ''))),
    );
    const room = { database: complaint.database, directory: () => directory };
    const faults: unknown[] = [];
    const onFault = (error: unknown) => void faults.push(error);
    expect(await rescheduleRound(room, { onFault })).toMatchObject({ considered: 4, moved: 3 });
    expect(faults).toHaveLength(1);
    await complaint.database.query('alter table cases drop constraint broken');
    expect(await rescheduleRound(room, { onFault })).toMatchObject({ considered: 1, moved: 1 });
  });

  it('are found by an index, however many are up to date', async () => {
    const complaint = await openComplaint();
    await complaint.database.query(
      `insert into cycle (case_id, number, submitted_at, policy_version, calendar_version, acknowledge_by)
       select gen_random_uuid(), 1, now(), 1, 2, now() from generate_series(1, 20000)`,
    );
    await complaint.database.query('analyze cycle');
    const plan = await complaint.database.query<{ 'QUERY PLAN': string }>(
      `explain select case_id from cycle where published_at is null and closed_at is null
         and greatest(calendar_version, calendar_seen) < 2
         and (greatest(calendar_version, calendar_seen), case_id) > (0, '00000000-0000-0000-0000-000000000000'::uuid)
       order by greatest(calendar_version, calendar_seen), case_id limit 200`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('cycle_calendar');
    expect(text).not.toContain('Sort');
  });
});
