import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../test/harness/eventually.ts';
import { type ExampleFacts, exampleCase, exampleEvent } from './testing/case-event.ts';
import { program as anotherProgram, colleague, visitor } from './testing/open-kpi.ts';
import { openProgram, type TestProgram } from './testing/open-program.ts';

let kpi: TestProgram;

const march = 'window: { from: "2026-03-01", to: "2026-04-01" }';
const names = (ar: string, en: string) => ({ ar, en });
const told = (type: string, payload: unknown, version = 1) => ({
  id: randomUUID(),
  key: randomUUID(),
  version,
  type,
  payload,
});
const entity = (code: string, sector: string, en: string) =>
  told('entity.changed', {
    code,
    names: names('جهة', en),
    sector,
    kind: 'ministry',
    parent: null,
    successor: null,
    validFrom: '2000-01-01',
    validTo: null,
  });
const cases = (count: number, facts: ExampleFacts = {}) =>
  Array.from({ length: count }, () => exampleEvent(exampleCase(facts)));
const rated = (score: number): ExampleFacts => ({
  state: 'CLOSED',
  cycle: {
    publishedAt: '2026-03-10T08:00:00.000Z',
    workingMinutes: 2_000,
    rating: { score, solved: 'YES', at: '2026-03-11T08:00:00.000Z' },
  },
});

beforeAll(async () => {
  kpi = await openProgram(2);
  await kpi.directory.publish(
    told('sector.changed', { code: 'HEALTH', names: names('الصحة', 'Health'), order: 1 }),
    told('sector.changed', { code: 'EDU', names: names('التعليم', 'Education'), order: 2 }),
    entity('MOH', 'HEALTH', 'Ministry of Health'),
    entity('JFDA', 'HEALTH', 'Food and Drug Administration'),
    entity('MOE', 'EDU', 'Ministry of Education'),
    told('governorate.changed', { code: 'AMMAN', iso: 'JO-AM', names: names('عمّان', 'Amman') }),
    told('post.changed', { key: 'MOH-MFP' }),
  );
  await kpi.complaint.publish(
    ...cases(7, { entity: 'MOH' }),
    ...cases(6, { entity: 'JFDA', governorate: null }),
    ...cases(3, { entity: 'MOE' }),
    ...cases(1, { entity: null }),
    ...cases(40, { ...rated(5), entity: 'MOH', type: 'INQUIRY' }),
    ...cases(30, { ...rated(4), entity: 'JFDA', type: 'INQUIRY' }),
    ...cases(1, { ...rated(1), entity: 'JFDA', type: 'INQUIRY' }),
    ...cases(8, { ...rated(5), entity: 'MOE', type: 'INQUIRY' }),
  );
  await eventually(async () => {
    const { data } = await kpi.ask(`{ kpis(${march}) { kpi(name: RECEIVED) { value } } }`);
    expect(data?.kpis).toEqual({ kpi: { value: 96 } });
  });
});
afterAll(() => kpi[Symbol.asyncDispose]());

