import { describe, expect, it } from 'vitest';
import { sealReports } from '../backfill/seal-reports.ts';
import { file, list, submission, submit, track } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, operationRoom } from '../testing/viewers.ts';
import { isSealed, openSealedWords } from './sealed-words.ts';

const report = {
  type: 'REPORT',
  anonymous: true,
  subject: 'Qasimmarker takes money',
  text: 'The clerk Qasimmarker asked me for ten dinars. قاسمعلامة',
  district: 'Qasimmarker quarter',
  point: { latitude: 31.95671, longitude: 35.91239 },
};
const marker = /qasimmarker|قاسمعلامة|31\.95671|35\.91239/i;

async function everythingKept({ database }: Complaint): Promise<string> {
  const tables = await database.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'complaint'`,
  );
  const rows = [];
  for (const { table } of tables)
    rows.push(...(await database.query<{ row: string }>(`select t::text as row from ${table} t`)));
  return rows.map(({ row }) => row).join('\n');
}

describe('an anonymous report', () => {
  it('keeps its subject, text, district and place encrypted: no column, event or index of words holds them', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret } = await file(complaint, nobody, report);
    expect(await everythingKept(complaint)).not.toMatch(marker);
    const shown = `query ($id: ID!) { case(id: $id) { subject text district point { latitude longitude } governorate { code } } }`;
    const { data } = await complaint.ask(mainFocalPoint, shown, { id });
    expect(data.case).toMatchObject({
      subject: report.subject,
      text: report.text,
      district: report.district,
      point: report.point,
    });
    const own = await complaint.ask(nobody, track, { reference, secret });
    expect(own.data.trackCase).toMatchObject({ subject: report.subject, text: report.text });
    const found = await complaint.ask(operationRoom, list, { filter: { text: 'Qasimmarker' } });
    expect(found.data.cases.totalCount).toBe(0);
    const all = await complaint.ask(operationRoom, list, {});
    expect(all.data.cases.edges[0].node.subject).toBe(report.subject);
  });

  it('is shown to who submits it, and sent again gives the same', async () => {
    const complaint = await openComplaint();
    const input = submission(report);
    const first = await complaint.ask(nobody, submit, { input });
    const second = await complaint.ask(nobody, submit, { input });
    expect(first.data.submitCase.case.subject).toBe(report.subject);
    expect(second.data.submitCase).toEqual(first.data.submitCase);
  });

  it('keeps what its applicant adds later encrypted as well', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret } = await file(complaint, nobody, report);
    const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) { userErrors { code } } }`;
    const input = { reference, secret, expectedVersion: 1, reason: 'Qasimmarker found out.' };
    const { data } = await complaint.ask(nobody, withdraw, { input });
    expect(data.withdrawCase.userErrors).toEqual([]);
    expect(await everythingKept(complaint)).not.toMatch(marker);
    const told = await complaint.ask(
      mainFocalPoint,
      'query ($id: ID!) { case(id: $id) { timeline(last: 1) { edges { node { text } } } } }',
      { id },
    );
    expect(told.data.case.timeline.edges[0].node.text).toBe('Qasimmarker found out.');
  });

  it('differs from a report with a name and from other requests, which are found by their words', async () => {
    const complaint = await openComplaint();
    const named = await file(complaint, layla, { ...report, anonymous: false });
    const [row] = await complaint.database.query<{ subject: string }>(
      'select subject from cases where id = $1',
      [keyOf(named.id)],
    );
    expect(row?.subject).toBe(report.subject);
  });
});

describe('a report that is kept plain', () => {
  it('is encrypted in the background, once, with all that its applicant added', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret } = await file(complaint, nobody, { ...report, anonymous: false });
    const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) { userErrors { code } } }`;
    const input = { reference, secret, expectedVersion: 1, reason: 'Qasimmarker found out.' };
    await complaint.ask(nobody, withdraw, { input });
    expect(await everythingKept(complaint)).toMatch(marker);
    await complaint.database.query('update cases set anonymous = true');
    const words = openSealedWords(complaint.contactKey);
    expect(await sealReports(complaint.database, words)).toBe(1);
    expect(await sealReports(complaint.database, words)).toBe(0);
    expect(await everythingKept(complaint)).not.toMatch(marker);
    const shown = `query ($id: ID!) { case(id: $id) { subject text district point { latitude longitude }
      timeline(last: 1) { edges { node { text } } } } }`;
    const { data } = await complaint.ask(mainFocalPoint, shown, { id });
    const { subject, text, district, point } = report;
    expect(data.case).toMatchObject({ subject, text, district, point });
    expect(data.case.timeline.edges[0].node.text).toBe('Qasimmarker found out.');
  });
});

describe('sealed words', () => {
  const words = openSealedWords(Buffer.alloc(32, 7));
  it('open for their case only, and leave plain text as it is', () => {
    const kept = words.seal('case-1', 'نصّ');
    expect(isSealed(kept)).toBe(true);
    expect(words.open('case-1', kept)).toBe('نصّ');
    expect(words.open('case-1', 'plain')).toBe('plain');
    expect(() => words.open('case-2', kept)).toThrow();
    expect(words.seal('case-1', 'نصّ')).not.toBe(kept);
  });
});
