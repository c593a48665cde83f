import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roomFor } from '../../start/postgres/postgres-room.ts';
import { freePorts } from '../harness/free-ports.ts';
import { program, root } from './process.ts';
import type { RunningStack } from './running-stack.ts';

export interface EmbeddedStack extends RunningStack {
  postgresPidFile: string;
  /** Where the web app keeps drafts. */
  draftsFolder: string;
  pid(): number;
  /** What all programs have logged since the last start. */
  logs(): string;
  /** Ctrl-C, then `npm start` again; resolves when it is ready. */
  restart(): Promise<void>;
}

/** What `npm start` runs, in a folder and on ports of its own, without demonstration data; `more` variables besides. */
export async function startEmbedded(more: Record<string, string> = {}): Promise<EmbeddedStack> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-house-'));
  await chmod(folder, 0o755); // Postgres runs as another user and passes through.
  const dataDir = join(folder, 'data');
  const names = [
    'WEB',
    'GATEWAY',
    'DIRECTORY',
    'COMPLAINT',
    'KPI',
    'NOTIFICATION',
    'IDENTITY',
    'MAIL_OUTBOX',
    'POSTGRES',
  ];
  const ports = await freePorts(names.length);
  const portOf = (name: string) => ports[names.indexOf(name)];
  const at = (name: string) => `http://localhost:${portOf(name)}`;

  const stack = program({
    name: 'npm start',
    file: join(root, 'start', 'main.ts'),
    environment: {
      DATA_DIR: dataDir,
      DEMO: 'accounts',
      ...more,
      ...Object.fromEntries(names.map((name) => [`${name}_PORT`, String(portOf(name))])),
    },
    readyUrl: `${at('WEB')}/api/health`,
  });
  await stack.start();

  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
  const room = await roomFor(dataDir);
  const password = (await readFile(join(room.folder, 'password'), 'utf8')).trim();
  return {
    webUrl: at('WEB'),
    gatewayUrl: at('GATEWAY'),
    issuerUrl: at('IDENTITY'),
    importerSecret: secrets.importerSecret,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${portOf('POSTGRES')}/bekhedmetkom`,
    draftsFolder: join(dataDir, 'drafts'),
    postgresPidFile: join(room.folder, 'data', 'postmaster.pid'),
    pid: stack.pid,
    logs: stack.output,
    async restart() {
      await stack.stop();
      await stack.start();
    },
    async mailsTo(address) {
      const mails = (await (await fetch(`${at('MAIL_OUTBOX')}/mails.json`)).json()) as {
        to: string;
        text: string;
      }[];
      return mails.filter((mail) => JSON.stringify(mail.to).includes(address)).map((mail) => mail.text);
    },
    crash: () => stack.kill(),
    recover: () => stack.start(),
    async close() {
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
