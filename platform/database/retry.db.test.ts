import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/harness/database.ts';
import type { Tx } from './database.ts';

class Accounts1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('create table account (id int primary key, sum int not null)');
    await runner.query('insert into account values (1, 10), (2, 10)');
  }
  async down() {}
}

const open = () => openTestDatabase('bank', [Accounts1700000000001], { poolSize: 4 });
const sums = `select array_agg(sum order by id) as sums from account`;

/** Two that wait for each other the first time they come here, and for nobody afterwards. */
function meetingPoint(): () => Promise<void> {
  const met = Promise.withResolvers<void>();
  let arrived = 0;
  return async () => {
    if (++arrived === 2) met.resolve();
    await met.promise;
  };
}

const add = (tx: Tx, id: number) => tx.query('update account set sum = sum + 1 where id = $1', [id]);

describe('a transaction that the database undid for another’s sake', () => {
  it('is run again when two of them are in each other’s way, and both are kept', async () => {
    await using test = await open();
    const meet = meetingPoint();
    let attempts = 0;
    let told = 0;
    test.database.onCommit(() => told++);
    const move = (first: number, second: number) =>
      test.database.transaction(async (tx) => {
        attempts++;
        await add(tx, first);
        await meet();
        await add(tx, second);
      });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(await test.database.query(sums)).toEqual([{ sums: [12, 12] }]);
    expect(attempts).toBeGreaterThan(2);
    expect(told).toBe(2);
  });

  it('is run again when it read what another changed meanwhile', async () => {
    await using test = await open();
    const meet = meetingPoint();
    const copy = (from: number, to: number) =>
      test.database.transaction(async (tx) => {
        await tx.query('set transaction isolation level serializable');
        const [row] = await tx.query<{ sum: number }>('select sum from account where id = $1', [from]);
        await meet();
        await tx.query('update account set sum = $2 where id = $1', [to, (row?.sum ?? 0) + 1]);
      });
    await Promise.all([copy(1, 2), copy(2, 1)]);
    expect((await test.database.query<{ sums: number[] }>(sums))[0]?.sums.toSorted()).toEqual([11, 12]);
  });

  it('is given up after some attempts, and everything else at once', async () => {
    await using test = await open();
    const attempts = { undone: 0, wrong: 0 };
    const raise = (code: string) => `do $$ begin raise exception 'no' using errcode = '${code}'; end $$`;
    const undone = test.database.transaction(async (tx) => {
      attempts.undone++;
      await tx.query(raise('40P01'));
    });
    await expect(undone).rejects.toMatchObject({ code: '40P01' });
    const wrong = test.database.transaction(async (tx) => {
      attempts.wrong++;
      await tx.query(raise('23505'));
    });
    await expect(wrong).rejects.toMatchObject({ code: '23505' });
    expect(attempts).toEqual({ undone: 5, wrong: 1 });
  });
});
