import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { type Database, openDatabase } from '@bekhedmetkom/platform/database';
import {
  appendToOutbox,
  consumerTables,
  deadLetterRetries,
  followerTables,
  outboxTables,
  startRelay,
} from '@bekhedmetkom/platform/outbox';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onTestFinished } from 'vitest';
import { openTestDatabase } from './database.ts';

class Outbox1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(outboxTables);
    await runner.query(followerTables);
    await runner.query(deadLetterRetries);
    await runner.query(consumerTables);
    await runner.query('create table tally (key uuid primary key, n integer not null default 0)');
    await runner.query('create table seen (id uuid, position bigint)');
  }
  async down() {}
}

export const topic = 'tallies';
export const logger = openLogger('test', 'silent');
export const metrics = openMetrics('test');

/** A publisher's or follower's own database, with everything that an outbox needs. */
export async function openLogDatabase() {
  const test = await openTestDatabase('logger', [Outbox1700000000001], { poolSize: 30 });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const again = async () => {
    const other = await openDatabase({ url: test.url, schema: 'logger' });
    onTestFinished(() => other.close());
    return other;
  };
  return { database: test.database, url: test.url, openAgain: again };
}

/** A publisher with its relay running. */
export async function openPublisher() {
  const { database, url, openAgain } = await openLogDatabase();
  const bus = openMemoryBus();
  const relay = startRelay({ database, bus, topic, logger, metrics });
  onTestFinished(() => relay.close());
  return { database, url, openAgain, bus, relay };
}

/** Counts one key up, in a transaction that announces it. */
export async function count(database: Database, key: string, fail = false): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx.query<{ n: number }>(
      'insert into tally values ($1, 1) on conflict (key) do update set n = tally.n + 1 returning n',
      [key],
    );
    await appendToOutbox(tx, { key, version: row?.n ?? 0, type: 'tally.counted', payload: { n: row?.n } });
    if (fail) throw new Error('changed my mind');
  });
}
