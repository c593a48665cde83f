/**
 * `npm run migrate`: the administrator's step of the distributed form, before new programs start. Safe to repeat.
 * Also brings the directory's seed up to date.
 */
import { readEnvironment } from '@bekhedmetkom/platform/config';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import { step } from './progress.ts';
import { seedDirectory } from './seed.ts';
import { migrateAll, roleUrl } from './subgraphs.ts';

const environment = z.object({
  ADMIN_DATABASE_URL: z.url(),
  DATABASE_NAME: z.string().default('bekhedmetkom'),
  ROLE_PASSWORD: z.string().min(8),
});

try {
  const config = readEnvironment('npm run migrate', environment, process.env);
  const { ADMIN_DATABASE_URL: adminUrl, ROLE_PASSWORD: password, DATABASE_NAME: database } = config;
  const urlOf = (name: Parameters<typeof roleUrl>[1]) => roleUrl(adminUrl, name, password, database);
  await step('Database', (detail) => migrateAll(adminUrl, urlOf, detail));
  await step('Directory', () => seedDirectory(urlOf('directory')));
} catch (problem) {
  if (!(problem instanceof StartupError)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
