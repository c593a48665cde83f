import { openDatabase } from '@bekhedmetkom/platform/database';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { asAdmin } from '../../../test/harness/run.ts';
import { begun, climb } from '../testing/escalating.ts';
import { copyCase } from '../testing/many-cases.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf, travel } from '../testing/travel.ts';
import { processDueRows } from './process-due-rows.ts';

describe('many due cases', () => {
  const once = async (complaint: Complaint) => {
    const [row] = await complaint.database.query<Record<string, number>>(`
      select (select count(*)::int from cases) as cases, (select count(*)::int from escalation) as levels,
        (select count(*)::int from cases where escalation = 'L4' and escalates_at is null) as done,
        (select count(*)::int from timeline where action = 'ESCALATE') as told,
        (select max(n)::int from (select count(*) as n from timeline where action = 'ESCALATE' group by case_id) t) as most`);
    return row;
  };

  it('are each escalated exactly once by two schedulers, one of which is killed on its way', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await copyCase(complaint, id, 1_999);
    const url = new URL(complaint.adminUrl);
    Object.assign(url, { username: 'complaint', password: 'test', search: 'application_name=second' });
    const second = await openDatabase({
      url: url.href,
      schema: 'complaint',
      poolSize: 4,
    });
    const options = { due: 'ESCALATION', batch: 50, parallel: 4, onFault: () => {} } as const;
    const directory = () => complaint.directory;
    const both = Promise.allSettled([
      processDueRows(complaint.database, directory, options),
      processDueRows(second, directory, options),
    ]);
    await eventually(async () => expect((await once(complaint))?.done).toBeGreaterThan(100));
    await Promise.all([
      asAdmin(complaint.adminUrl, (admin) =>
        admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'second'`,
        ),
      ),
      second.close(),
    ]);
    const [first, killed] = await both;
    expect(first.status).toBe('fulfilled');
    expect(killed.status).toBe('rejected');
    // What was in hand at that moment may have been put off for a minute.
    await complaint.database.query(
      'update cases set escalates_at = clock_timestamp() where escalation is null',
    );
    await processDueRows(complaint.database, directory, options);
    const all = { cases: 2_000, levels: 10_000, done: 2_000, told: 2_000, most: 1 };
    expect(await once(complaint)).toEqual(all);
  }, 120_000);

  it('of one moment are all found, however small the batch: none hides behind the others', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await copyCase(complaint, id, 100);
    expect(await climb(complaint)).toBe(101);
    expect(await once(complaint)).toMatchObject({ cases: 101, done: 101, most: 1 });
  }, 60_000);

  it('do not wait behind one that fails: it is told of, put off, and tried again', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await copyCase(complaint, id, 20);
    await complaint.database.query('update cycle set calendar_version = 99 where case_id = $1', [keyOf(id)]);
    const faults: unknown[] = [];
    expect(await climb(complaint, { onFault: (error) => faults.push(error) })).toBe(20);
    expect(faults).toHaveLength(1);
    expect(await climb(complaint)).toBe(0);
    await complaint.database.query('update cycle set calendar_version = 1');
    await complaint.database.query(
      'update cases set escalates_at = clock_timestamp() where escalates_at is not null',
    );
    expect(await climb(complaint)).toBe(1);
    expect(await once(complaint)).toMatchObject({ cases: 21, done: 21, most: 1 });
  }, 60_000);

  it('do not wait behind one that takes too long: the database answers, so it is not away', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await copyCase(complaint, id, 5);
    await complaint.database.query(
      `create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(10); return new; end $$`,
    );
    await complaint.database.query(
      `create trigger linger before insert on escalation for each row when (new.case_id = '${keyOf(id)}') execute function linger()`,
    );
    const faults: unknown[] = [];
    expect(await climb(complaint, { onFault: (error) => faults.push(error) })).toBe(5);
    expect(faults).toHaveLength(1);
    expect(await climb(complaint)).toBe(0);
  }, 30_000);

  it('that somebody else has in hand are left, and found the next time', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await complaint.database.transaction(async (tx) => {
      await tx.query('select 1 from cases where id = $1 for update', [keyOf(id)]);
      expect(await climb(complaint)).toBe(0);
    });
    expect(await climb(complaint)).toBe(1);
  });
});
