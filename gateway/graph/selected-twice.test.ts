import fc from 'fast-check';
import { buildSchema, execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyDocument } from '../testing/any-document.ts';
import { post, ToySocket } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
beforeAll(async () => {
  toys = await openToyGraph();
});
afterAll(() => toys[Symbol.asyncDispose]());

const both = [
  { id: '0', subject: 'subject 0', entity: { name: 'name of E0' } },
  { id: '1', subject: 'subject 1', entity: { name: 'name of E1' } },
];

describe('a list that is selected twice', () => {
  it.each([
    '{ cases(first: 2) { id subject } cases(first: 2) { entity { name } } }',
    '{ cases(first: 2) { id subject } ...A } fragment A on Query { cases(first: 2) { entity { name } } }',
    '{ ...A cases(first: 2) { subject entity { name } } } fragment A on Query { cases(first: 2) { id } }',
    `{ ...A ...B } fragment A on Query { cases(first: 2) { id subject } }
     fragment B on Query { cases(first: 2) { entity { name } } }`,
  ])('is one list in the answer to %s', async (query) => {
    expect(await post(toys.gateway.url, query)).toMatchObject({ data: { cases: both } });
  });

  it('is one list whose directives keep their meaning', async () => {
    const query = `query($a: Boolean!, $b: Boolean!) {
      cases(first: 2) { id } cases(first: 2) @include(if: $a) { subject }
      cases(first: 2) @skip(if: $b) { entity { name } }
    }`;
    for (const a of [true, false])
      for (const b of [true, false]) {
        const { data } = await post(toys.gateway.url, query, { variables: { a, b } });
        const cases = both.map(({ id, subject, entity }) => ({
          id,
          ...(a && { subject }),
          ...(!b && { entity }),
        }));
        expect(data).toEqual({ cases });
      }
  });

  it('is one list in the events of a subscription, whose root field may stand twice too', async () => {
    toys.grants.set('amal', [{ role: 'OPERATION_ROOM', scope: null }]);
    const authorization = `Bearer ${await toys.issuer.token('amal')}`;
    const socket = await ToySocket.open(toys.gateway.url, { authorization });
    socket.subscribe(
      's',
      `subscription { operationFeed { version case { actions } } ...A operationFeed { case { actions id } } }
       fragment A on Subscription { operationFeed { case { actions entity { name } } } }`,
    );
    await expect.poll(() => toys.complaint.subscriptions()).toBe(1);
    toys.log.append('1', 7);
    await socket.until(() => socket.events('s', 'operationFeed').length === 1);
    expect(socket.events('s', 'operationFeed')).toEqual([
      { version: 7, case: { actions: ['amal'], id: '1', entity: { name: 'name of E1' } } },
    ]);
    socket.close();
  });
});

describe('whatever is selected, as often as one likes', () => {
  const schema = buildSchema(`
    type Query { cases(first: Int): [Case!]! case(id: ID!): Case }
    type Case { id: ID! subject: String! entity: Entity actions: [String!]! }
    type Entity { code: String! name: String! }
  `);
  const kase = (id: string) => ({
    id,
    subject: `subject ${id}`,
    entity: { code: `E${id}`, name: `name of E${id}` },
    actions: ['nobody'],
  });
  const rootValue = { cases: [kase('0'), kase('1')], case: kase('7') };
  const document = anyDocument(
    {
      Query: { leaves: [], fields: { 'cases(first: 2)': 'Case', 'case(id: "7")': 'Case' } },
      Case: { leaves: ['id', 'subject', 'actions'], fields: { entity: 'Entity' } },
      Entity: { leaves: ['code', 'name'] },
    },
    3,
  );

  it('is answered as one schema would answer', async () => {
    const run = fc.asyncProperty(document, fc.boolean(), fc.boolean(), async (query, a, b) => {
      const variables = { a, b };
      const { data, errors } = await post(toys.gateway.url, query, { variables });
      fc.pre(errors?.[0]?.extensions?.code !== 'MAX_COST_EXCEEDED');
      const expected = await execute({
        schema,
        document: parse(query),
        rootValue,
        variableValues: variables,
      });
      expect(errors).toBeUndefined();
      expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    });
    await fc.assert(run, { numRuns: 100 });
  });
});
