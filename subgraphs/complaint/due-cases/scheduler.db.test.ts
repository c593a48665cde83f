import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { findBrokenLink } from '../audit/audit.store.ts';
import { NoneHides1768435200000 } from '../database/migrations/1768435200000-none-hides.ts';
import { file, postId, resolved } from '../testing/documents.ts';
import { begun, climb, levelsOf, setDue } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, recordOf, travel } from '../testing/travel.ts';
import { layla, nobody, operationRoom, subFocalPoint } from '../testing/viewers.ts';
import { makeProcessDueCases } from './process-due-cases.ts';

const rowsOf = (complaint: Complaint) =>
  complaint.database.query<{ level: string; cycle: number; posts: string[]; trigger: string }>(
    'select level, cycle, posts, trigger from escalation order by cycle, level',
  );

describe('the ladder of escalation', () => {
  it('is climbed level by level, in the open: timeline, audit, event, and the posts that are told', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    expect(await climb(complaint)).toBe(0);
    await travel(complaint, id, 7);
    await setDue(complaint, id, '1 hour');
    expect(await climb(complaint)).toBe(1);
    expect(await levelsOf(complaint, id)).toEqual(['L0']);
    await setDue(complaint, id, '-1 second');
    expect(await climb(complaint)).toBe(1);
    expect(await levelsOf(complaint, id)).toEqual(['L0', 'L1']);
    expect(await climb(complaint)).toBe(0);

    const record = await recordOf(complaint, id);
    expect(record).toMatchObject({ escalation: 'L1', state: 'IN_PROGRESS', holderPost: 'MOH-SFP-1' });
    expect(record.escalatesAt?.getTime()).toBeGreaterThan(Date.now());
    const events = await eventsOf(complaint, id);
    expect(events.slice(3)).toMatchObject([
      { type: 'case.escalate', payload: { by: 'SYSTEM', told: ['MOH-SFP-1', 'MOH-MFP'] } },
      { type: 'case.escalate', payload: { told: ['MOH-MFP', 'OR-1'] } },
    ]);
    expect(await findBrokenLink(complaint.database, keyOf(id))).toBeNull();
    const { data } = await complaint.ask(
      layla,
      `query ($id: ID!) { case(id: $id) { sla { escalation status } escalations { level at requestedByApplicant posts { id } }
        timeline { edges { node { action by } } } } }`,
      { id },
    );
    expect(data.case).toMatchObject({
      sla: { escalation: 'L1', status: 'OVERDUE' },
      escalations: [
        {
          level: 'L0',
          requestedByApplicant: false,
          posts: [{ id: postId('MOH-SFP-1') }, { id: postId('MOH-MFP') }],
        },
        {
          level: 'L1',
          requestedByApplicant: false,
          posts: [{ id: postId('MOH-MFP') }, { id: postId('OR-1') }],
        },
      ],
    });
    expect(data.case.timeline.edges.at(-1).node).toEqual({ action: 'ESCALATE', by: 'SYSTEM' });
  });

  it('reaches all levels at once, each exactly once, when the scheduler wakes late', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    expect(await climb(complaint)).toBe(1);
    expect(await levelsOf(complaint, id)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4']);
    expect(await rowsOf(complaint)).toHaveLength(5);
    expect(await recordOf(complaint, id)).toMatchObject({ escalation: 'L4', escalatesAt: null });
    expect((await eventsOf(complaint, id)).filter(({ type }) => type === 'case.escalate')).toHaveLength(1);
  });

  it('is climbed by a case that is edited every day', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    const assignTo = `mutation ($input: AssignCaseInput!) { assignCase(input: $input) { case { version } userErrors { code } } }`;
    const reached: (string | undefined)[] = [];
    let at = version;
    for (let week = 0; week < 6; week++) {
      const assigneePostId = postId(week % 2 ? 'MOH-SFP-1' : 'MOH-MFP');
      const { data } = await complaint.ask(operationRoom, assignTo, {
        input: { caseId: id, expectedVersion: at, assigneePostId },
      });
      expect(data.assignCase.userErrors).toEqual([]);
      at = data.assignCase.case.version;
      at += await climb(complaint);
      reached.push((await levelsOf(complaint, id)).at(-1));
      await travel(complaint, id, 7);
    }
    expect(reached[0]).toBeUndefined();
    expect(reached.at(-1)).toBe('L4');
    expect(await rowsOf(complaint)).toHaveLength(5);
  });

  it('is climbed without assignee and without entity, where 48 hours unacknowledged count', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, nobody, { entityCode: null });
    await travel(complaint, id, 1);
    expect(await climb(complaint)).toBe(0);
    await travel(complaint, id, 1);
    expect(await climb(complaint)).toBe(1);
    expect(await levelsOf(complaint, id)).toEqual(['L1']);
    expect(await rowsOf(complaint)).toMatchObject([{ level: 'L1', posts: ['OR-1'] }]);
  });

  it('is climbed where no post has a superior, by those who are there', async () => {
    const complaint = await openComplaint();
    const names = { ar: 'المكتب', en: 'The office' };
    const office = { key: 'PMO-1', role: 'PRIME_MINISTERS_OFFICE', entity: null, unit: null, names };
    const holder = { staff: 'staff-pmo', subject: 'p-pmo', names };
    const payload = { ...office, superior: null, holder };
    const directory = await complaint.announce({ type: 'post.changed', payload });
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await climb(complaint, { directory });
    expect((await rowsOf(complaint)).map(({ posts }) => posts)).toEqual([
      ['MOH-SFP-1', 'MOH-MFP'],
      ['MOH-MFP', 'OR-1'],
      ['PMO-1'],
      ['PMO-1'],
      ['PMO-1'],
    ]);
  });

  it('stands still while the case waits for its applicant', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    await complaint.ask(
      subFocalPoint,
      'mutation ($input: AskApplicantInput!) { askApplicant(input: $input) { case { state } } }',
      { input: { caseId: id, expectedVersion: version, question: 'Which of the two clinics was it?' } },
    );
    await travel(complaint, id, 70);
    expect(await climb(complaint)).toBe(0);
    await complaint.database.query('update cases set escalates_at = clock_timestamp()');
    await climb(complaint);
    expect(await recordOf(complaint, id)).toMatchObject({ escalations: [], escalatesAt: null });
    expect(await rowsOf(complaint)).toEqual([]);
  });

  it('takes half the steps for a critical case', async () => {
    const complaint = await openComplaint();
    const calm = await begun(complaint, { classification: { importance: 'MEDIUM' } });
    const urgent = await begun(complaint, { classification: { importance: 'CRITICAL' } });
    for (const { id } of [calm, urgent]) {
      await travel(complaint, id, 28);
      await setDue(complaint, id, '-12 days');
    }
    await climb(complaint);
    expect(await levelsOf(complaint, calm.id)).toEqual(['L0', 'L1', 'L2', 'L3']);
    expect(await levelsOf(complaint, urgent.id)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4']);
  });

  it('is climbed anew, each level once again, after a reopening', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    await travel(complaint, id, 70);
    await climb(complaint);
    await complaint.database.query(`update cases set state = 'CLOSED', escalates_at = null where id = $1`, [
      keyOf(id),
    ]);
    const opened = await complaint.ask(
      operationRoom,
      'mutation ($input: ReopenByStaffInput!) { reopenByStaff(input: $input) { case { cycle sla { escalation } } userErrors { code } } }',
      { input: { caseId: id, expectedVersion: version + 1, reason: 'It is as before.' } },
    );
    expect(opened.data.reopenByStaff).toMatchObject({ case: { cycle: 2, sla: { escalation: null } } });
    await travel(complaint, id, 70);
    await climb(complaint);
    expect((await rowsOf(complaint)).map(({ cycle, level }) => `${cycle} ${level}`)).toEqual(
      [1, 2].flatMap((cycle) => ['L0', 'L1', 'L2', 'L3', 'L4'].map((level) => `${cycle} ${level}`)),
    );
  });

  it('is climbed quietly by what another system left overdue', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await complaint.database.query('update cases set imported = true');
    await travel(complaint, id, 70);
    await climb(complaint);
    expect(await levelsOf(complaint, id)).toHaveLength(5);
    expect((await eventsOf(complaint, id)).at(-1)?.payload.told).toEqual([]);
    expect((await rowsOf(complaint)).flatMap(({ posts }) => posts)).toEqual([]);
  });

  it('is not climbed again when a case only forgot what it had reached', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    await travel(complaint, id, 70);
    await climb(complaint);
    const before = await recordOf(complaint, id);
    await complaint.database.query(`update cycle set escalations = '[]'`);
    await complaint.database.query('update cases set escalation = null, escalates_at = clock_timestamp()');
    await climb(complaint);
    expect(await recordOf(complaint, id)).toEqual(before);
    expect(await rowsOf(complaint)).toHaveLength(5);
  });
});

