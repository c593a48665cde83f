import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
beforeAll(async () => {
  toys = await openToyGraph();
  url = toys.gateway.url;
});
afterAll(() => toys[Symbol.asyncDispose]());

const english = { 'accept-language': 'en' };
const refusal = async (query: string, variables?: Record<string, unknown>) => {
  const { errors, ...answer } = await post(url, query, { headers: english, ...(variables && { variables }) });
  expect(answer).not.toHaveProperty('data');
  expect(errors).toHaveLength(1);
  return errors?.[0];
};

describe('an operation that is odd', () => {
  it.each([
    ['cases(first: 1000000000) { id }', undefined],
    ['cases(first: 101) { id }', undefined],
    ['cases(first: $first) { id }', 2_000_000_000],
  ])('asks for a longer page than there is: %s', async (field, first) => {
    const query = first ? `query($first: Int) { ${field} }` : `{ ${field} }`;
    expect(await refusal(query, { first })).toMatchObject({
      message: '"first" must be between 1 and 100.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each(['{ __typename: received }', '{ case(id: "1") { __typename: subject entity { name } } }'])(
    'gives an answer the name under which types are asked: %s',
    async (query) => {
      expect(await refusal(query)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    },
  );

  it('asks for a type under other names, as often as it likes', async () => {
    const { data } = await post(
      url,
      '{ t: __typename case(id: "1") { a: __typename b: __typename __typename } }',
    );
    expect(data).toEqual({ t: 'Query', case: { a: 'Case', b: 'Case', __typename: 'Case' } });
  });

  it('asks for the schema beside data', async () => {
    expect(await refusal('{ __schema { queryType { name } } received }')).toMatchObject({
      message: expect.stringContaining('in an operation of its own'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const { data } = await post(url, '{ __type(name: "Case") { name } __typename }');
    expect(data).toMatchObject({ __type: { name: 'Case' } });
  });

  it('repeats directives on one field: refused once, before anything is validated', async () => {
    for (const query of [
      `query cop { __typename ${'@aa'.repeat(10)} }`,
      `query cop ${'@aa'.repeat(10)} { __typename }`,
      `query cop($a: ID ${'@aa'.repeat(10)}) { case(id: $a) { id } }`,
      `{ ...F ${'@include(if: true)'.repeat(10)} } fragment F on Query { received }`,
    ]) {
      expect(await refusal(query)).toMatchObject({ extensions: { code: 'MAX_COST_EXCEEDED' } });
    }
  });

  it.each([
    ['lists', `{ case(id: ${'['.repeat(20_000)}) { id } }`],
    ['closed lists', `{ case(id: ${'['.repeat(900)}1${']'.repeat(900)}) { id } }`],
    ['objects', `{ case(id: ${'{a:'.repeat(20_000)}) { id } }`],
    ['list types', `query($a: ${'['.repeat(20_000)}) { case(id: $a) { id } }`],
    ['fields', `${'{ case '.repeat(20_000)}`],
  ])('nests %s: refused at once', async (_, query) => {
    expect(await refusal(query)).toMatchObject({ extensions: { code: 'MAX_COST_EXCEEDED' } });
  });

  it('takes brackets in strings and comments for what they are', async () => {
    const brackets = '['.repeat(500);
    const asked = `{ case(id: "${brackets}") { id } } # ${brackets}\n`;
    expect((await post(url, asked)).data).toEqual({ case: { id: brackets } });
  });

  it('nests its variables: refused at once, in the language of the caller', async () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const body = `{"query":"query($id: ID!) { case(id: $id) { id } }","variables":{"id":${nested}}}`;
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/^القيم متداخلة/), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is refused in Arabic unless English is wanted', async () => {
    for (const query of ['{ nonsense }', '{ received', 'query A { received } query B { received }']) {
      const arabic = (await post(url, query)).errors?.[0];
      expect(arabic).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(arabic?.message).toMatch(/^[\u0600-\u06ff]/);
      expect((await refusal(query))?.message).toMatch(/^[A-Z]/);
    }
    const wrong = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(wrong.status).toBe(415);
    expect(JSON.stringify(await wrong.json())).toMatch(/أرسلوا/);
  });
});

describe('a node that another subgraph owns', () => {
  it('is null when its owner does not know it, whatever is asked of it', async () => {
    const asked = `{ a: node(id: "nothing") { id } b: node(id: "nothing") { __typename ... on Case { subject } } c: node(id: "1") { id } }`;
    expect(await post(url, asked)).toMatchObject({ data: { a: null, b: null, c: { id: '1' } } });
    const { data, errors } = await post(url, 'query($id: ID!) { node(id: $id) { id } }', {
      variables: { id: '2' },
    });
    expect({ data, errors }).toEqual({ data: { node: { id: '2' } }, errors: undefined });
  });
});
