import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { isQueryTimeout, isUnavailable } from '../errors/errors.ts';
import { migrate, openDatabase } from './database.ts';

/** A Postgres of this test's own, to be stopped and frozen. */
async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'outage-'));
  let server = await startPostgres({ folder, port: 0, durable: false });
  const port = Number(new URL(server.url).port);
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const url = `postgres://shop:test@127.0.0.1:${port}/shop`;
  await migrate({ adminUrl: server.url, url, schema: 'shop', migrations: [] });
  const database = await openDatabase({ url, schema: 'shop', poolSize: 4 });
  onTestFinished(() => database.close());
  await Promise.all(Array.from({ length: 4 }, () => database.ping()));
  return {
    database,
    stop: () => server.close(),
    async startAgain() {
      server = await startPostgres({ folder, port, durable: false });
    },
    async signal(name: NodeJS.Signals) {
      const postmaster = Number(
        (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0],
      );
      const children = (await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8'))
        .trim()
        .split(' ');
      for (const pid of [postmaster, ...children.map(Number)]) process.kill(pid, name);
    },
  };
}

async function failure(work: Promise<unknown>): Promise<{ unavailable: boolean; seconds: number }> {
  const started = performance.now();
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { unavailable: isUnavailable(error), seconds: (performance.now() - started) / 1000 };
}

describe('when the database is away', () => {
  it('fails at once, and works again when it is back', async () => {
    const { database, stop, startAgain } = await open();
    await stop();
    const failures = await Promise.all([
      failure(database.ping()),
      failure(database.transaction((tx) => tx.query('select 1'))),
      failure(database.source.query('select 1')),
    ]);
    for (const one of failures) expect(one).toEqual({ unavailable: true, seconds: expect.closeTo(0, 0) });
    await startAgain();
    await eventually(() => database.ping());
  });

  it('undoes what was running, and says so', async () => {
    const { database, stop, startAgain } = await open();
    await database.query('create table shelf (id int)');
    const running = failure(
      database.transaction(async (tx) => {
        await tx.query('insert into shelf values (1)');
        await stop();
        await tx.query('insert into shelf values (2)');
      }),
    );
    expect((await running).unavailable).toBe(true);
    await startAgain();
    await eventually(async () => expect(await database.query('select * from shelf')).toEqual([]));
  });

  it('fails while it is frozen, also with more askers than connections', async () => {
    const { database, signal } = await open();
    await signal('SIGSTOP');
    onTestFinished(() => signal('SIGCONT').catch(() => {}));
    const failures = await Promise.all([
      ...Array.from({ length: 8 }, () => failure(database.ping())),
      failure(database.transaction((tx) => tx.query('select 1'))),
    ]);
    await signal('SIGCONT');
    for (const { unavailable } of failures) expect(unavailable).toBe(true);
    await eventually(() => database.ping());
  });

  it('stops a statement that runs too long, unless it was given the time', async () => {
    const { database } = await open();
    await expect(database.query('select pg_sleep(4)')).rejects.toSatisfy(isQueryTimeout);
    await database.transaction((tx) => tx.query('select pg_sleep(3)'), { timeout: 5_000 });
  });
});
