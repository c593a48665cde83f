import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { isUnavailable, StartupError } from '../errors/errors.ts';
import { columnTypes } from './connection.ts';
import { migrateJobTables } from './job-tables.ts';
import { type MigrationClass, migrationTable } from './pending.ts';
import { prepareSchema } from './prepare-schema.ts';

interface Options {
  /** Of a role that may create roles, schemas and extensions. */
  adminUrl: string;
  /** Of the schema's own role, as the program will use it: role name, password and database. */
  url: string;
  schema: string;
  /** TypeORM migration classes; the 13 digits at the end of their names order them. */
  migrations: MigrationClass[];
  /** Told the name of each migration before it runs. */
  onProgress?(name: string): void;
}

const hour = 3_600_000;

/**
 * Brings one schema up to date: creates role, schemas and extensions when missing, then the tables of background
 * jobs, then runs what is pending as the role, each migration in its own transaction. Two at a time wait for each other.
 * Throws a StartupError that names the migration which failed; it left nothing behind.
 */
export async function migrate(options: Options): Promise<void> {
  try {
    await prepareSchema(options);
  } catch (cause) {
    const reason = isUnavailable(cause) ? 'nothing answers there' : (cause as Error).message;
    const { host } = new URL(options.adminUrl);
    throw new StartupError(`The database at ${host} cannot be prepared for "${options.schema}": ${reason}.`, {
      cause,
    });
  }
  const source = await new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    migrations: options.migrations,
    migrationsTableName: migrationTable,
    installExtensions: false,
    poolSize: 2,
    extra: { types: columnTypes, statement_timeout: hour, lock_timeout: 10_000 },
  }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtext($1))', [`migrate ${options.schema}`]);
    await migrateJobTables(options.url, options.schema, hour);
    const executor = new MigrationExecutor(source, runner);
    for (const migration of await executor.getPendingMigrations()) {
      options.onProgress?.(migration.name);
      await runOne(runner, migration.name, () => executor.executeMigration(migration));
    }
  } finally {
    await runner.query('select pg_advisory_unlock_all()').catch(() => {});
    await runner.release();
    await source.destroy();
  }
}

async function runOne(runner: QueryRunner, name: string, execute: () => Promise<unknown>): Promise<void> {
  await runner.startTransaction();
  try {
    await execute();
    await runner.commitTransaction();
  } catch (cause) {
    await runner.rollbackTransaction().catch(() => {}); // A lost connection has undone it already.
    throw new StartupError(`Migration ${name} failed and was undone: ${(cause as Error).message}.`, {
      cause,
    });
  }
}