describe('the KPI subgraph as a program', () => {
  it('answers nobody without our identity', async () => {
    for (const headers of [{}, await kpi.keys.headersFor(colleague, 'complaint')]) {
      const response = await fetch(`${kpi.program.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      expect(response.status).toBe(401);
    }
  });

  it('counts each event once though two programs follow', async () => {
    const [row] = await kpi.database.query<{ cycles: number }>('select count(*)::int as cycles from cycle');
    expect(row?.cycles).toBe(96);
    const { data } = await kpi.ask(`{ kpis(${march}) { kpi(name: RECEIVED) { value } } }`);
    expect(data?.kpis).toEqual({ kpi: { value: 96 } });
  });

  it('sums up by itself, and nothing changes by it', async () => {
    await eventually(async () => {
      const [row] = await kpi.database.query<{ left: number }>(
        'select count(*)::int as left from pending_delta',
      );
      expect(row?.left).toBe(0);
    });
    const { data } = await kpi.ask(`{ kpis(${march}) { kpi(name: RECEIVED) { value } } }`);
    expect(data?.kpis).toEqual({ kpi: { value: 96 } });
  });

  it('gives each figure with what it is made of, its formula in both languages, target and moment', async () => {
    const { data } = await kpi.ask(`{ kpis(${march}, filter: { type: [INQUIRY] }) {
      window { from to }
      kpi(name: SATISFACTION) { name label value numerator denominator n previous target unit suppressed
        formula ar: formula(lang: AR) asOf }
      all { name unit formula(lang: EN) } } }`);
    const { kpi: figure, all, window } = (data as { kpis: Record<string, never> } | null)?.kpis ?? {};
    expect(window).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(figure).toMatchObject({
      name: 'SATISFACTION',
      label: 'Applicants who are satisfied',
      value: 78 / 79,
      numerator: 78,
      denominator: 79,
      n: 79,
      previous: null,
      target: 0.8,
      unit: 'RATIO',
      suppressed: false,
      formula: expect.stringContaining('÷ all ratings'),
      ar: expect.stringContaining('÷ كل التقييمات'),
      asOf: expect.stringMatching(/\+03:00$/),
    });
    expect(all).toHaveLength(19);
  });

  it('compares with the window of equal length before', async () => {
    const { data } = await kpi.ask(`{
      kpis(window: { from: "2026-04-01", to: "2026-05-02" }) { kpi(name: RECEIVED) { value previous differsFromPrevious } }
      kpiTable(window: { from: "2026-03-03", to: "2026-03-04" }, by: [TYPE], names: [RECEIVED]) { keys } }`);
    expect(data?.kpis).toEqual({ kpi: { value: 0, previous: 96, differsFromPrevious: true } });
    expect(data?.kpiTable).toEqual([]);
  });

  it('breaks figures down, with the names that the directory gives', async () => {
    const { data } = await kpi.ask(`{ kpiTable(${march}, by: [SECTOR, GOVERNORATE], names: [RECEIVED]) {
      keys labels ar: labels(lang: AR) kpis { value } } }`);
    expect(data?.kpiTable).toEqual([
      {
        keys: ['HEALTH', 'AMMAN'],
        labels: ['Health', 'Amman'],
        ar: ['الصحة', 'عمّان'],
        kpis: [{ value: 78 }],
      },
      {
        keys: ['EDU', 'AMMAN'],
        labels: ['Education', 'Amman'],
        ar: ['التعليم', 'عمّان'],
        kpis: [{ value: 11 }],
      },
      {
        keys: ['HEALTH', ''],
        labels: ['Health', 'Not set'],
        ar: ['الصحة', 'غير محدد'],
        kpis: [{ value: 6 }],
      },
      { keys: ['', 'AMMAN'], labels: ['Not set', 'Amman'], ar: ['غير محدد', 'عمّان'], kpis: [{ value: 1 }] },
    ]);
  });

  it('ranks satisfaction by what it is at least, and those on fewer than 30 ratings last', async () => {
    const { data } = await kpi.ask(
      `{ kpiTable(${march}, by: [ENTITY], names: [SATISFACTION]) { keys kpis { value n } } }`,
    );
    const rows = (data as { kpiTable: { keys: string[] }[] } | null)?.kpiTable ?? [];
    expect(rows.map(({ keys }) => keys[0])).toEqual(['MOH', 'JFDA', 'MOE']);
  });

  it('gives a series a row for each day, also where nothing was counted', async () => {
    const { data } = await kpi.ask(`{ kpiTable(window: { from: "2026-03-01", to: "2026-03-05" }, by: [DAY],
      names: [RECEIVED]) { keys kpis { value previous } } }`);
    expect(data?.kpiTable).toEqual(
      [0, 96, 0, 0].map((value, index) => ({
        keys: [`2026-03-0${index + 1}`],
        kpis: [{ value, previous: null }],
      })),
    );
  });

  it('gives many entities their figures by one statement', async () => {
    const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Entity { code kpis(${march}) { kpi(name: RECEIVED) { value } } } } }`;
    const refs = ['MOH', 'MOE', 'NOWHERE'].map((code) => ({ __typename: 'Entity', code }));
    const { data } = await kpi.ask(query, anotherProgram, { refs });
    expect(data?._entities).toEqual([
      { code: 'MOH', kpis: { kpi: { value: 47 } } },
      { code: 'MOE', kpis: { kpi: { value: 11 } } },
      { code: 'NOWHERE', kpis: { kpi: { value: 0 } } },
    ]);
  });

  it.each([
    ['kpis(window: { from: "2026-03-02", to: "2026-03-02" }) { all { name } }', 'must end after'],
    [`kpiTable(${march}, by: [], names: [RECEIVED]) { keys }`, 'one or two'],
    [`kpiTable(${march}, by: [TYPE, PILLAR, CHANNEL], names: [RECEIVED]) { keys }`, 'one or two'],
    [`kpiTable(${march}, by: [DAY, WEEK], names: [RECEIVED]) { keys }`, 'one dimension of time'],
    [`kpiTable(${march}, by: [DAY], names: [OVERDUE_NOW]) { keys }`, 'OVERDUE_NOW is of now'],
    [`kpiTable(${march}, by: [TYPE], names: []) { keys }`, 'at least one'],
    [`kpiTable(${march}, by: [TYPE], names: [RECEIVED], first: 0) { keys }`, 'from 1 to 2,000'],
    [
      'kpiTable(window: { from: "2016-01-01", to: "2026-01-01" }, by: [DAY], names: [RECEIVED]) { keys }',
      '1,100',
    ],
  ])('refuses %s', async (field, reason) => {
    const { errors } = await kpi.ask(`{ ${field} }`);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain(reason);
  });
});

describe('the public', () => {
  const table = `{ kpiTable(${march}, by: [ENTITY], names: [RECEIVED], filter: { type: [COMPLAINT] }) {
    keys kpis { value n suppressed } } }`;

  it('sees figures, but no cell of fewer than five cases', async () => {
    const { data } = await kpi.ask(table, visitor);
    expect(data?.kpiTable).toEqual([
      { keys: ['MOH'], kpis: [{ value: 7, n: 7, suppressed: false }] },
      { keys: ['JFDA'], kpis: [{ value: 6, n: 6, suppressed: false }] },
      { keys: ['MOE'], kpis: [{ value: null, n: 0, suppressed: true }] },
      { keys: [''], kpis: [{ value: null, n: 0, suppressed: true }] },
    ]);
  });

  it('is shown no small figure by way of a filter, an entity, or the window after', async () => {
    const filtered = 'filter: { type: [COMPLAINT], entity: ["MOE"] }';
    const { data } = await kpi.ask(
      `{ kpis(${march}, ${filtered}) { kpi(name: RECEIVED) { value suppressed } }
         after: kpis(window: { from: "2026-04-01", to: "2026-05-02" }, ${filtered}) {
           kpi(name: RECEIVED) { value previous suppressed } } }`,
      visitor,
    );
    expect(data?.kpis).toEqual({ kpi: { value: null, suppressed: true } });
    expect(data?.after).toEqual({ kpi: { value: 0, previous: null, suppressed: false } });
  });

  it('is also whoever is signed in without a post', async () => {
    const { data } = await kpi.ask(table, { ...colleague, grants: [] });
    expect(JSON.stringify(data)).toContain('"suppressed":true');
  });

  it('is not staff', async () => {
    const { data } = await kpi.ask(table, colleague);
    expect(JSON.stringify(data)).not.toContain('"suppressed":true');
  });
});
