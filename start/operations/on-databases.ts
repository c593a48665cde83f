import { type Database, openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import type { SubgraphName } from '../subgraphs.ts';
import { databaseUrls } from './database-urls.ts';

interface Command {
  subgraphs: readonly SubgraphName[];
}

/** Runs a command of the terminal on the database of each subgraph that it names, and prints what it gives. */
export async function onDatabases<C extends Command>(
  name: string,
  read: (given: readonly string[]) => C,
  run: (command: C, subgraph: C['subgraphs'][number], database: Database) => Promise<string[]>,
): Promise<void> {
  try {
    const command = read(process.argv.slice(2));
    const urlOf = await databaseUrls(name);
    for (const subgraph of command.subgraphs) {
      const database = await openDatabase({ url: urlOf(subgraph), schema: subgraph, poolSize: 1 });
      try {
        for (const line of await run(command, subgraph, database)) console.log(line);
      } finally {
        await database.close();
      }
    }
  } catch (problem) {
    if (!(problem instanceof StartupError)) throw problem;
    console.error(problem.message);
    process.exitCode = 1;
  }
}
