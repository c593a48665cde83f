import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { exampleCase, exampleEvent } from '../testing/case-event.ts';
import { colleague, visitor } from '../testing/open-kpi.ts';
import { openProgram, type TestProgram } from '../testing/open-program.ts';

let kpi: TestProgram;
const march = 'window: { from: "2026-03-01", to: "2026-04-01" }';
const table = (by: string, more = '') =>
  `{ kpiTable(${march}, by: [${by}], names: [RECEIVED]${more}) { keys kpis { value suppressed previous } } }`;
const names = { ar: 'اسم', en: 'Name' };
const told = (type: string, payload: object) => ({
  id: randomUUID(),
  key: randomUUID(),
  version: 1,
  type,
  payload,
});
const category = (code: string, programme: string) =>
  told('category.changed', { code, names, sector: 'S', defaultPillar: 'TIME', programme });

beforeAll(async () => {
  kpi = await openProgram();
  await kpi.directory.publish(
    told('programme.changed', { code: 'HUMAN_RIGHTS', names, restricted: true, coordinated: true }),
    told('programme.changed', { code: 'SMOKING', names, restricted: false, coordinated: true }),
    category('WATER', 'GOVERNMENT_SERVICES'),
    category('DETENTION', 'HUMAN_RIGHTS'),
  );
  const of = (count: number, programme: 'GOVERNMENT_SERVICES' | 'SMOKING' | 'HUMAN_RIGHTS', code: string) =>
    Array.from({ length: count }, () => exampleEvent(exampleCase({ programme, category: code })));
  await kpi.complaint.publish(
    ...of(40, 'GOVERNMENT_SERVICES', 'WATER'),
    ...of(20, 'SMOKING', 'AIR'),
    ...of(10, 'HUMAN_RIGHTS', 'DETENTION'),
  );
  await eventually(async () => {
    const { data } = await kpi.ask(`{ kpis(${march}) { kpi(name: RECEIVED) { value } } }`);
    expect(data?.kpis).toEqual({ kpi: { value: 70 } });
    const [row] = await kpi.database.query<{ terms: number }>('select count(*)::int as terms from term');
    expect(row?.terms).toBe(4);
  });
});
afterAll(() => kpi[Symbol.asyncDispose]());

const rowsOf = async (query: string, viewer = visitor) => {
  const { data } = await kpi.ask(query, viewer);
  const rows = (data?.kpiTable ?? []) as { keys: string[]; kpis: { value: number | null }[] }[];
  return Object.fromEntries(rows.map(({ keys, kpis }) => [keys.join(), kpis[0]?.value]));
};

describe('a programme whose cases are not for everybody', () => {
  it('counts in the total, and has no row of its own for the public, nor one that the total would tell', async () => {
    const { data } = await kpi.ask(`{ kpis(${march}) { kpi(name: RECEIVED) { value } } }`, visitor);
    expect(data?.kpis).toEqual({ kpi: { value: 70 } });
    expect(await rowsOf(table('PROGRAMME'))).toEqual({
      GOVERNMENT_SERVICES: 40,
      SMOKING: null,
      HUMAN_RIGHTS: null,
    });
    expect(await rowsOf(table('PROGRAMME, ENTITY'))).toMatchObject({ 'HUMAN_RIGHTS,MOH': null });
  });

  it('is not told by its categories', async () => {
    expect(await rowsOf(table('CATEGORY'))).toEqual({ WATER: 40, AIR: null, DETENTION: null });
  });

  it.each([
    'programme: [HUMAN_RIGHTS]',
    'programme: [GOVERNMENT_SERVICES, HUMAN_RIGHTS]',
    'category: ["DETENTION"]',
  ])('is not told by a filter: %s', async (filter) => {
    const asked = `filter: { ${filter} }`;
    const { data } = await kpi.ask(
      `{ kpis(${march}, ${asked}) { kpi(name: RECEIVED) { value numerator n previous suppressed } }
           after: kpis(window: { from: "2026-04-01", to: "2026-05-02" }, ${asked}) { kpi(name: RECEIVED) { previous } } }`,
      visitor,
    );
    const nothing = { value: null, numerator: null, n: 0, previous: null, suppressed: true };
    expect(data).toEqual({ kpis: { kpi: nothing }, after: { kpi: { previous: null } } });
    expect(Object.values(await rowsOf(table('ENTITY', `, ${asked}`)))).toEqual([null]);
  });

  it('is counted like any other for staff', async () => {
    expect(await rowsOf(table('PROGRAMME'), colleague)).toMatchObject({ HUMAN_RIGHTS: 10, SMOKING: 20 });
  });
});
