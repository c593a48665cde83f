import { Logger, runMigrations } from 'graphile-worker';
import { escapeIdentifier, Pool } from 'pg';

/** The schema of a subgraph's background jobs, quoted. */
export const jobSchemaOf = (schema: string): string => escapeIdentifier(`${schema}_jobs`);

/**
 * The administrator's part: the schema, which the role owns, and the table whose presence tells graphile-worker that
 * it need not create a schema, which the role may not.
 * https://worker.graphile.org/docs/schema#using-a-postgresql-user-with-restricted-rights
 */
export const jobSchema = (schema: string, role: string): string => `
create schema if not exists ${jobSchemaOf(schema)} authorization ${role};
create table if not exists ${jobSchemaOf(schema)}.migrations (
  id int primary key,
  ts timestamptz default now() not null,
  breaking bool default false not null
);
alter table ${jobSchemaOf(schema)}.migrations owner to ${role}`;

const silent = new Logger(() => () => {});

/** Brings graphile-worker's tables of one subgraph up to date, as the subgraph's own role. */
export async function migrateJobTables(url: string, schema: string, timeout: number): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, statement_timeout: timeout });
  const ignore = () => {}; // The statement that was running rejects.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  try {
    await runMigrations({ pgPool: pool, schema: `${schema}_jobs`, logger: silent });
  } finally {
    await pool.end();
  }
}
