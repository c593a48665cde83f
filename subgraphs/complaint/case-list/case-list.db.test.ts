import { describe, expect, it } from 'vitest';
import { assign, file, list } from '../testing/documents.ts';
import { copyCase } from '../testing/many-cases.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  agent,
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  person,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

interface Listed {
  id: string;
  reference: string;
}
const ids = async (complaint: Complaint, filter: object, viewer = operationRoom): Promise<string[]> => {
  const { data, errors } = await complaint.ask(viewer, list, { filter, first: 100 });
  if (!data) throw new Error(JSON.stringify(errors));
  expect(data.cases.totalCount).toBe(data.cases.edges.length);
  return data.cases.edges.map(({ node }: { node: Listed }) => node.id);
};

describe('lists', () => {
  it('hold what the viewer may see as staff, and nothing for others', async () => {
    const complaint = await openComplaint();
    const health = await file(complaint, layla);
    const water = await file(complaint, layla, { entityCode: 'MIYAHUNA' });
    const unknown = await file(complaint, layla, { entityCode: null });
    expect(await ids(complaint, {})).toEqual([unknown.id, water.id, health.id]);
    expect(await ids(complaint, {}, mainFocalPoint)).toEqual([health.id]);
    expect(await ids(complaint, { entity: ['MIYAHUNA'] }, mainFocalPoint)).toEqual([]);
    expect(await ids(complaint, {}, waterFocalPoint)).toEqual([water.id]);
    for (const viewer of [layla, nobody]) expect(await ids(complaint, {}, viewer)).toEqual([]);
    const minister = person(
      'p-m',
      { role: 'MINISTER', scope: 'MOH' },
      { role: 'MINISTER', scope: 'MIYAHUNA' },
    );
    expect(await ids(complaint, {}, minister)).toEqual([water.id, health.id]);
  });

  it('of a coordinator are found along an index, however few cases a programme has among many', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    await copyCase(complaint, kase.id, 20_000);
    const { id } = await file(complaint, layla, { categoryCode: 'SMOKING' });
    const { database } = complaint;
    await database.query('vacuum analyze cases');
    const asked: { text: string; values: unknown[] }[] = [];
    const query = database.query.bind(database);
    database.query = (text, values = []) => {
      asked.push({ text, values: [...values] });
      return query(text, [...values]);
    };
    const coordinator = person('p-co', { role: 'PROGRAMME_COORDINATOR', scope: 'SMOKING' });
    for (const orderBy of ['NEWEST', 'NEXT_BREACH']) {
      const { data } = await complaint.ask(coordinator, list, { filter: { open: true }, orderBy, first: 20 });
      expect(data.cases.edges.map(({ node }: { node: Listed }) => node.id)).toEqual([id]);
    }
    const lists = asked.filter(({ text }) => text.includes('order by c.'));
    expect(lists).toHaveLength(2);
    for (const { text, values } of lists) {
      const plan = await query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('cases_programme_');
    }
  });

  it('of one’s own cases hold what one filed by name', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    await file(complaint, layla, { anonymous: true });
    await file(complaint, omar);
    const mine = '{ myCases { edges { node { id } } totalCount } }';
    const { data } = await complaint.ask(layla, mine);
    expect(data.myCases).toEqual({ edges: [{ node: { id } }], totalCount: 1 });
    expect((await complaint.ask(nobody, mine)).data.myCases.totalCount).toBe(0);
  });

  it('of an entity are reached through the entity, in its scope only', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const ask = `{ _entities(representations: [{ __typename: "Entity", code: "MOH" }, { __typename: "Entity", code: "MIYAHUNA" }]) {
      ... on Entity { code cases { edges { node { id } } } } } }`;
    const seen = await complaint.ask(mainFocalPoint, ask);
    expect(seen.data._entities).toEqual([
      { code: 'MOH', cases: { edges: [{ node: { id } }] } },
      { code: 'MIYAHUNA', cases: { edges: [] } },
    ]);
    const stranger = await complaint.ask(omar, ask);
    expect(stranger.data._entities[0].cases.edges).toEqual([]);
  });

  it('are narrowed by each filter', async () => {
    const complaint = await openComplaint();
    const a = await file(complaint, agent, { type: 'INQUIRY', categoryCode: 'SMOKING' });
    const b = await file(complaint, nobody, { entityCode: 'MIYAHUNA', governorateCode: null });
    const c = await file(complaint, nobody, { entityCode: null });
    await assign(complaint, a, { importance: 'CRITICAL', pillar: 'QUALITY' });
    const cases: [object, string[]][] = [
      [{ entity: ['MOH', 'MIYAHUNA'] }, [b.id, a.id]],
      [{ entity: [''] }, [c.id]],
      [{ entity: ['', 'MOH'] }, [c.id, a.id]],
      [{ governorate: [''] }, [b.id]],
      [{ sector: ['WATER'] }, [b.id]],
      [{ sector: ['NONE'] }, []],
      [{ type: ['INQUIRY'] }, [a.id]],
      [{ state: ['SUBMITTED'] }, [c.id, b.id]],
      [{ importance: ['CRITICAL'] }, [a.id]],
      [{ pillar: ['QUALITY'], type: ['COMPLAINT'] }, []],
      [{ channel: ['CONTACT_CENTRE', 'WEB'] }, [c.id, b.id, a.id]],
      [{ governorate: ['AMMAN'] }, [c.id, a.id]],
      [{ category: ['WAIT'] }, [c.id, b.id, a.id]],
      [{ open: true, unassigned: false }, [a.id]],
      [{ open: false }, []],
      [{ unassigned: true }, [c.id, b.id]],
      [{ sla: ['ON_TIME', 'DUE_SOON'] }, [c.id, b.id, a.id]],
      [{ sla: ['STOPPED', 'PAUSED'] }, []],
      [{ sla: [] }, []],
      [{ submitted: { from: '2020-01-01', to: '2079-01-01' } }, [c.id, b.id, a.id]],
      [{ submitted: { from: '2020-01-01', to: '2020-01-02' } }, []],
    ];
    for (const [filter, wanted] of cases)
      expect(await ids(complaint, filter), JSON.stringify(filter)).toEqual(wanted);
    expect(await ids(complaint, { mine: true }, subFocalPoint)).toEqual([a.id]);
    expect(await ids(complaint, { mine: true }, mainFocalPoint)).toEqual([]);
  });

  it('know what is overdue at this very moment, without any event', async () => {
    const complaint = await openComplaint();
    const late = await file(complaint);
    const soon = await file(complaint);
    const fine = await file(complaint);
    const { database } = complaint;
    const key = (id: string) => Buffer.from(id, 'base64url').toString().slice(5);
    await database.query(
      `update cases set due_soon_at = now() - interval '2 days', next_deadline_at = now() - interval '1 second' where id = $1`,
      [key(late.id)],
    );
    await database.query(
      `update cases set due_soon_at = now() - interval '1 hour', next_deadline_at = now() + interval '1 hour' where id = $1`,
      [key(soon.id)],
    );
    await database.query(
      `update cases set due_soon_at = now() + interval '1 hour', next_deadline_at = now() + interval '2 hours' where id = $1`,
      [key(fine.id)],
    );
    expect(await ids(complaint, { overdue: true })).toEqual([late.id]);
    expect(await ids(complaint, { overdue: false })).toEqual([fine.id, soon.id]);
    expect(await ids(complaint, { sla: ['OVERDUE'] })).toEqual([late.id]);
    expect(await ids(complaint, { sla: ['DUE_SOON'] })).toEqual([soon.id]);
    expect(await ids(complaint, { sla: ['ON_TIME', 'OVERDUE'] })).toEqual([fine.id, late.id]);
  });

  it.each(['NEWEST', 'OLDEST', 'NEXT_BREACH'])('are paged by keyset in the order %s', async (orderBy) => {
    const complaint = await openComplaint();
    const filed: string[] = [];
    for (let i = 0; i < 7; i++) filed.push((await file(complaint)).id);
    await complaint.database.query(
      `update cases set state = 'CLOSED', next_deadline_at = 'infinity' where id in (select id from cases order by id limit 3)`,
    );
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data } = await complaint.ask(operationRoom, list, { orderBy, first: 2, after });
      seen.push(...data.cases.edges.map(({ node }: { node: Listed }) => node.id));
      expect(data.cases.totalCount).toBe(7);
      after = data.cases.pageInfo.endCursor;
      if (!data.cases.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen).size).toBe(7);
    if (orderBy === 'NEWEST') expect(seen).toEqual(filed.toReversed());
    if (orderBy === 'OLDEST') expect(seen).toEqual(filed);
    if (orderBy === 'NEXT_BREACH') expect(seen).toEqual([...filed.slice(3), ...filed.slice(0, 3)]);
  });

  it('refuse more than a hundred, a foreign cursor and a window turned round', async () => {
    const complaint = await openComplaint();
    await file(complaint);
    const newest = await complaint.ask(operationRoom, list, { first: 1, orderBy: 'NEWEST' });
    const after = newest.data.cases.pageInfo.endCursor;
    const wrong = [
      { first: 101 },
      { first: 0 },
      { after: 'abc' },
      { after, orderBy: 'NEXT_BREACH' },
      { filter: { submitted: { from: '2026-02-01', to: '2026-01-01' } } },
    ];
    for (const variables of wrong) {
      const { errors } = await complaint.ask(operationRoom, list, variables);
      expect(errors?.[0]?.extensions.code, JSON.stringify(variables)).toBe('BAD_USER_INPUT');
    }
  });
});