describe('a case from before there was a ladder', () => {
  it('is given its place on it, and an answer that nobody rated its end', async () => {
    const complaint = await openComplaint();
    const { database } = complaint;
    const open = await begun(complaint);
    const answered = await resolved(complaint, layla);
    const before = await recordOf(complaint, open.id);
    await database.query('update cases set escalates_at = null, times_out_at = null');
    const runner = database.source.createQueryRunner();
    await new NoneHides1768435200000().up(runner);
    await runner.release();
    await climb(complaint);
    expect(await recordOf(complaint, open.id)).toEqual(before);
    const { timesOutAt, escalatesAt } = await recordOf(complaint, answered.id);
    expect(timesOutAt?.getTime()).toBeGreaterThan(Date.now());
    expect(escalatesAt).toBeNull();
  });
});

describe('the clock that decides', () => {
  it.each([-5, 5])('is the database’s, also when this process is %i minutes off', async (minutes) => {
    const complaint = await openComplaint();
    const due = await begun(complaint);
    const notYet = await begun(complaint);
    await travel(complaint, due.id, 7);
    await setDue(complaint, due.id, '-1 minute');
    await complaint.database.query(
      `update cases set escalates_at = clock_timestamp() + interval '1 minute' where id = $1`,
      [keyOf(notYet.id)],
    );
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await climb(complaint)).toBe(1);
    expect(await levelsOf(complaint, due.id)).toEqual(['L0', 'L1']);
    expect(await levelsOf(complaint, notYet.id)).toEqual([]);
  });
});

describe('the scheduler', () => {
  it('finds what is due by itself, measures it, and ends when it is closed', async () => {
    const complaint = await openComplaint();
    const { id } = await begun(complaint);
    const metrics = openMetrics('complaint');
    const parts = { database: complaint.database, logger: openLogger('complaint', 'silent'), metrics };
    const handler = makeProcessDueCases({ ...parts, directory: () => complaint.directory });
    const scheduler = runJobs({
      ...parts,
      subgraph: 'complaint',
      url: complaint.databaseUrl,
      groups: [{ handlers: [handler], atOnce: 1 }],
      poll: 20,
    });
    onTestFinished(() => scheduler.close());
    await travel(complaint, id, 70);
    await eventually(async () => expect(await levelsOf(complaint, id)).toHaveLength(5));
    const counted = await metrics.registry.getSingleMetricAsString('sla_scheduler_cases_total');
    expect(counted).toContain('due="ESCALATION"');
    await scheduler.close();
    const other = await begun(complaint);
    await travel(complaint, other.id, 70);
    expect(await levelsOf(complaint, other.id)).toEqual([]);
  });
});
