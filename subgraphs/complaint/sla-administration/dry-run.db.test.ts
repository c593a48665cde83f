import { caseTypes, importances } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { loadCases } from '../case/case.store.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { assign, file, resolved } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { seededCalendar } from '../testing/seeded-calendar.ts';
import { administrator, layla, mainFocalPoint, nobody, operationRoom, reviewer } from '../testing/viewers.ts';
import { tryCalendar } from './try-calendar.ts';

const calendarRun = `query ($calendar: CalendarInput!) { calendarDryRun(calendar: $calendar) {
  open complete moved shortened byDays { days cycles } examples { days dueAt newDueAt case { reference } } } }`;
const policyRun = `query ($policy: SlaPolicyInput!, $window: WindowInput!) { policyDryRun(policy: $policy, window: $window) {
  cycles late wouldBeLate complete rows { type importance cycles late wouldBeLate } } }`;

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const calendar = (more: object = {}) => ({
  workingDays: seededCalendar.workingDays,
  hoursOpen: time(seededCalendar.hours.opens),
  hoursClose: time(seededCalendar.hours.closes),
  specialHours: [],
  holidays: [] as object[],
  ...more,
});
const policy = (workingDays: number) => ({
  programme: 'GOVERNMENT_SERVICES',
  effectiveFrom: '2030-01-01',
  acknowledge: caseTypes.map((type) => ({ type, minutes: 420 })),
  resolve: ['COMPLAINT', 'INQUIRY', 'COMPLIMENT', 'REPORT', 'SUGGESTION'].flatMap((type) =>
    importances.map((importance) => ({ type, importance, workingDays })),
  ),
});
const window = { from: '2020-01-01', to: '2079-01-01' };

async function dueDays(complaint: Complaint): Promise<string[]> {
  const rows = await complaint.database.query<{ id: string }>('select id from cases order by id');
  const records = await loadCases(
    complaint.database,
    rows.map((row) => row.id),
  );
  return records.map((record) => toLocalDate(dayOf(record.dueAt?.getTime() ?? 0)));
}

describe('a calendar tried out', () => {
  it('says how many open cases move and how far, with examples, and changes nothing', async () => {
    const complaint = await openComplaint();
    const [first, second] = [await file(complaint), await file(complaint)];
    await assign(complaint, first);
    await assign(complaint, second, { importance: 'LOW' });
    const [day] = (await dueDays(complaint)).sort();
    const holidays = [{ from: day, to: day, nameAr: 'عطلة', nameEn: 'Holiday' }];
    const before = await complaint.database.query('select * from cycle order by case_id');
    const { data } = await complaint.ask(administrator, calendarRun, { calendar: calendar({ holidays }) });
    expect(data.calendarDryRun).toMatchObject({
      open: 2,
      complete: true,
      moved: 2,
      shortened: 0,
      byDays: [{ days: 1, cycles: 2 }],
    });
    expect(data.calendarDryRun.examples).toHaveLength(2);
    expect(data.calendarDryRun.examples[0].case.reference).toMatch(/^BK-/);
    expect(await complaint.database.query('select * from cycle order by case_id')).toEqual(before);
  });

  it('says what it would shorten, those first', async () => {
    const complaint = await openComplaint();
    await assign(complaint, await file(complaint));
    const workingDays = [1, 2, 3, 4, 5, 6, 7];
    const { data } = await complaint.ask(operationRoom, calendarRun, { calendar: calendar({ workingDays }) });
    expect(data.calendarDryRun).toMatchObject({ moved: 0, shortened: 1 });
    expect(data.calendarDryRun.examples[0].days).toBeLessThan(0);
  });

  it('counts no further than it may, those with the next deadlines', async () => {
    const complaint = await openComplaint();
    for (let i = 0; i < 3; i++) await assign(complaint, await file(complaint));
    const draft = complaint.directory.draftCalendar({ ...seededCalendar, effectiveFrom: '2026-01-01' });
    const trial = await tryCalendar(complaint.database, complaint.directory, draft, 2);
    expect(trial).toMatchObject({ open: 2, complete: false });
  });

  it('is refused when its hours are no hours', async () => {
    const complaint = await openComplaint();
    for (const hoursOpen of ['half eight', '16:00']) {
      const { errors } = await complaint.ask(administrator, calendarRun, {
        calendar: calendar({ hoursOpen }),
      });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a policy tried out', () => {
  it('says how many past cases would have been late under it, against today, by type and importance', async () => {
    const complaint = await openComplaint();
    await resolved(complaint);
    await assign(complaint, await file(complaint), { importance: 'LOW' });
    // Both began some weeks ago, and the first was answered ten days after that.
    await complaint.database.query(`update cycle set submitted_at = now() - interval '40 days',
      acknowledged_at = now() - interval '39 days', published_at = case when published_at is not null
      then now() - interval '34 days' end`);
    const run = async (days: number) => {
      const { data } = await complaint.ask(administrator, policyRun, { policy: policy(days), window });
      return data.policyDryRun;
    };
    expect(await run(1)).toEqual({
      cycles: 2,
      late: 1,
      wouldBeLate: 2,
      complete: true,
      rows: [
        { type: 'COMPLAINT', importance: 'LOW', cycles: 1, late: 1, wouldBeLate: 1 },
        { type: 'COMPLAINT', importance: 'MEDIUM', cycles: 1, late: 0, wouldBeLate: 1 },
      ],
    });
    expect(await run(60)).toMatchObject({ late: 1, wouldBeLate: 0 });
  });

  it('looks at what was classified in the window only', async () => {
    const complaint = await openComplaint();
    await assign(complaint, await file(complaint));
    const past = { from: '2020-01-01', to: '2020-02-01' };
    const { data } = await complaint.ask(administrator, policyRun, { policy: policy(1), window: past });
    expect(data.policyDryRun).toEqual({ cycles: 0, late: 0, wouldBeLate: 0, complete: true, rows: [] });
    const empty = { from: '2020-01-01', to: '2020-01-01' };
    const { errors } = await complaint.ask(administrator, policyRun, { policy: policy(1), window: empty });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('trying out', () => {
  it.each([
    ['the applicant', layla],
    ['a visitor', nobody],
    ['a focal point', mainFocalPoint],
    ['a reviewer', reviewer],
  ])('is not for %s', async (_, viewer) => {
    const complaint = await openComplaint();
    for (const [query, variables] of [
      [calendarRun, { calendar: calendar() }],
      [policyRun, { policy: policy(1), window }],
    ] as const) {
      const { errors } = await complaint.ask(viewer, query, variables);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
