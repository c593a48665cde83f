import { describe, expect, it } from 'vitest';
import { breakingChanges, compose } from './compose.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])';
const before =
  'type Query { name: String, old: String @deprecated(reason: "use name; removal: 2026-05-01") }';

describe('composition', () => {
  it('joins two subgraphs by key and hides what is inaccessible from clients', () => {
    const { api, supergraph } = compose({
      a: `${link} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! secret: String @inaccessible }`,
      b: `${link} type Thing @key(fields: "id") { id: ID! size: Int } type Query { other: Int }`,
    });
    expect(api).toContain('size: Int');
    expect(api).not.toContain('secret');
    expect(supergraph).toContain('join__type');
  });

  it('says why two subgraphs do not compose', () => {
    expect(() => compose({ a: `${link} type Query { x: Missing }` })).toThrow(/do not compose[\s\S]*Missing/);
  });
});

describe('breaking changes', () => {
  it('names a field that was taken away', async () => {
    expect(await breakingChanges(before, 'type Query { old: String }', '2026-01-01')).toEqual([
      expect.stringContaining("'name'"),
    ]);
  });

  it('lets a deprecated field go on its removal day, not before', async () => {
    const after = 'type Query { name: String }';
    expect(await breakingChanges(before, after, '2026-04-30')).toHaveLength(1);
    expect(await breakingChanges(before, after, '2026-05-01')).toEqual([]);
  });

  it('has nothing against an added field', async () => {
    expect(await breakingChanges(before, before.replace('}', ', more: Int }'), '2026-01-01')).toEqual([]);
  });
});
