import type { MigrationInterface } from 'typeorm';
import { StartupError } from '../errors/errors.ts';
import type { Tx } from './tx.ts';

export type MigrationClass = new () => MigrationInterface;

export const migrationTable = 'migration';

/** Refuses, in a plain sentence, a schema that lacks any of these migrations. More than these are fine. */
export async function refusePending(tx: Tx, schema: string, migrations: MigrationClass[]): Promise<void> {
  const [found] = await tx.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${schema}.${migrationTable}`,
  ]);
  const done = found?.there ? await tx.query<{ name: string }>(`select name from ${migrationTable}`) : [];
  const names = new Set(done.map((row) => row.name));
  const pending = migrations.map((migration) => migration.name).filter((name) => !names.has(name));
  if (pending.length === 0) return;
  throw new StartupError(
    `The database schema "${schema}" is behind this program; missing: ${pending.join(', ')}. Run "npm run migrate" first.`,
  );
}
