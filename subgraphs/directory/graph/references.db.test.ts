import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicant, colleague } from '../testing/open-directory.ts';
import { type RunningDirectory, runDirectory } from '../testing/run-directory.ts';

let running: RunningDirectory;
let ask: RunningDirectory['ask'];
beforeAll(async () => {
  running = await runDirectory();
  ask = running.ask;
});
afterAll(() => running.close());

describe('references', () => {
  const references = (): { __typename: string; [key: string]: string }[] => [
    { __typename: 'Sector', code: 'WATER' },
    { __typename: 'Entity', code: 'MOH' },
    { __typename: 'Category', code: 'LEAK' },
    { __typename: 'Governorate', code: 'AMMAN' },
    { __typename: 'Unit', id: toGlobalId('Unit', 'MOH-PRIMARY') },
    { __typename: 'Service', id: toGlobalId('Service', 'MOH-CARD') },
    { __typename: 'Post', id: toGlobalId('Post', 'MOH-MFP') },
    { __typename: 'StaffMember', id: toGlobalId('StaffMember', 'p-mfp-moh') },
  ];
  const query = `query ($references: [_Any!]!) { _entities(representations: $references) {
    __typename ... on Sector { name } ... on Entity { name sector { name } posts { name } } ... on Category { name }
    ... on Governorate { name } ... on Unit { name } ... on Service { name } ... on Post { holder { name } }
    ... on StaffMember { name } ... on Viewer { name } } }`;

  it('resolve to their things, in order', async () => {
    const { data, errors } = await ask(query, colleague, { references: references() });
    expect(errors).toBeUndefined();
    expect((data as { _entities: { __typename: string }[] })._entities.map((one) => one.__typename)).toEqual(
      references().map((reference) => reference.__typename),
    );
  });

  it('resolve by the thousand without asking the database', async () => {
    const many = Array.from({ length: 125 }, references).flat();
    await ask(query, colleague, { references: many });
    const statements = async () => {
      const [row] = await running.database.query<{ n: number }>(
        `select xact_commit::int as n from pg_stat_database where datname = current_database()`,
      );
      return row?.n ?? 0;
    };
    const before = await statements();
    const { data } = await ask(query, colleague, { references: many });
    expect((data as { _entities: unknown[] })._entities).toHaveLength(1_000);
    // The relay and the tail look every second; a query for each reference would be a thousand.
    expect((await statements()) - before).toBeLessThan(20);
  });

  it('are null for what is not there, another type’s id, and a person whom the caller may not know', async () => {
    const none = [
      { __typename: 'Entity', code: 'NOWHERE' },
      { __typename: 'Post', id: toGlobalId('Unit', 'MOH-PRIMARY') },
      { __typename: 'Post', id: 'nonsense' },
      { __typename: 'StaffMember', id: toGlobalId('StaffMember', 'p-mfp-moh') },
      { __typename: 'Viewer', id: toGlobalId('Viewer', 'p-or-1') },
    ];
    const { data } = await ask(query, applicant, { references: none });
    expect(data).toEqual({ _entities: none.map(() => null) });
    const own = [{ __typename: 'Viewer', id: toGlobalId('Viewer', 'p-layla') }];
    expect((await ask(query, applicant, { references: own })).data).toEqual({
      _entities: [{ __typename: 'Viewer', name: 'مقدّم الطلب' }],
    });
  });
});
