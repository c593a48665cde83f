import { createHash } from 'node:crypto';
import {
  type Database,
  type EntityClass,
  type MigrationClass,
  migrate,
  openDatabase,
} from '@bekhedmetkom/platform/database';
import { escapeIdentifier } from 'pg';
import { asAdmin } from './run.ts';

export interface TestDatabase {
  /** With the schema's own role. */
  url: string;
  /** With the administrator's role, to the same database. */
  adminUrl: string;
  database: Database;
  [Symbol.asyncDispose](): Promise<void>;
}

let made = 0;

/**
 * Opens an empty, migrated database of this test's own: `await using test = await openTestDatabase(…)`.
 * It is a clone of a template that is migrated once per run.
 */
export async function openTestDatabase(
  schema: string,
  migrations: MigrationClass[],
  options: { entities?: EntityClass[]; poolSize?: number } = {},
): Promise<TestDatabase> {
  const { run, server } = testServer();
  const template = await templateFor(schema, migrations);
  const name = `${run}_${process.pid}_${++made}`;
  await asAdmin(server, (admin) =>
    admin.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`),
  );
  const url = roleUrl(schema, name);
  const database = await openDatabase({ url, schema, migrations, ...options });
  return {
    url,
    adminUrl: onDatabase(server, name),
    database,
    async [Symbol.asyncDispose]() {
      if (database.source.isInitialized) await database.close();
      await asAdmin(server, (admin) => admin.query(`drop database ${escapeIdentifier(name)} with (force)`));
    },
  };
}

async function templateFor(schema: string, migrations: MigrationClass[]): Promise<string> {
  const { run, server } = testServer();
  const text = migrations.map((migration) => `${migration.name} ${migration}`).join('\n');
  const name = `${run}_${schema}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  await asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name]); // Released with the connection.
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await admin.query(`drop database if exists ${escapeIdentifier(unfinished)} with (force)`);
    await migrate({ adminUrl: server, url: roleUrl(schema, unfinished), schema, migrations });
    await admin.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(name)}`);
  });
  return name;
}

function roleUrl(schema: string, database: string): string {
  const url = new URL(onDatabase(testServer().server, database));
  url.username = schema;
  url.password = 'test';
  return url.href;
}

function onDatabase(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function testServer(): { run: string; server: string } {
  const { TEST_RUN: run, TEST_DATABASE_URL: server } = process.env;
  if (run && server) return { run, server };
  throw new Error('There is no test database: run the tests through vitest, whose global set-up starts it.');
}
