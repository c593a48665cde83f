import { randomUUID } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../../../test/harness/eventually.ts';
import { kpiSchema } from '../schema.ts';
import { type ExampleFacts, exampleCase, exampleEvent } from '../testing/case-event.ts';
import { type EveryQuestion, everyQuestion } from '../testing/every-question.ts';
import { colleague, visitor } from '../testing/open-kpi.ts';
import { openProgram, type TestProgram } from '../testing/open-program.ts';

type Answers = Map<string, unknown>;
const window = '{ from: "2026-03-01", to: "2026-04-01" }';
const march = `window: ${window}`;
const names = { ar: 'اسم', en: 'Name' };
const grant = (role: string, scope: string | null): Viewer => ({ ...colleague, grants: [{ role, scope }] });
const primeMinister = grant('PRIME_MINISTERS_OFFICE', null);
const coordinator = grant('PROGRAMME_COORDINATOR', 'HUMAN_RIGHTS');
const focalPoint = grant('MAIN_FOCAL_POINT', 'MOH');

const told = (type: string, payload: object) => ({
  id: randomUUID(),
  key: randomUUID(),
  version: 1,
  type,
  payload,
});
const category = (code: string, programme: string) =>
  told('category.changed', { code, names, sector: 'HEALTH', defaultPillar: 'TIME', programme });
const entity = (code: string) =>
  told('entity.changed', {
    code,
    names,
    sector: 'HEALTH',
    kind: 'ministry',
    parent: null,
    successor: null,
    validFrom: '2000-01-01',
    validTo: null,
  });

/** Cases at every stage, so that each of them is in some of the figures: six of each. */
function casesOf(facts: ExampleFacts) {
  const due = { originalDueAt: '2026-03-09T12:30:00.000Z', dueAt: '2026-03-09T12:30:00.000Z' };
  const answered = {
    ...due,
    acknowledgedAt: '2026-03-02T09:00:00.000Z',
    publishedAt: '2026-03-10T08:00:00.000Z',
    closedAt: '2026-03-11T08:00:00.000Z',
    workingMinutes: 700,
    reviews: 1,
    approvedAtFirstReview: true,
    quality: { score: 8, max: 10 },
    escalations: (['L0', 'L1', 'L2', 'L3', 'L4'] as const).map((level) => ({
      level,
      at: '2026-03-09T09:00:00.000Z',
    })),
    rating: { score: 5, solved: 'YES' as const, at: '2026-03-11T08:00:00.000Z' },
  };
  const stages: ExampleFacts[] = [
    {},
    { state: 'IN_PROGRESS', importance: 'HIGH', pillar: 'TIME', cycle: due },
    { state: 'CLOSED', importance: 'LOW', pillar: 'TIME', acceptedTransfers: 1, cycle: answered },
  ];
  return stages.flatMap((stage) =>
    Array.from({ length: 6 }, () => exampleEvent(exampleCase({ ...stage, ...facts }))),
  );
}

let kpi: TestProgram;
let questions: EveryQuestion[];
let before: Answers;

