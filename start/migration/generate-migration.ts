/**
 * `npm run migration:generate -- SUBGRAPH NAME`: writes a migration that brings the subgraph's schema to what its entities
 * say, from a Postgres of its own that is migrated so far. Read it, and add its class to `database/migrations.ts`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { startPostgres } from '../postgres/postgres.ts';
import { entitiesOf, migrateAll, roleUrl, type SubgraphName } from '../subgraphs.ts';
import { migrationFile, readMigrationCommand } from './migration-file.ts';

async function generate(subgraph: SubgraphName, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migration-'));
  const postgres = await startPostgres({ folder, port: 0, durable: false });
  const urlOf = (one: SubgraphName) => roleUrl(postgres.url, one, 'generate', 'generate');
  try {
    await migrateAll(postgres.url, urlOf, () => {});
    const entities = entitiesOf[subgraph] ?? [];
    const database = await openDatabase({ url: urlOf(subgraph), schema: subgraph, entities });
    const changes = await database.source.driver.createSchemaBuilder().log();
    await database.close();
    const file = migrationFile(name, Date.now(), changes);
    if (!file) return `The schema of ${subgraph} is as its entities say: there is nothing to change.`;
    const path = `subgraphs/${subgraph}/database/migrations/${file.name}`;
    await writeFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), file.text);
    return `Written: ${path}. Read it, then add its class to subgraphs/${subgraph}/database/migrations.ts.`;
  } finally {
    await postgres.close();
    await rm(folder, { recursive: true });
  }
}

try {
  const { subgraph, name } = readMigrationCommand(process.argv.slice(2));
  console.log(await generate(subgraph, name));
} catch (problem) {
  if (!(problem instanceof StartupError)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
