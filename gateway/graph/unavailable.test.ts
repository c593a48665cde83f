import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unavailable } from './unavailable.ts';

const paths = (query: string, variables?: Record<string, unknown>) =>
  unavailable(parse(query), variables).errors?.map((error) => error.path);

describe('an answer that did not come', () => {
  it('leaves a hole at each field that was asked for', () => {
    expect(paths('{ a b: c }')).toEqual([['a'], ['b']]);
  });

  it('leaves one at each field of each entity, also behind fragments', () => {
    const query = `query($r: [_Any!]!) {
      x: _entities(representations: $r) { ... on A { __typename a } ...F }
    } fragment F on B { b }`;
    expect(paths(query, { r: [{}, {}] })).toEqual([
      ['x', 0, 'a'],
      ['x', 0, 'b'],
      ['x', 1, 'a'],
      ['x', 1, 'b'],
    ]);
  });

  it('does not repeat itself without end', () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on A { a } } }';
    expect(paths(query, { r: Array(5_000).fill({}) })).toHaveLength(100);
  });

  it('is an error also when nothing can be named', () => {
    expect(paths('query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: [] })).toEqual(
      [undefined],
    );
  });
});
