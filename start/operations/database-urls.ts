import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import { roomFor } from '../postgres/postgres-room.ts';
import { openSecrets } from '../secrets.ts';
import { readSettings } from '../settings.ts';
import { roleUrl, type SubgraphName } from '../subgraphs.ts';

const distributed = z.object({
  ADMIN_DATABASE_URL: z.url(),
  DATABASE_NAME: z.string().default('bekhedmetkom'),
  ROLE_PASSWORD: z.string().min(8),
});

/**
 * The databases of the subgraphs, for commands beside the running programs: of the distributed form with the settings
 * of `npm run migrate`; else of the embedded one, which must be running.
 * @throws StartupError when it is not, or a setting is missing; it names the command
 */
export async function databaseUrls(command: string): Promise<(name: SubgraphName) => string> {
  if (process.env.ADMIN_DATABASE_URL) {
    const env = readEnvironment(command, distributed, process.env);
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
