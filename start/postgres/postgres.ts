import { randomBytes } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { Client } from 'pg';
import { adopt, isAlive, runToEnd, spawnDetached } from './postgres-process.ts';
import { freePort, locateBinaries, roomFor } from './postgres-room.ts';

export interface EmbeddedPostgres {
  /** Of the superuser, to the database "postgres". */
  url: string;
  /** Where the data really is: elsewhere than asked when Postgres's user may not enter there. */
  folder: string;
  /** Of the server's process. */
  pid: number;
  /** Fast shutdown; resolves when the server has gone. */
  close(): Promise<void>;
}

interface Options {
  /** Kept between starts: the cluster, its password, its log. */
  folder: string;
  /** The next free one is taken when this is not. */
  port: number;
  /** True when no other port will do. */
  exactly?: boolean;
  /** False for tests: nothing survives a crash of the machine, everything is faster. */
  durable?: boolean;
}

// Arabic trigram similarity is 0 without UTF-8 and ICU.
const initdbFlags = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--username=postgres',
  '--auth=scram-sha-256',
];

/**
 * Starts the Postgres that came with the packages, on 127.0.0.1, as root (under the user "postgres", made
 * when missing) or as anybody else. One that an earlier, killed parent left running is taken over.
 * @throws StartupError with the end of Postgres's own log
 */
export async function startPostgres({
  folder: wanted,
  port,
  exactly = false,
  durable = true,
}: Options): Promise<EmbeddedPostgres> {
  const room = await roomFor(wanted);
  const { folder } = room;
  const data = join(folder, 'data');
  const password = await keepPassword(folder);
  const urlAt = (at: number) => `postgres://postgres:${password}@127.0.0.1:${at}/postgres`;

  const left = await adopt(data, (at) => answers(urlAt(at)));
  if (left) return { url: urlAt(left.port), folder, pid: left.pid, close: left.stop };

  const binaries = await locateBinaries(room);
  if (!existsSync(data)) await makeCluster(binaries.initdb, data, password, durable, room.user);
  const chosen = exactly ? port : await freePort(port);
  const log = join(folder, 'postgres.log');
  const server = spawnDetached(
    binaries.postgres,
    serverFlags(data, chosen, durable),
    openSync(log, 'w'),
    room.user,
  );
  const deadline = Date.now() + 30_000;
  while (!(await answers(urlAt(chosen)))) {
    if (isAlive(server.pid) && Date.now() < deadline) continue;
    await server.stop();
    const tail = (await readFile(log, 'utf8')).trim().split('\n').slice(-5).join('\n  ');
    throw new StartupError(`The embedded Postgres in ${folder} did not start:\n  ${tail}`);
  }
  return { url: urlAt(chosen), folder, pid: server.pid, close: server.stop };
}

function serverFlags(data: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

/** Made beside its final place, so that a half-made cluster is never taken for a whole one. */
async function makeCluster(
  initdb: string,
  data: string,
  password: string,
  durable: boolean,
  user: { uid: number; gid: number } | undefined,
): Promise<void> {
  const unfinished = `${data}.unfinished`;
  const passwordFile = `${data}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o644 });
  const flags = [...initdbFlags, `--pgdata=${unfinished}`, `--pwfile=${passwordFile}`];
  const result = await runToEnd(initdb, durable ? flags : [...flags, '--no-sync'], user);
  await rm(passwordFile);
  if (result.code !== 0)
    throw new StartupError(`The embedded Postgres could not make its data folder:\n${result.output}`);
  await rename(unfinished, data);
}

async function keepPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  await mkdir(folder, { recursive: true });
  if (!existsSync(file)) await writeFile(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
