/**
 * `npm start`: the whole product on one machine, with data in it. Embedded Postgres, every program in this one
 * process on the in-memory bus, and the web app beside it. Ctrl-C stops all of it, in reverse order.
 */
import { StartupError } from '@bekhedmetkom/platform/errors';
import { announce } from './announce.ts';
import { loadDemo } from './demo/load.ts';
import { requireFreePorts } from './ports.ts';
import { keepPostgres } from './postgres/keep-postgres.ts';
import { startPrograms } from './programs.ts';
import { step } from './progress.ts';
import { openSecrets } from './secrets.ts';
import { seedDirectory } from './seed.ts';
import { readSettings, type Settings } from './settings.ts';
import { migrateAll, roleUrl, type SubgraphName } from './subgraphs.ts';
import { buildWeb, startWeb } from './web.ts';

type Closable = { close(): Promise<void> };
const opened: Closable[] = [];
let closing: Promise<void> | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void shutDown(0));

try {
  await bringUp(readSettings(process.env));
} catch (problem) {
  if (!closing) console.error(problem instanceof StartupError ? `\n${problem.message}` : problem);
  await shutDown(1);
}

async function bringUp(settings: Settings): Promise<void> {
  console.log('\nBekhedmetkom بخدمتكم\n');
  await requireFreePorts(settings);
  const secrets = await openSecrets(settings.DATA_DIR);
  const postgres = await step('Postgres', () =>
    keepPostgres({ folder: settings.DATA_DIR, port: settings.POSTGRES_PORT }, (line) => console.error(line)),
  );
  opened.push(postgres);
  const urlOf = (name: SubgraphName) => roleUrl(postgres.url, name, secrets.rolePassword, 'bekhedmetkom');
  await step('Database', (detail) => migrateAll(postgres.url, urlOf, detail));
  await step('Directory', () => seedDirectory(urlOf('directory')));
  await step('Web app', buildWeb);
  const programs = await step('Programs', (detail) => startPrograms({ settings, secrets, urlOf, detail }));
  opened.push(programs);
  if (settings.DEMO === 'full') {
    await step('Demonstration cases', (detail) => loadDemo(programs.demoAccess, new Date(), detail));
  }
  const web = await step('Web server', () =>
    startWeb({ host: settings.HOST, port: settings.WEB_PORT, environment: programs.webEnvironment }),
  );
  opened.push(web);
  if (!closing) announce(settings);
}

/** Closes what is open, last opened first. A second Ctrl-C does not wait. */
function shutDown(code: number): Promise<void> {
  if (closing) process.exit(1);
  closing = (async () => {
    if (opened.length > 0 && code === 0) console.log('\nStopping …');
    for (const part of opened.reverse()) {
      await part.close().catch((problem: unknown) => console.error(problem));
    }
    process.exit(code);
  })();
  return closing;
}
