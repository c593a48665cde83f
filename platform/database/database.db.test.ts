import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTestDatabase } from '../../test/harness/database.ts';
import { asAdmin } from '../../test/harness/run.ts';
import { makeKeyPair, openSigner, openVerifier, serviceViewer } from '../auth/auth.ts';
import { openLogger } from '../telemetry/telemetry.ts';
import { databaseNow, followDatabaseClock, migrate, openDatabase } from './database.ts';

class Shelves1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('create table shelf (id int primary key, label text, day date, n bigint)');
  }
  async down() {}
}

class Halfway1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('create table half (id int)');
    await runner.query('create table half (id int)');
  }
  async down() {}
}

class Books1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('create table book (id int)');
  }
  async down() {}
}

const migrations = [Shelves1700000000001];

describe('the database', () => {
  it('is made with its role, schema and extensions by migrating', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const [row] = await test.database.query<Record<string, unknown>>(
      `select current_user as role, current_schema() as schema, 'مياه' % 'مياة' as similar, unaccent('é') as plain,
              to_regclass('shop.shelf') is not null as migrated, current_setting('statement_timeout') as timeout`,
    );
    expect(row).toEqual({
      role: 'shop',
      schema: 'shop',
      similar: true,
      plain: 'e',
      migrated: true,
      timeout: '2500ms',
    });
  });

  it('gives days as text and bigint as number', async () => {
    await using test = await openTestDatabase('shop', migrations);
    await test.database.query("insert into shelf values (1, 'a', '2026-02-03', 9007199254740991)");
    const rows = await test.database.prepared('shelf-by-id', 'select day, n from shelf where id = $1', [1]);
    expect(rows).toEqual([{ day: '2026-02-03', n: 9007199254740991 }]);
  });

  it('commits a transaction and tells who listens, or undoes it and tells nobody', async () => {
    await using test = await openTestDatabase('shop', migrations);
    let told = 0;
    test.database.onCommit(() => told++);
    await test.database.transaction((tx) => tx.query("insert into shelf values (1, 'kept')"));
    const failed = test.database.transaction(async (tx) => {
      await tx.query("insert into shelf values (2, 'undone')");
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await test.database.query('select label from shelf')).toEqual([{ label: 'kept' }]);
    expect(told).toBe(1);
  });

  it('tells a transaction that did not commit as a fault, and tells nobody of it', async () => {
    await using test = await openTestDatabase('shop', migrations, { poolSize: 1 });
    let told = 0;
    test.database.onCommit(() => told++);
    const swallowed = test.database.transaction(async (tx) => {
      await tx.query("insert into shelf values (1, 'lost')");
      await tx.query('select 1/0').catch(() => undefined);
      return 'done';
    });
    await expect(swallowed).rejects.toThrow('the transaction did not commit');
    expect(told).toBe(0);
    expect(await test.database.query('select label from shelf')).toEqual([]);
  });

  it('keeps its connection when a statement fails', async () => {
    await using test = await openTestDatabase('shop', migrations, { poolSize: 1 });
    const backend = async () =>
      (await test.database.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid;
    const before = await backend();
    await expect(test.database.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    await expect(test.database.transaction((tx) => tx.query('select 1/0'))).rejects.toMatchObject({
      code: '22012',
    });
    const slow = 'set local statement_timeout = 20; select pg_sleep(2)';
    await expect(test.database.query(slow)).rejects.toMatchObject({ code: '57014' });
    await expect(test.database.transaction((tx) => tx.query(slow))).rejects.toMatchObject({ code: '57014' });
    expect(await backend()).toBe(before);
  });

  it('reads the answer to a COMMIT that TypeORM sends itself', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const swallowed = test.database.manager.transaction(async (manager) => {
      await manager.query("insert into shelf values (1, 'lost')");
      await manager.query('select 1/0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('the transaction did not commit');
    expect(await test.database.query('select label from shelf')).toEqual([]);
  });

  it('lends TypeORM’s manager inside the transaction, with its time-outs', async () => {
    await using test = await openTestDatabase('shop', migrations, { poolSize: 1 });
    const undone = test.database.transaction(async ({ manager }) => {
      await manager.query("insert into shelf values (1, 'undone')");
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    const slow = test.database.transaction(({ manager }) => manager.query('select pg_sleep(2)'), {
      timeout: 20,
    });
    await expect(slow).rejects.toThrow(/timeout/);
    await test.database.transaction(({ manager }) => manager.query('select pg_sleep(3)'), { timeout: 9_000 });
    expect(await test.database.manager.query('select label from shelf')).toEqual([]);
  });

  it('lends its clock', async () => {
    await using test = await openTestDatabase('shop', migrations);
    expect(await databaseNow(test.database)).toBeInstanceOf(Date);
  });
});

describe('the clock that programs share', () => {
  it('is the database’s, whatever the machine says: identities hold between machines that disagree', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const keys = await makeKeyPair();
    const at = async (shift: number) => {
      vi.setSystemTime(Date.now() + shift);
      const clock = await followDatabaseClock(test.database, openLogger('test', 'silent'));
      onTestFinished(() => clock.close());
      return clock;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const shift of [-40_000, 300_000, 86_400_000]) {
      const right = await at(0);
      const wrong = await at(shift);
      expect(Math.abs(wrong.now() - right.now())).toBeLessThan(4_000);
      const signer = await openSigner(keys.privateKey, wrong);
      const verifier = await openVerifier(keys.publicKey, 'shop', right);
      const viewer = serviceViewer('other');
      expect(await verifier.verify(await signer.sign(viewer, 'shop'))).toEqual(viewer);
      const there = await openVerifier(keys.publicKey, 'shop', wrong);
      const here = await openSigner(keys.privateKey, right);
      expect(await there.verify(await here.sign(viewer, 'shop'))).toEqual(viewer);
    }
  });
});

describe('migrating', () => {
  it('leaves nothing of a migration that fails half-way, and names it', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const all = [Shelves1700000000001, Halfway1700000000002, Books1700000000003];
    const names: string[] = [];
    const again = () =>
      migrate({
        adminUrl: test.adminUrl,
        url: test.url,
        schema: 'shop',
        migrations: all,
        onProgress: (n) => names.push(n),
      });
    await expect(again()).rejects.toThrow(
      'Migration Halfway1700000000002 failed and was undone: relation "half" already exists.',
    );
    expect(names).toEqual(['Halfway1700000000002']);
    const [row] = await test.database.query(
      "select to_regclass('half') as half, to_regclass('book') as book",
    );
    expect(row).toEqual({ half: null, book: null });
  });

  it('may run twice at once', async () => {
    await using test = await openTestDatabase('shop', []);
    const options = { adminUrl: test.adminUrl, url: test.url, schema: 'shop', migrations };
    await Promise.all([migrate(options), migrate(options)]);
    expect(await test.database.query('select name from migration')).toEqual([
      { name: 'Shelves1700000000001' },
    ]);
  });

  it('makes the database and gives the role a new password when asked to', async () => {
    await using test = await openTestDatabase('shop', []);
    const name = `${process.env.TEST_RUN}_made_${process.pid}`;
    const url = new URL(test.url);
    Object.assign(url, { pathname: `/${name}`, username: 'keeper', password: `p${Date.now()}` });
    await migrate({ adminUrl: test.adminUrl, url: url.href, schema: 'keeper', migrations });
    const database = await openDatabase({ url: url.href, schema: 'keeper', migrations });
    await database.close();
    await asAdmin(test.adminUrl, (admin) => admin.query(`drop database "${name}"`));
  });

  it('says plainly that nothing answers', async () => {
    const url = 'postgres://shop:secret@127.0.0.1:1/none';
    const options = { adminUrl: url, url, schema: 'shop', migrations };
    await expect(migrate(options)).rejects.toThrow(
      'The database at 127.0.0.1:1 cannot be prepared for "shop": nothing answers there.',
    );
  });
});

describe('opening the database', () => {
  it('refuses a schema that is behind, in a plain sentence', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const open = openDatabase({
      url: test.url,
      schema: 'shop',
      migrations: [...migrations, Books1700000000003],
    });
    await expect(open).rejects.toThrow(
      'The database schema "shop" is behind this program; missing: Books1700000000003. Run "npm run migrate" first.',
    );
  });

  it('accepts a schema that is ahead: the previous release runs on it', async () => {
    await using test = await openTestDatabase('shop', migrations);
    const database = await openDatabase({ url: test.url, schema: 'shop', migrations: [] });
    await database.close();
  });

  it('refuses a role that works in another schema', async () => {
    await using test = await openTestDatabase('shop', migrations);
    await expect(openDatabase({ url: test.adminUrl, schema: 'shop' })).rejects.toThrow('not in "shop"');
  });

  it('says plainly where nothing answers, without the password', async () => {
    const open = openDatabase({ url: 'postgres://shop:secret@127.0.0.1:1/none', schema: 'shop' });
    await expect(open).rejects.toThrow(
      'The database at 127.0.0.1:1/none cannot be opened: nothing answers there.',
    );
  });
});
