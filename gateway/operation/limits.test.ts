import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { openOperations } from './prepare.ts';
import { Refused } from './refused.ts';

const schema = buildSchema(`
  type Query { me: Person people(first: Int = 20): People! all: [Person!]! table(first: Int = 200): [Person!]! }
  type People { edges: [Edge!]! }
  type Edge { node: Person! }
  type Person { id: ID! name: String friends(first: Int): People! }
  type Mutation { touch(id: ID!): Person }
  type Subscription { touched: Person }
`);
const operations = openOperations(schema, defaultLimits);
const run = (query: string, variables?: Record<string, unknown>) => operations.prepare({ query, variables });
const tooMuch = expect.objectContaining({ code: 'MAX_COST_EXCEEDED' });
const badInput = (message: RegExp) => expect.objectContaining({ message: expect.stringMatching(message) });

function nested(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Person{...F${level + 1} ...F${level + 1}}`,
  );
  return `{me{...F0}}${fragments.join('')}fragment F${levels} on Person{id}`;
}

function refusal(query: string, variables?: Record<string, unknown>): unknown {
  try {
    run(query, variables);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the limits of an operation', () => {
  it.each([22, 40])('refuse fragments nested %i levels, before validation and planning', (levels) => {
    expect(refusal(nested(levels))).toEqual(tooMuch);
  });

  it('let a handful of nested fragments through', () => {
    expect(refusal(nested(5))).toBeUndefined();
  });

  it('refuse a fragment that spreads itself, directly or through others', () => {
    expect(refusal('{me{...A}} fragment A on Person{...A}')).toEqual(badInput(/spreads itself/));
    expect(refusal('{me{...A}} fragment A on Person{...B} fragment B on Person{id ...A}')).toEqual(
      badInput(/spreads itself/),
    );
  });

  it.each([
    ['101 aliases', `{${Array.from({ length: 101 }, (_, i) => `a${i}: me{id}`).join(' ')}}`],
    ['5,000 aliases', `{${Array.from({ length: 5_000 }, (_, i) => `a${i}: me{id}`).join(' ')}}`],
    [
      '101 aliases behind a fragment',
      `{me{...A ...A} ${Array.from({ length: 99 }, (_, i) => `b${i}: me{id}`).join(' ')}} fragment A on Person{a: id}`,
    ],
    ['20,000 directives', `{me${' @a'.repeat(20_000)}{id}}`],
    ['101 directives', `{me${' @skip(if: false)'.repeat(101)}{id}}`],
    ['20,000 braces', '{me'.repeat(20_000)],
    ['one field 51 times', `{me{${'id '.repeat(51)}}}`],
    [
      '101 fragments',
      `{me{...F0}}${Array.from({ length: 101 }, (_, i) => `fragment F${i} on Person{id}`).join('')}`,
    ],
    [
      '3,100 fields in several operations',
      `${Array.from({ length: 31 }, (_, i) => `query Q${i}{...A}`).join(' ')} fragment A on Query{${Array.from({ length: 20 }, () => '...B').join(' ')}} fragment B on Query{me{id name} ids: all{id}}`,
    ],
    ['a deep path', `{me{${'friends(first:1){edges{node{'.repeat(7)}id${'}}}'.repeat(7)}}}`],
  ])('refuse %s', (_, query) => {
    expect(refusal(query)).toEqual(tooMuch);
  });

  it('accept 100 aliases', () => {
    expect(refusal(`{${Array.from({ length: 100 }, (_, i) => `a${i}: me{id}`).join(' ')}}`)).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuse the alias %s', (alias) => {
    expect(refusal(`{${alias}: me{id}}`)).toEqual(badInput(/cannot be the name/));
  });
});

describe('the cost of an operation', () => {
  const page = '{people(first: 100){edges{node{friends(first: 100){edges{node{id}}}}}}}';

  it('multiplies what a page of pages asks for', () => {
    expect(refusal(page)).toEqual(tooMuch);
  });

  it('leaves the maximum of a list that is long by default to the list', () => {
    expect(refusal('{table{id}}')).toBeUndefined();
    expect(refusal('{table(first: 2000){id}}')).toBeUndefined();
    expect(refusal('{people(first: 101){edges{node{id}}}}')).toEqual(badInput(/between 1 and 100/));
  });

  it('counts the size of a page also when a variable says it', () => {
    const query = 'query($n: Int){people(first: $n){edges{node{friends(first: $n){edges{node{id}}}}}}}';
    expect(refusal(query, { n: 100 })).toEqual(tooMuch);
    expect(refusal(query, { n: 10 })).toBeUndefined();
  });

  it('counts it behind fragments', () => {
    expect(
      refusal(
        '{people(first:100){edges{node{...P}}}} fragment P on Person{friends(first:100){edges{node{id}}}}',
      ),
    ).toEqual(tooMuch);
  });
});

describe('reading an operation', () => {
  it('decides directives anew for other variables', () => {
    const query = 'query($a: Boolean!){me{id} all @include(if: $a){id}}';
    const fields = (a: boolean) => run(query, { a }).operation.definition.selectionSet.selections.length;
    expect([fields(true), fields(false), fields(true)]).toEqual([2, 1, 2]);
  });

  it('never suggests a name', () => {
    expect(refusal('{mee{id}}')).toEqual(badInput(/^Cannot query field "mee" on type "Query"\.$/));
    expect(refusal('{me{frends{edges{node{id}}}}}')).not.toEqual(badInput(/Did you mean/));
  });

  it('refuses a subscription of which its directives leave nothing', () => {
    const query = 'subscription($a: Boolean!){... @include(if: $a){touched{id}}}';
    expect(refusal(query, { a: false })).toBeInstanceOf(Refused);
  });

  it('asks which operation when there are several', () => {
    expect(refusal('query A{me{id}} query B{me{id}}')).toEqual(badInput(/operationName/));
  });

  it('refuses variables of the wrong type, with a code', () => {
    expect(refusal('query($n: Int){people(first: $n){edges{node{id}}}}', { n: 'x' })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('knows one that asks about the schema', () => {
    expect(run('{__schema{types{name}}}').operation.introspects).toBe(true);
    expect(run('{me{...A}} fragment A on Person{__typename}').operation.introspects).toBe(false);
  });
});
