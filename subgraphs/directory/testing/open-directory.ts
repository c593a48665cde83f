import { anonymous, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import { type ExecutionResult, graphql } from 'graphql';
import demo from '../../../schema/demo/people.json' with { type: 'json' };
import { openTestDatabase } from '../../../test/harness/database.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { directorySchema } from '../schema.ts';
import { seed } from '../seed/apply-seed.ts';
import { loadSnapshot } from '../snapshot/load-snapshot.ts';

export const demoPeople = demo;
export const colleague: Viewer = {
  kind: 'person',
  subject: 'p-or-1',
  grants: [{ role: 'OPERATION_ROOM', scope: null }],
  language: 'en',
  client: null,
};
export const applicant: Viewer = { ...colleague, subject: 'p-layla', grants: [], language: 'ar' };
export const visitor: Viewer = { ...anonymous, language: 'en' };
export const program: Viewer = { ...visitor, kind: 'service', subject: 'gateway' };

/** A directory of the test's own with the shipped content. */
export async function openDirectory() {
  const test = await openTestDatabase('directory', migrations, { entities });
  await seed(test.database, demo);
  return test;
}

export type Data = Record<string, unknown>;

const built = directorySchema();

/** Asks the directory's graph, as it is now, on behalf of a viewer. */
export async function ask(
  { database }: { database: Awaited<ReturnType<typeof openDirectory>>['database'] },
  source: string,
  { viewer = colleague, variables = {} }: { viewer?: Viewer; variables?: Record<string, unknown> } = {},
): Promise<ExecutionResult<Data>> {
  const { schema } = await built;
  const directory = await loadSnapshot(database);
  const contextValue = { viewer, requestId: 'test', directory, database };
  return (await graphql({
    schema,
    source,
    variableValues: variables,
    contextValue,
  })) as ExecutionResult<Data>;
}

/** Makes it another day, for everything that asks the database. */
export async function setToday(tx: Tx, day: string): Promise<void> {
  await tx.query(
    `create or replace function today() returns date language sql stable as $$ select date '${day}' $$`,
  );
}
