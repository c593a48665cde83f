import { execute, type GraphQLSchema, graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Book, BookResolver, books, Reader, ReaderResolver } from '../../../test/harness/library.ts';
import { anonymous } from '../../auth/auth.ts';
import { makeExecutor } from '../server/executor.ts';
import { federatedSchema, fromGlobalId, readKeyset } from '../subgraph.ts';

const library = () =>
  federatedSchema({
    resolvers: [BookResolver],
    referenceResolvers: { Book: ({ id }: { id: string }) => books.find((book) => book.id === id) ?? null },
  });
const readers = () =>
  federatedSchema({
    resolvers: [ReaderResolver],
    orphanedTypes: [Reader],
    referenceResolvers: { Reader: ({ id }: { id: string }) => ({ id, lent: 7 }) },
  });

async function ask(schema: GraphQLSchema, source: string, variableValues = {}) {
  const contextValue = { viewer: { ...anonymous, language: 'en' }, requestId: 'r', opened: 0 };
  return graphql({ schema, source, variableValues, contextValue });
}

describe('a federated schema', () => {
  it('prints itself for composition, with its directives, sorted', async () => {
    const { sdl } = await readers();
    expect(
      sdl,
    ).toBe(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@external", "@inaccessible", "@interfaceObject", "@key", "@listSize", "@override", "@provides", "@requires", "@shareable", "@tag"])

type Query {
  readers(first: Int! = 3): Int!
}

type Reader @key(fields: "id") {
  id: ID! @external
  lent: Int! @cost(weight: 3)
}
`);
  });

  it('is the same whatever else is built in this process', async () => {
    const [first, second] = [(await library()).sdl, (await readers()).sdl];
    expect((await library()).sdl).toBe(first);
    expect((await readers()).sdl).toBe(second);
    expect(first).not.toContain('Reader');
    expect(second).not.toContain('Book');
    expect(first).toContain('type Book implements Node @key(fields: "id") {');
    expect(first).toContain('type PageInfo @shareable {');
    expect(first).toContain('"""Something to read."""');
  });

  it('resolves references in order, null where nothing is', async () => {
    const { schema } = await library();
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { number name(lang: EN) } } }';
    const r = [books[2], { id: 'unknown' }, books[1]].map((book) => ({ __typename: 'Book', id: book?.id }));
    expect(await ask(schema, query, { r })).toEqual({
      data: { _entities: [{ number: 2, name: 'en 2' }, null, { number: 1, name: 'en 1' }] },
    });
  });

  it('keeps resolvers, enums and scalars', async () => {
    const { schema } = await library();
    expect(await ask(schema, '{ book(number: 1) { shelf bought } }')).toEqual({
      data: { book: { shelf: 'HIGH', bought: '2026-01-01T04:00:00.000+03:00' } },
    });
  });

  it('pages by cursor and refuses a page that is too large', async () => {
    const { schema } = await library();
    const query =
      'query ($first: Int, $after: Cursor) { books(first: $first, after: $after) { edges { node { number } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }';
    const first = (await ask(schema, query)) as { data: { books: { pageInfo: { endCursor: string } } } };
    expect(first.data.books).toMatchObject({
      totalCount: 25,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const after = first.data.books.pageInfo.endCursor;
    const second = (await ask(schema, query, { after })).data;
    expect(second).toMatchObject({
      books: {
        edges: [20, 21, 22, 23, 24].map((number) => ({ node: { number } })),
        pageInfo: { hasNextPage: false },
      },
    });
    for (const variables of [{ first: 101 }, { first: 0 }, { after: 'bm90IGpzb24' }]) {
      const { errors } = await ask(schema, query, variables);
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('says which input fields are wrong, in the caller’s language', async () => {
    const { schema } = await library();
    const { errors } = await ask(schema, 'mutation { addBook(input: { title: "too long" }) { number } }');
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: '"title" must have at most 5 characters.',
      extensions: { problems: [{ field: ['title'], message: '"title" must have at most 5 characters.' }] },
    });
  });

  it('normalises every string in an argument, as a variable or written out, however deep', async () => {
    const { schema } = await library();
    const query = 'query ($t: String!, $n: [NoteInput!]!) { echo(text: $t, notes: $n) }';
    const notes = [{ lines: ['\ufeffa\u2028b', 'c\u0000\u202ed'], at: '2026-01-01T00:00:00Z' }];
    const expected = JSON.stringify(['x y', [['a\nb', 'cd'], '2026-01-01T00:00:00.000Z']]);
    expect(await ask(schema, query, { t: 'x\u00a0\u200by\u0000', n: notes })).toEqual({
      data: { echo: expected },
    });
    const written = '{ echo(text: "x\\u00a0y\\u0000", notes: [{ lines: ["a\\u000bb"] }]) }';
    expect(await ask(schema, written)).toEqual({ data: { echo: JSON.stringify(['x y', [['a\nb'], null]]) } });
    const run = makeExecutor(schema);
    const operation = {
      document: parse(query),
      variables: { t: 'x\u0000', n: [] },
      contextValue: { viewer: anonymous },
    };
    for (let time = 0; time < 3; time++) {
      expect(await run(operation)).toMatchObject({ data: { echo: '["x"]' } });
    }
  });

  it('refuses ids and cursors that hide U+0000', () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    expect(() => fromGlobalId(encode('Book:1\u0000'))).toThrow('not an id');
    expect(() => readKeyset(encode('["a\\u0000"]'), z.tuple([z.string()]))).toThrow('not a cursor');
  });

  it('leaves plain fields to the executor', async () => {
    const { schema } = await library();
    const book = schema.getType(Book.name) as unknown as {
      getFields(): Record<string, { resolve?: unknown }>;
    };
    expect(book.getFields().number?.resolve).toBeUndefined();
    expect(book.getFields().name?.resolve).toBeDefined();
  });
});

describe('the executor', () => {
  const queries = [
    '{ book(number: 3) { __typename id number shelf bought name(lang: AR) } }',
    '{ books(first: 2) { edges { cursor node { ...B } } totalCount } } fragment B on Book { number name }',
    'query ($yes: Boolean! = true) { book(number: 1) { number @skip(if: $yes) shelf @include(if: $yes) } }',
    '{ node(id: "Qm9vazox") { __typename id ... on Book { number } } }',
    'query A { book(number: 1) { number } }',
    '{ broken(how: "fault") }',
    '{ book(number: 1) { name } broken(how: "any") }',
    'mutation { addBook(input: { title: "none" }) { number } }',
    '{ _entities(representations: [{ __typename: "Book", id: "Qm9vazox" }]) { ... on Book { number } } }',
    '{ __proto__: whoAmI constructor: whoAmI prototype: whoAmI }',
  ];

  it.each(queries)('answers as graphql does, the first time and compiled: %s', async (text) => {
    const { schema } = await library();
    const document = parse(text);
    const contextValue = { viewer: anonymous, requestId: 'r', opened: 0 };
    const plain = JSON.stringify(await execute({ schema, document, contextValue }));
    const run = makeExecutor(schema);
    for (let time = 0; time < 3; time++) {
      expect(JSON.parse(JSON.stringify(await run({ document, contextValue })))).toEqual(JSON.parse(plain));
    }
  });

  it('blames the caller for variables that do not fit', async () => {
    const { schema } = await library();
    const run = makeExecutor(schema);
    const document = parse('query ($n: Int!) { book(number: $n) { number } }');
    const contextValue = { viewer: anonymous, requestId: 'r' };
    for (let time = 0; time < 3; time++) {
      const { data, errors } = await run({ document, contextValue, variables: { n: 'x' } });
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
