import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '@bekhedmetkom/platform/auth';
import { expect } from 'vitest';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { seedDirectory } from '../../start/seed.ts';
import { migrateAll, roleUrl, type SubgraphName, subgraphNames } from '../../start/subgraphs.ts';
import { eventually } from '../harness/eventually.ts';
import { freePorts } from '../harness/free-ports.ts';
import { openProductClock, type ProductClock } from '../harness/product-clock.ts';
import { startRedis } from '../harness/redis.ts';
import { openMailbox } from './mailbox.ts';
import { program, type Running, root } from './process.ts';
import type { RunningStack } from './running-stack.ts';

const password = 'journeys';

export interface DistributedHouse extends RunningStack {
  /** The directory hangs (SIGSTOP): it takes connections and answers nothing, until it goes on. */
  freezeDirectory(): void;
  thawDirectory(): void;
  /** The directory is gone, until it is started again. */
  stopDirectory(): Promise<void>;
  startDirectory(): Promise<void>;
}

/**
 * Every program as a process of its own, as docker-compose.yml describes: two complaint subgraphs, two gateways (the
 * web server asks one, browsers the other), a real Postgres, a real Redis, a real mail server.
 */
export async function startDistributed(): Promise<DistributedHouse> {
  return (await openHouse(false)).stack;
}

/** The same, at a time that the test sets. */
export async function openHouseWithClock(): Promise<{
  stack: RunningStack;
  /** Makes it this moment (ms since 1970), and waits until every program goes by it. */
  setTime(moment: number): Promise<void>;
}> {
  const { stack, clock, clockUrls } = await openHouse(true);
  return {
    stack,
    async setTime(moment) {
      await clock?.set(moment);
      for (const url of clockUrls) {
        await eventually(async () => {
          const response = await fetch(url);
          expect(Number(response.headers.get('x-now')) - moment).toBeGreaterThanOrEqual(0);
        });
      }
    },
  };
}

interface OpenHouse {
  stack: DistributedHouse;
  clock: ProductClock | null;
  /** Where programs tell by which time they go. */
  clockUrls: string[];
}

