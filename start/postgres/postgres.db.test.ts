import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../test/harness/eventually.ts';
import { keepPostgres } from './keep-postgres.ts';
import { startPostgres } from './postgres.ts';
import { isAlive } from './postgres-process.ts';
import { freePort } from './postgres-room.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(folder: string, port = 0) {
  const server = await startPostgres({ folder, port, durable: false });
  onTestFinished(() => server.close());
  return server;
}

async function ask<R>(url: string, query: string): Promise<R | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows[0] as R | undefined;
}

const pidIn = async (folder: string) =>
  Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);

describe('the embedded Postgres', () => {
  it('compares Arabic words, keeps its data between starts and leaves nothing running', async () => {
    const folder = await newFolder();
    const first = await start(folder);
    const pid = await pidIn(folder);
    await ask(first.url, 'create extension pg_trgm');
    await ask(first.url, 'create table kept as select 1 as n');
    expect(await ask(first.url, "select similarity('شارع الجامعة', 'شارع الجامعه') > 0.5 as alike")).toEqual({
      alike: true,
    });
    await first.close();
    expect(isAlive(pid)).toBe(false);
    const second = await start(folder);
    expect(await ask(second.url, 'select n from kept')).toEqual({ n: 1 });
  });

  it('takes the next port when somebody has it', async () => {
    const port = await freePort(40_000);
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    const server = await start(await newFolder(), port);
    expect(Number(new URL(server.url).port)).toBeGreaterThan(port);
  });

  it('takes over one that a killed parent left running', async () => {
    const folder = await newFolder();
    const left = await start(folder);
    const pid = await pidIn(folder);
    const again = await start(folder);
    expect(again.url).toBe(left.url);
    await again.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts after a crash, also when its old number now belongs to somebody else', async () => {
    const folder = await newFolder();
    const first = await start(folder);
    const pid = await pidIn(folder);
    const lines = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(
      join(folder, 'data', 'postmaster.pid'),
      [String(process.pid), ...lines.slice(1)].join('\n'),
    );
    await first.close();
    const second = await start(folder);
    expect(await ask(second.url, 'select 1 as n')).toEqual({ n: 1 });
  });

  it('is started again, at the same port, when it was killed', async () => {
    const folder = await newFolder();
    const lines: string[] = [];
    const server = await keepPostgres({ folder, port: 0, durable: false }, (line) => lines.push(line));
    onTestFinished(() => server.close());
    for (const round of [1, 2]) {
      const { pid } = server;
      process.kill(pid, 'SIGKILL');
      await eventually(() => expect(server.pid).not.toBe(pid));
      await eventually(async () => expect(await ask(server.url, 'select 1 as n')).toEqual({ n: 1 }));
      await eventually(() =>
        expect(lines.filter((line) => line === 'Postgres is back.')).toHaveLength(round),
      );
    }
    const { pid } = server;
    await server.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('begins anew where making the data folder was interrupted', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'data.unfinished'));
    await writeFile(join(folder, 'data.unfinished', 'PG_VERSION'), '18');
    const server = await start(folder);
    expect(await ask(server.url, 'select 1 as n')).toEqual({ n: 1 });
  });

  it('says what Postgres says when it does not start', async () => {
    const folder = await newFolder();
    await (await start(folder)).close();
    await writeFile(join(folder, 'data', 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(start(folder)).rejects.toThrow(/did not start:[\s\S]*no_such_setting/);
  });

  it.runIf(process.getuid?.() === 0)('runs for a user who is not root', async () => {
    const folder = await newFolder();
    const nobody = 65_534;
    await chown(folder, nobody, nobody);
    await chmod(folder, 0o755);
    const script = `
      import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
      const server = await startPostgres({ folder: ${JSON.stringify(join(folder, 'deep'))}, port: 0, durable: false });
      process.stdout.write(server.url);
      await server.close();`;
    const flags = ['--import', '@bekhedmetkom/platform/runtime', '--input-type=module', '--eval', script];
    const child = spawn(process.execPath, flags, { cwd: import.meta.dirname, uid: nobody, gid: nobody });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => child.once('close', resolve));
    expect(said).toMatch(/^postgres:\/\/postgres:[\w-]+@127\.0\.0\.1:\d+\/postgres$/);
  });

  it.runIf(process.getuid?.() === 0)(
    'finds another room when its user may not enter the folder',
    async () => {
      const closed = await newFolder();
      await chmod(closed, 0o700);
      const server = await start(join(closed, 'data'));
      onTestFinished(() => rm(server.folder, { recursive: true, force: true }));
      expect(server.folder).toMatch(/^\/var\/tmp\/embedded-postgres-/);
      expect(await ask(server.url, 'select 1 as n')).toEqual({ n: 1 });
    },
  );
});
