import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  Kind,
  NoUnusedVariablesRule,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../testing/any-document.ts';
import { mergeSelections } from './merge-selections.ts';

const schema = buildSchema(`
  type Query { people(first: Int): [Person!]! node: Node found: Found }
  interface Node { id: ID! friends: [Person!]! }
  union Found = Person | Office
  type Person implements Node { id: ID! name: String tags: [String!]! friends: [Person!]! node: Node }
  type Office implements Node { id: ID! friends: [Person!]! }
`);
function merge(query: string, variables: Record<string, unknown> = {}): DocumentNode {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('There is no operation.');
  return { kind: Kind.DOCUMENT, definitions: [mergeSelections(schema, operation, fragments, variables)] };
}

const merged = (query: string, variables?: Record<string, unknown>) =>
  print(merge(query, variables)).replace(/\s+/g, ' ');

describe('merging what is selected twice', () => {
  it.each([
    ['a field', '{ people { id } people { name } }', '{ people { id name } }'],
    [
      'a field with the same arguments and alias',
      '{ a: people(first: 2) { id } a: people(first: 2) { id name } }',
      '{ a: people(first: 2) { id name } }',
    ],
    [
      'what fragments select',
      '{ ...A people { id } ...B } fragment A on Query { people { name } } fragment B on Query { people { tags } }',
      '{ people { name id tags } }',
    ],
    [
      'what the type allows always',
      '{ people { ... on Node { id } ... on Person { id name } } }',
      '{ people { id name } }',
    ],
    [
      'what is asked of one type only, among itself',
      '{ node { ... on Person { tags } ... on Office { id } ... on Person { name } } }',
      '{ node { ... on Person { tags name } ... on Office { id } } }',
    ],
  ])('joins %s', (_, query, expected) => {
    expect(merged(query)).toBe(expected);
  });

  it('leaves out what can never be', () => {
    expect(merged('{ people { id ... on Node { ... on Office { friends { id } } } } }')).toBe(
      '{ people { id } }',
    );
    expect(merged('{ people { ... on Node { ... on Office { id } } } }')).toBe(
      '{ people { __typename @skip(if: true) } }',
    );
  });

  it('decides directives', () => {
    const query = `query ($a: Boolean!) {
      people @skip(if: $a) { id } ... @include(if: $a) { people { name } } people { tags }
    }`;
    expect(merged(query, { a: true })).toBe('query ($a: Boolean!) { people { name tags } }');
    expect(merged(query, { a: false })).toBe('query ($a: Boolean!) { people { id tags } }');
  });

  it('leaves every document valid and every answer what it was', () => {
    const node = { leaves: ['id'], fields: { friends: 'Person' }, narrower: ['Person', 'Office', 'Found'] };
    const document = anyDocument(
      {
        Query: { leaves: [], fields: { 'people(first: 2)': 'Person', node: 'Node', found: 'Found' } },
        Node: node,
        Found: { leaves: [], narrower: ['Node', 'Person', 'Office'] },
        Person: {
          leaves: ['id', 'name', 'tags'],
          fields: { friends: 'Person', node: 'Node' },
          narrower: ['Node', 'Found'],
        },
        Office: { leaves: ['id'], fields: { friends: 'Person' }, narrower: ['Node'] },
      },
      5,
    );
    const office = { __typename: 'Office', id: 'o', friends: () => [person('p')] };
    const person = (id: string): object => ({
      __typename: 'Person',
      id,
      name: `name of ${id}`,
      tags: ['x', 'y'],
      friends: () => [person(`${id}f`), person(`${id}g`)],
      node: () => office,
    });
    const rootValue = { people: [person('a'), person('b')], node: person('n'), found: person('m') };
    fc.assert(
      fc.property(document, fc.boolean(), fc.boolean(), (query, a, b) => {
        const [written, short] = [parse(query), merge(query, { a, b })];
        const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);
        expect(validate(schema, written, rules)).toEqual([]);
        expect(validate(schema, short, rules)).toEqual([]);
        const answer = (document: DocumentNode) =>
          JSON.parse(JSON.stringify(execute({ schema, document, rootValue, variableValues: { a, b } })));
        expect(answer(short)).toEqual(answer(written));
      }),
      { numRuns: 300 },
    );
  });
});