async function openHouse(withClock: boolean): Promise<OpenHouse> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'distributed-house-'));
    await chmod(folder, 0o755); // Postgres runs as another user and passes through.
    opened.push({ close: () => rm(folder, { recursive: true, force: true }) });
    const [postgresPort = 0, ...ports] = await freePorts(11);
    const postgres = await startPostgres({
      folder: join(folder, 'postgres'),
      port: postgresPort,
      durable: false,
    });
    opened.push(postgres);
    const redis = await startRedis();
    opened.push({ close: redis.stop });
    const mailbox = await openMailbox();
    opened.push(mailbox);

    const urlOf = (name: SubgraphName) => roleUrl(postgres.url, name, password, 'bekhedmetkom');
    const clock = withClock
      ? await openProductClock({
          adminUrl: postgres.url,
          database: 'bekhedmetkom',
          roles: subgraphNames,
          folder,
        })
      : null;
    await migrateAll(postgres.url, urlOf, () => undefined);
    await seedDirectory(urlOf('directory'));
    const { programs, addresses, importerSecret, clockUrls } = await plan({
      ports,
      folder,
      urlOf,
      redisUrl: redis.url,
      smtpUrl: mailbox.url,
      environment: clock?.environment ?? {},
    });
    for (const running of programs.values()) {
      await running.start();
      opened.push({ close: running.stop });
    }

    const both = (part: 'gateway' | 'complaint') =>
      [programs.get(`${part}-1`), programs.get(`${part}-2`)].filter(
        (one): one is Running => one !== undefined,
      );
    const directory = programs.get('directory');
    if (!directory) throw new Error('there is no directory');
    const stack: DistributedHouse = {
      freezeDirectory: () => void process.kill(directory.pid(), 'SIGSTOP'),
      thawDirectory: () => void process.kill(directory.pid(), 'SIGCONT'),
      stopDirectory: directory.stop,
      startDirectory: directory.start,
      ...addresses,
      importerSecret,
      adminUrl: postgres.url.replace(/\/postgres$/, '/bekhedmetkom'),
      mailsTo: mailbox.mailsTo,
      crash: async (part) => void (await Promise.all(both(part).map((one) => one.kill()))),
      recover: async (part) => {
        for (const one of both(part)) await one.start();
      },
      close,
    };
    return { stack, clock, clockUrls };
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function plan(given: {
  ports: number[];
  folder: string;
  urlOf(name: SubgraphName): string;
  redisUrl: string;
  smtpUrl: string;
  environment: Record<string, string>;
}) {
  const keys = await makeKeyPair();
  const secret = () => randomBytes(32).toString('base64');
  const importerSecret = randomBytes(24).toString('base64url');
  const names = [
    'directory',
    'complaint-1',
    'complaint-2',
    'kpi',
    'notification',
    'identity',
    'gateway-1',
    'gateway-2',
    'web',
  ];
  const portOf = (name: string) => String(given.ports[names.indexOf(name)]);
  const at = (name: string) => `http://127.0.0.1:${portOf(name)}`;
  const addresses = {
    webUrl: `http://localhost:${portOf('web')}`,
    gatewayUrl: at('gateway-1'),
    issuerUrl: `http://localhost:${portOf('identity')}`,
  };
  const contactKey = secret();
  const common = {
    ...given.environment,
    REDIS_URL: given.redisUrl,
    LOG_LEVEL: 'warn',
    INTERNAL_PUBLIC_KEY: keys.publicKey,
    INTERNAL_PRIVATE_KEY: keys.privateKey,
    DIRECTORY_URL: at('directory'),
    COMPLAINT_URL: at('complaint-2'),
    ISSUER_URL: addresses.issuerUrl,
    WEB_ORIGIN: addresses.webUrl,
    CONTACT_KEY: contactKey,
    ATTACHMENTS_DIR: join(given.folder, 'attachments'),
  };
  const subgraphs = {
    KPI_URL: at('kpi'),
    NOTIFICATION_URL: at('notification'),
    COMPLAINT_URL: `${at('complaint-1')},${at('complaint-2')}`,
  };
  const alone = (name: string, file: string, environment: Record<string, string>): [string, Running] => [
    name,
    program({
      name,
      file: join(root, file),
      environment: { ...common, PORT: portOf(name), ...environment },
      readyUrl: `${at(name)}${name === 'web' ? '/api/health' : '/ready'}`,
      ...(name === 'web' ? { cwd: join(root, 'web'), plain: true } : {}),
    }),
  ];
  const subgraph = (name: string, of: SubgraphName, more: Record<string, string> = {}) =>
    alone(name, `subgraphs/${of}/main.ts`, { DATABASE_URL: given.urlOf(of), ...more });

  const programs = new Map<string, Running>([
    subgraph('directory', 'directory'),
    subgraph('complaint-1', 'complaint'),
    subgraph('complaint-2', 'complaint'),
    subgraph('kpi', 'kpi'),
    subgraph('notification', 'notification', {
      SMTP_URL: given.smtpUrl,
      MAIL_FROM: 'no-reply@bekhedmetkom.example',
    }),
    alone('identity', 'identity/main.ts', {
      DEMO_ACCOUNTS: 'allowed',
      DEMO_PASSWORD: 'bekhedmetkom',
      COOKIE_KEYS: secret(),
      IMPORTER_SECRET: importerSecret,
      DATA_FOLDER: join(given.folder, 'identity'),
    }),
    alone('gateway-1', 'gateway/main.ts', subgraphs),
    alone('gateway-2', 'gateway/main.ts', subgraphs),
    alone('web', 'web/main.ts', {
      GATEWAY_URL: at('gateway-1'),
      PUBLIC_GATEWAY_URL: `http://localhost:${portOf('gateway-2')}`,
      SESSION_SECRET: secret(),
      NODE_ENV: 'production',
    }),
  ]);
  const keepTime = [...subgraphNames.filter((name) => name !== 'complaint'), 'complaint-1', 'complaint-2'];
  const clockUrls = [...keepTime, 'gateway-1', 'gateway-2'].map((name) => `${at(name)}/ready`);
  return { programs, addresses, importerSecret, clockUrls };
}
