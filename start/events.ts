/**
 * `npm run events -- list|retry|drop [subgraph] [topic] [position…]`: events that a subgraph could not apply. A retry is
 * done by the running program, within seconds. For the distributed form with the settings of `npm run migrate`; else
 * for the embedded one, which must be running.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import { type EventsCommand, readEventsCommand, runEventsCommand } from './events-command.ts';
import { roomFor } from './postgres-room.ts';
import { openSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';
import { roleUrl, type SubgraphName } from './subgraphs.ts';

const distributed = z.object({
  ADMIN_DATABASE_URL: z.url(),
  DATABASE_NAME: z.string().default('bekhedmetkom'),
  ROLE_PASSWORD: z.string().min(8),
});

async function databaseUrls(): Promise<(name: SubgraphName) => string> {
  if (process.env.ADMIN_DATABASE_URL) {
    const env = readEnvironment('npm run events', distributed, process.env);
    return (name) => roleUrl(env.ADMIN_DATABASE_URL, name, env.ROLE_PASSWORD, env.DATABASE_NAME);
  }
  const { DATA_DIR } = readSettings(process.env);
  const { folder } = await roomFor(DATA_DIR);
  const lines = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const port = lines.split('\n')[3];
  if (!port) throw new StartupError('Nothing is running here. Start it first: npm start.');
  const { rolePassword } = await openSecrets(DATA_DIR);
  return (name) => roleUrl(`postgres://127.0.0.1:${port}`, name, rolePassword, 'bekhedmetkom');
}

async function run(command: EventsCommand): Promise<void> {
  const urlOf = await databaseUrls();
  for (const name of command.subgraphs) {
    const database = await openDatabase({ url: urlOf(name), schema: name, poolSize: 1 });
    try {
      for (const line of await runEventsCommand(command, name, database)) console.log(line);
    } finally {
      await database.close();
    }
  }
}

try {
  await run(readEventsCommand(process.argv.slice(2)));
} catch (problem) {
  if (!(problem instanceof StartupError)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
