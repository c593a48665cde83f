import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, Kind, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { savedFilter } from './saved-filter.ts';

const web = join(import.meta.dirname, '..', '..', '..');

describe('a saved view', () => {
  it('is read with every field by which a list can be narrowed, so that it never shows more than it was saved with', () => {
    const type = buildSchema(readFileSync(join(web, '..', 'schema', 'api.graphql'), 'utf8')).getType(
      'CaseFilter',
    );
    if (!isInputObjectType(type)) throw new Error('CaseFilter is no input');
    const source = readFileSync(join(import.meta.dirname, '../list/inbox.query.ts'), 'utf8');
    const [, document = ''] = /SavedViewsQuery = graphql\(`([^`]*)`/.exec(source) ?? [];
    const asked = new Set<string>();
    visit(parse(document), {
      enter: (node) => void (node.kind === Kind.FIELD && asked.add(node.name.value)),
    });
    expect(Object.keys(type.getFields()).filter((field) => !asked.has(field))).toEqual([]);
  });

  it('says nothing about what was not saved', () => {
    const filter = {
      __typename: 'SavedFilter',
      open: true,
      state: null,
      entity: ['MOH'],
      due: { __typename: 'Window', from: '2026-01-01', to: '2026-02-01' },
    } as unknown as Parameters<typeof savedFilter>[0]['filter'];
    expect(savedFilter({ filter })).toEqual({
      open: true,
      entity: ['MOH'],
      due: { from: '2026-01-01', to: '2026-02-01' },
    });
  });
});
