import { fromGlobalId, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { findBrokenLink } from '../audit/audit.store.ts';
import { approve, classify, file, postId, propose, start } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { importer, layla, operationRoom } from '../testing/viewers.ts';

const importCases = `mutation ($records: [ImportedCaseInput!]!) { importCases(input: { records: $records }) {
  results { sourceId imported reference userErrors { field code message } } } }`;
const record = (sourceId: string, more: object = {}) => ({
  source: 'city311',
  sourceId,
  type: 'COMPLAINT',
  subject: `Pothole ${sourceId}`,
  text: 'A pothole in the street.',
  entityCode: 'MOH',
  categoryCode: 'WAIT',
  channel: 'CONTACT_CENTRE',
  language: 'EN',
  submittedAt: '2018-04-12T11:11:26+03:00',
  ...more,
});
const answer = { outcome: 'SOLVED', answer: 'It was filled.' };
const closed = { publishedAt: '2018-04-12T12:45:47+03:00', closedAt: '2018-04-12T12:45:47+03:00', ...answer };

async function send(complaint: Complaint, records: object[]) {
  const { data, errors } = await complaint.ask(importer, importCases, { records });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.importCases.results;
}
const events = ({ database }: Complaint) =>
  database.query<{
    version: number;
    payload: { action: null; from: string | null; case: { state: string } };
  }>(
    `select version, payload from (select version, payload, type from event_log union all select version, payload, type from outbox) e
    where type = 'case.import' order by version`,
  );

describe('importing records', () => {
  it('takes withdrawn and anonymous records and their place; the words of an anonymous report are encrypted', async () => {
    const complaint = await openComplaint();
    const point = { latitude: 31.9539, longitude: 35.9106 };
    const results = await send(complaint, [
      record('w', { withdrawnAt: '2018-04-12T12:45:47+03:00', point }),
      record('r', { type: 'REPORT', anonymous: true, subject: 'Bribe asked at a desk', point }),
    ]);
    expect(results.map(({ userErrors }: { userErrors: object[] }) => userErrors)).toEqual([[], []]);
    const rows = await complaint.database.query(
      `select c.source_id as id, c.state, c.anonymous, c.subject like '%Bribe%' as readable, f.latitude,
         f.sealed_point is not null as sealed, f.search_document = '' as "isUnsearched"
       from cases c join submission_content f on f.case_id = c.id order by c.source_id`,
    );
    expect(rows).toEqual([
      {
        id: 'r',
        state: 'SUBMITTED',
        anonymous: true,
        readable: false,
        latitude: null,
        sealed: true,
        isUnsearched: true,
      },
      {
        id: 'w',
        state: 'WITHDRAWN',
        anonymous: false,
        readable: false,
        latitude: 31.9539,
        sealed: false,
        isUnsearched: false,
      },
    ]);
    const { data } = await complaint.ask(
      operationRoom,
      'query ($r: String!) { caseByReference(reference: $r) { subject } }',
      {
        r: results[1].reference,
      },
    );
    expect(data.caseByReference.subject).toBe('Bribe asked at a desk');
  });

  it('keeps the times that they bear, marked, audited and told in the timeline', async () => {
    const complaint = await openComplaint();
    const [result] = await send(complaint, [
      record('1', {
        ...closed,
        acknowledgedAt: '2018-04-12T11:30:00+03:00',
        dueAt: '2018-04-13T11:11:26+03:00',
        importance: 'LOW',
        pillar: 'TIME',
        rating: { score: 5, solved: 'YES', at: '2018-04-20T09:00:00+03:00' },
      }),
    ]);
    expect(result).toMatchObject({
      imported: true,
      userErrors: [],
      reference: expect.stringMatching(/^BK-2018-/),
    });
    const { data } = await complaint.ask(
      operationRoom,
      `query ($r: String!) { caseByReference(reference: $r) { id imported state version submittedAt
        answer { text outcome publishedAt } rating { score ratedAt } sla { status dueAt originalDueAt acknowledgedAt }
        timeline { edges { node { at action by state } } } } }`,
      { r: result.reference },
    );
    const kase = data.caseByReference;
    expect(kase).toMatchObject({
      imported: true,
      state: 'CLOSED',
      version: 1,
      submittedAt: '2018-04-12T11:11:26.000+03:00',
      answer: { text: 'It was filled.', outcome: 'SOLVED', publishedAt: '2018-04-12T12:45:47.000+03:00' },
      rating: { score: 5, ratedAt: '2018-04-20T09:00:00.000+03:00' },
      sla: {
        status: 'STOPPED',
        dueAt: '2018-04-13T11:11:26.000+03:00',
        originalDueAt: '2018-04-13T11:11:26.000+03:00',
      },
    });
    expect(
      kase.timeline.edges.map(({ node }: { node: Record<string, string> }) => [
        node.action,
        node.by,
        node.state,
      ]),
    ).toEqual([
      ['SUBMIT', 'IMPORTER', 'SUBMITTED'],
      ['CLASSIFY', 'IMPORTER', 'ASSIGNED'],
      ['APPROVE_ANSWER', 'IMPORTER', 'RESOLVED'],
      ['RATE', 'IMPORTER', 'CLOSED'],
      [null, 'IMPORTER', 'CLOSED'],
    ]);
    expect(await events(complaint)).toMatchObject([{ version: 1, payload: { action: null, from: null } }]);
    const { key } = fromGlobalId(kase.id);
    const audited = await complaint.database.query(
      'select actor, actor_kind, action from audit where case_id = $1',
      [key],
    );
    expect(audited).toEqual([{ actor: 'p-importer', actor_kind: 'IMPORTER', action: 'IMPORT' }]);
    expect(await findBrokenLink(complaint.database, key)).toBeNull();
  });

  it('refuses bad ones one by one and takes the others', async () => {
    const complaint = await openComplaint();
    const results = await send(complaint, [
      record('1'),
      record('2', { entityCode: 'NOPE' }),
      record('3', { closedAt: '2018-04-01T00:00:00+03:00' }),
      record('4', { text: '\u0000 \u200b' }),
      record('5'),
    ]);
    expect(
      results.map((result: { sourceId: string; imported: boolean }) => [result.sourceId, result.imported]),
    ).toEqual([
      ['1', true],
      ['2', false],
      ['3', false],
      ['4', false],
      ['5', true],
    ]);
    expect(results[2].userErrors[0]).toMatchObject({ code: 'TIME_ORDER', field: ['closedAt'] });
  });

  it('again changes nothing, unless a record has moved on', async () => {
    const complaint = await openComplaint();
    const [first] = await send(complaint, [record('1')]);
    expect(await send(complaint, [record('1')])).toEqual([first]);
    expect(await events(complaint)).toHaveLength(1);
    expect(await send(complaint, [record('1', closed)])).toEqual([first]);
    expect(await send(complaint, [record('1', closed)])).toEqual([first]);
    expect(await events(complaint)).toMatchObject([
      { version: 1, payload: { from: null, case: { state: 'SUBMITTED' } } },
      { version: 2, payload: { from: 'SUBMITTED', case: { state: 'CLOSED' } } },
    ]);
    const actions = await complaint.database.query<{ action: string }>(
      'select action from timeline order by seq',
    );
    expect(actions.map(({ action }) => action)).toEqual(['SUBMIT', null, 'APPROVE_ANSWER', 'CLOSE', null]);
  });

  it('again, writes nothing over a step made while it waited for the case', async () => {
    const complaint = await openComplaint();
    await send(complaint, [record('1')]);
    const { database } = complaint;
    const pause = [{ from: Date.now() - 60_000, to: null }];
    const sent = await database.transaction(async (tx) => {
      await tx.query('select id from cases for no key update');
      const waiting = send(complaint, [record('1', closed)]);
      await eventually(async () => {
        const [row] = await database.query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(row?.n).toBeGreaterThan(0);
      });
      await tx.query('update cycle set pauses = $1', [JSON.stringify(pause)]);
      return { waiting };
    });
    await sent.waiting;
    const [kept] = await database.query<{ pauses: unknown; state: string }>(
      'select y.pauses, c.state from cycle y join cases c on c.id = y.case_id',
    );
    expect(kept).toEqual({ pauses: pause, state: 'SUBMITTED' });
  });

  it('again, closes no case that was reopened here', async () => {
    const complaint = await openComplaint();
    await send(complaint, [record('1', closed)]);
    const [{ id = '', version = 0 } = {}] = await complaint.database.query<{ id: string; version: number }>(
      'select id, version from cases',
    );
    const reopen = `mutation ($input: ReopenByStaffInput!) { reopenByStaff(input: $input) {
      case { version state } userErrors { code } } }`;
    const caseId = toGlobalId('Case', id);
    const { data } = await complaint.ask(operationRoom, reopen, {
      input: { caseId, expectedVersion: version, reason: 'The hole is there again.' },
    });
    expect(data.reopenByStaff.userErrors).toEqual([]);
    await send(complaint, [record('1', closed)]);
    const [kase] = await complaint.database.query('select state, version, cycle from cases');
    expect(kase).toEqual({ state: 'IN_PROGRESS', version: version + 1, cycle: 2 });
  });

  it('again, opens to nobody what was classified into a restricted programme here', async () => {
    const complaint = await openComplaint();
    await send(complaint, [record('1', { entityCode: null, categoryCode: null })]);
    await complaint.database.query(
      `update cases set restricted = true, programme = 'SMOKING', category = 'SMOKING', entity = 'MOH'`,
    );
    await send(complaint, [record('1', { ...closed, entityCode: null, categoryCode: null })]);
    const [kase] = await complaint.database.query(
      'select state, restricted, programme, category, entity from cases',
    );
    const kept = { restricted: true, programme: 'SMOKING', category: 'SMOKING', entity: 'MOH' };
    expect(kase).toEqual({ state: 'CLOSED', ...kept });
  });

  it('in parallel, the same batch twice, gives one case each', async () => {
    const complaint = await openComplaint();
    const batch = Array.from({ length: 50 }, (_, i) => record(`p-${i}`));
    const [one, two] = await Promise.all([send(complaint, batch), send(complaint, [...batch].reverse())]);
    expect(one.every((result: { imported: boolean }) => result.imported)).toBe(true);
    expect(two.toReversed()).toEqual(one);
    expect(await events(complaint)).toHaveLength(50);
  });

  it('takes the last of several with one key', async () => {
    const complaint = await openComplaint();
    const results = await send(complaint, [record('1'), record('1', closed)]);
    expect(results[0]).toEqual(results[1]);
    expect(await events(complaint)).toMatchObject([{ payload: { case: { state: 'CLOSED' } } }]);
  });

  it('is the importer’s alone, at most 200 at a time', async () => {
    const complaint = await openComplaint();
    const { errors } = await complaint.ask(layla, importCases, { records: [record('1')] });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const many = Array.from({ length: 201 }, (_, i) => record(String(i)));
    const tooMany = await complaint.ask(importer, importCases, { records: many });
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('takes 2,000 records in batches of 200', async () => {
    const complaint = await openComplaint();
    for (let batch = 0; batch < 10; batch++) {
      await send(
        complaint,
        Array.from({ length: 200 }, (_, i) => record(`${batch}-${i}`, closed)),
      );
    }
    const [row] = await complaint.database.query<{ n: number }>('select count(*)::int as n from cases');
    expect(row?.n).toBe(2_000);
  });
});

describe('an importer in live mode', () => {
  it('works on what it filed itself, review included', async () => {
    const complaint = await openComplaint();
    const { id: caseId } = await file(complaint, importer);
    const steps: [string, string, object][] = [
      [
        'classifyCase',
        classify,
        { importance: 'LOW', pillar: 'TIME', categoryCode: 'WAIT', assigneePostId: postId('MOH-SFP-1') },
      ],
      ['startCase', start, {}],
      ['proposeAnswer', propose, { outcome: 'SOLVED', text: 'As the other system says: it was filled.' }],
      ['approveAnswer', approve, {}],
    ];
    let expectedVersion = 1;
    for (const [name, document, more] of steps) {
      const { data } = await complaint.ask(importer, document, {
        input: { caseId, expectedVersion, ...more },
      });
      expect(data[name].userErrors, name).toEqual([]);
      expectedVersion = data[name].case.version;
      expect(data[name].case.holder).toEqual({ id: postId('MOH-SFP-1') });
    }
    const by = await complaint.database.query<{ actor: string }>('select distinct actor from timeline');
    expect(by).toEqual([{ actor: 'IMPORTER' }]);
  });

  it('not on others’', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    const { errors } = await complaint.ask(importer, start, { input: { caseId: id, expectedVersion: 1 } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