async function answersOf(viewer: Viewer): Promise<Answers> {
  const identity = await kpi.keys.signer.sign(viewer, 'kpi');
  const url = `${kpi.program.url.replace('http', 'ws')}/graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { identity } });
  const answers: Answers = new Map();
  for (const { kind, text } of questions) {
    if (kind === 'query') answers.set(text, await kpi.ask(text, viewer));
    else answers.set(text, (await client.iterate({ query: text }).next()).value);
  }
  await client.dispose();
  return answers;
}

const received = async (viewer: Viewer, filter = '') => {
  const { data } = await kpi.ask(`{ kpis(${march}${filter}) { kpi(name: RECEIVED) { value } } }`, viewer);
  return (data as { kpis: { kpi: { value: number | null } } } | null)?.kpis.kpi.value;
};

beforeAll(async () => {
  kpi = await openProgram();
  questions = everyQuestion((await kpiSchema()).schema, window, {
    entity: ['MOH', 'MOE'],
    sector: ['HEALTH'],
    category: ['WATER', 'DETENTION'],
    governorate: ['AMMAN'],
  });
  await kpi.directory.publish(
    told('programme.changed', { code: 'HUMAN_RIGHTS', names, restricted: true, coordinated: true }),
    category('WATER', 'GOVERNMENT_SERVICES'),
    category('DETENTION', 'HUMAN_RIGHTS'),
    entity('MOH'),
    entity('MOE'),
  );
  await kpi.complaint.publish(...casesOf({ category: 'WATER' }), ...casesOf({ entity: 'MOE' }));
  await eventually(async () => {
    const [row] = await kpi.database.query<{ terms: number }>('select count(*)::int as terms from term');
    expect(row?.terms).toBe(6);
    expect(await received(primeMinister)).toBe(36);
  });
  before = await answersOf(visitor);
  // One programme is restricted; of the other the directory has not told.
  await kpi.complaint.publish(
    ...casesOf({ programme: 'HUMAN_RIGHTS', category: 'DETENTION' }),
    ...casesOf({ programme: 'HUMAN_RIGHTS', entity: 'MOE', type: 'REPORT', governorate: 'IRBID' }),
    ...casesOf({ programme: 'SMOKING', channel: 'CHATBOT', applicantKind: null }),
  );
  await eventually(async () => expect(await received(primeMinister)).toBe(90));
});
afterAll(() => kpi[Symbol.asyncDispose]());

describe('what the public may ask', () => {
  it('is answered, every question that the schema lets it ask', () => {
    const fields = new Set(questions.map(({ field }) => field));
    expect([...fields]).toEqual(
      expect.arrayContaining(['Query.kpis', 'Query.kpiTable', 'Subscription.kpiChanged', 'Entity.kpis']),
    );
    for (const answer of before.values()) expect(answer).not.toHaveProperty('errors');
  });

  it('is answered as if programmes whose cases are not for everybody had no cases, summed up or not', async () => {
    const untilSummed = await answersOf(visitor);
    for (const [text, answer] of before) expect([text, untilSummed.get(text)]).toEqual([text, answer]);
    await eventually(async () => {
      const [row] = await kpi.database.query<{ left: number }>(
        'select count(*)::int as left from pending_delta',
      );
      expect(row?.left).toBe(0);
    });
    const summed = await answersOf(visitor);
    for (const [text, answer] of before) expect([text, summed.get(text)]).toEqual([text, answer]);
  });

  it('would be answered differently if they counted: every field with figures is tried', async () => {
    const whole = await answersOf(primeMinister);
    const differing = questions.filter(
      ({ text }) => JSON.stringify(whole.get(text)) !== JSON.stringify(before.get(text)),
    );
    const fields = new Set(differing.map(({ field }) => field));
    const withFigures = questions.filter(({ text }) => text.includes('value')).map(({ field }) => field);
    expect([...fields].sort()).toEqual([...new Set(withFigures)].sort());
  });

  it.each([
    'programme: [HUMAN_RIGHTS]',
    'programme: [GOVERNMENT_SERVICES, HUMAN_RIGHTS]',
    'programme: [SMOKING]',
    'category: ["DETENTION"]',
  ])('names no number at all where a filter names such a programme: %s', async (filter) => {
    const { data } = await kpi.ask(
      `{ kpis(${march}, filter: { ${filter} }) { kpi(name: RECEIVED) { value numerator n previous suppressed } } }`,
      visitor,
    );
    const nothing = { value: null, numerator: null, n: 0, previous: null, suppressed: true };
    expect(data).toEqual({ kpis: { kpi: nothing } });
  });
});

describe('what staff ask', () => {
  it.each<[string, Viewer, number, number]>([
    ['the Prime Minister’s office: all', primeMinister, 90, 54],
    ['the operation room: open programmes', colleague, 36, 18],
    ['the coordinator of a programme: open programmes and hers', coordinator, 72, 36],
    ['a focal point: of the country open programmes, of the own entity all', focalPoint, 36, 54],
  ])('counts the cases that they may see: %s', async (_, viewer, national, ofHealth) => {
    expect(await received(viewer)).toBe(national);
    expect(await received(viewer, ', filter: { entity: ["MOH"] }')).toBe(ofHealth);
    const { data } = await kpi.ask(
      `{ _entities(representations: [{ __typename: "Entity", code: "MOE" }, { __typename: "Entity", code: "MOH" }]) {
           ... on Entity { kpis(${march}) { kpi(name: RECEIVED) { value } } } } }`,
      viewer,
    );
    const { _entities: found } = data as unknown as { _entities: unknown[] };
    expect(found[1]).toEqual({ kpis: { kpi: { value: ofHealth } } });
  });
});
