import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type FieldNode,
  getNamedType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';

const web = fileURLToPath(new URL('..', import.meta.url));
const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

/** Lists of which a page shows one piece on purpose. Everything else offers the way to the rest. */
const pieces: Record<string, string> = {
  'features/staff-case/desk/read/desk.query.ts timeline':
    'compared with the newest entry only; the conversation shows them all',
  ...Object.fromEntries(
    [
      'features/submit/steps/who-step.tsx',
      'features/staff-case/desk/read/desk.query.ts',
      'features/inbox/list/inbox.query.ts',
      'features/home/home.document.ts',
      'features/canned-answers/canned-answers.query.ts',
    ].map((file) => [`${file} entities`, 'those of one sector, of which a page holds all']),
  ),
  'features/palette/palette.query.ts cases':
    'suggestions while somebody types; the list holds all that match',
  'features/inbox/list/inbox.query.ts cases':
    'rows that are on the page looked at again; and some of each entity, under its count',
  'features/home/own-entities.ts myCases': 'marks the entities of the newest requests',
  'features/wall/wall.query.ts late': 'the one that is most overdue',
  'features/wall/wall.query.ts next': 'a board of what is due next',
  'features/wall/wall.query.ts newest': 'a board of what came last',
};

/** The longest page that the graph gives, which holds every entity of a sector. */
const maxPageSize = 100;

interface Cut {
  file: string;
  list: string;
}

/** The lists in this document that are cut without a way to the rest, and without saying how many there are. */
function cutLists(file: string, source: string): Cut[] {
  const cut: Cut[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(source),
    visitWithTypeInfo(types, {
      Field(node) {
        const type = getNamedType(types.getType());
        if (!type?.name.endsWith('Connection') || showsTheRest(node)) return;
        cut.push({ file, list: node.alias?.value ?? node.name.value });
      },
    }),
  );
  return cut;
}

function showsTheRest({ selectionSet }: FieldNode): boolean {
  const selections = selectionSet?.selections ?? [];
  const names = new Map(
    selections.filter((one) => one.kind === Kind.FIELD).map((one) => [one.name.value, one] as const),
  );
  if (!names.has('edges') && !selections.some((one) => one.kind !== Kind.FIELD)) return true;
  const page = names.get('pageInfo')?.selectionSet?.selections ?? [];
  const flags = page.map((one) => (one.kind === Kind.FIELD ? one.name.value : ''));
  return (
    flags.some((name) => name === 'hasNextPage' || name === 'hasPreviousPage') || names.has('totalCount')
  );
}

const documents = globSync('{app,features,session}/**/*.{ts,tsx}', { cwd: web })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(`${web}/${file}`, 'utf8').matchAll(/graphql\(`([^`]*)`\)/g)].map((match) => ({
      file,
      source: match[1] ?? '',
    })),
  );

describe('a list on a page', () => {
  it('that can be longer than the page says so, or goes on', () => {
    const cut = documents
      .flatMap(({ file, source }) => cutLists(file, source))
      .map(({ file, list }) => `${file} ${list}`)
      .filter((list) => !(list in pieces));
    expect(cut).toEqual([]);
  });

  it('is read by this test wherever it stands, and not excused without need', () => {
    expect(documents.length).toBeGreaterThan(80);
    const all = documents.flatMap(({ file, source }) => cutLists(file, source));
    const found = new Set(all.map(({ file, list }) => `${file} ${list}`));
    expect(Object.keys(pieces).filter((list) => !found.has(list))).toEqual([]);
  });

  it('holds all entities of a sector, where it lists them by sector', () => {
    const ofSectors = documents.flatMap(({ source }) =>
      [...source.matchAll(/sectors \{[^}]*?entities\(first: (\d+)\)/g)].map((match) => Number(match[1])),
    );
    expect(ofSectors.length).toBeGreaterThan(4);
    expect(ofSectors.filter((first) => first < maxPageSize)).toEqual([]);
  });

  it('is found to be cut by what it does not ask', () => {
    const lists = (body: string) => cutLists('f', `query Q { ${body} }`).map(({ list }) => list);
    expect(lists('cases(first: 5) { edges { node { id } } }')).toEqual(['cases']);
    expect(lists('late: cases { edges { node { id notes { edges { node { id } } } } } }')).toEqual([
      'late',
      'notes',
    ]);
    expect(lists('cases { pageInfo { endCursor } edges { node { id } } }')).toEqual(['cases']);
    expect(lists('cases { pageInfo { hasNextPage } edges { node { id } } }')).toEqual([]);
    expect(lists('cases { totalCount }')).toEqual([]);
  });
});
