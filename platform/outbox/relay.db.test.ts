import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../test/harness/eventually.ts';
import { count, logger, metrics, openLogDatabase, topic } from '../../test/harness/log.ts';
import { openMemoryBus } from '../bus/bus.ts';
import type { Database } from '../database/database.ts';
import { appendToOutbox, type LoggedEvent, readLog, startRelay } from './outbox.ts';

async function wholeLog(database: Database): Promise<LoggedEvent[]> {
  return (await readLog(database, 0, 100_000)).events;
}

function relayOn(database: Database, bus = openMemoryBus()) {
  const relay = startRelay({ database, bus, topic, logger, metrics });
  onTestFinished(() => relay.close());
  return relay;
}

describe('the relay', () => {
  it('gives positions without gaps, in commit order, under twenty writers and two relays', async () => {
    const { database, openAgain } = await openLogDatabase();
    const second = await openAgain();
    relayOn(database);
    relayOn(second);
    const shared = randomUUID();
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      const own = randomUUID();
      for (let turn = 0; turn < 15; turn++) {
        const through = (writer + turn) % 2 ? database : second;
        await count(through, own);
        await count(through, shared);
        await count(through, own, true).catch(() => {});
      }
    });
    await Promise.all(writers);
    const log = await eventually(async () => {
      const events = await wholeLog(database);
      expect(events).toHaveLength(600);
      return events;
    });
    expect(log.map((event) => event.position)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
    const versions = Map.groupBy(log, (event) => event.key);
    for (const [, events] of versions) {
      expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1));
    }
    expect(versions.get(shared)).toHaveLength(300);
    expect(new Set(log.map((event) => event.id)).size).toBe(600);
  });

  it('moves what a process left behind that died between commit and publish', async () => {
    const { database } = await openLogDatabase();
    await count(database, randomUUID());
    expect(await wholeLog(database)).toEqual([]);
    const bus = openMemoryBus();
    const heard: string[] = [];
    await bus.listen(topic, (payload) => heard.push(payload));
    relayOn(database, bus);
    await eventually(() => expect(heard).toEqual(['1']));
    expect(await wholeLog(database)).toHaveLength(1);
  });

  it('is woken by the commit, well before it would have looked', async () => {
    const { database } = await openLogDatabase();
    const relay = relayOn(database);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await count(database, randomUUID());
    await eventually(async () => expect(await wholeLog(database)).toHaveLength(1));
    await appendToOutbox(database, { key: randomUUID(), version: 1, type: 'other', payload: null });
    relay.wake();
    await eventually(async () => expect(await wholeLog(database)).toHaveLength(2));
  });

  it('keeps an event as it was announced, and the order within one transaction', async () => {
    const { database } = await openLogDatabase();
    relayOn(database);
    const [id, key] = [randomUUID(), randomUUID()];
    const payload = { text: 'شكراً "جزيلاً"', list: [1, null], deep: { yes: true } };
    await database.transaction(async (tx) => {
      const more = Array.from({ length: 9 }, (_, index) => ({
        key,
        version: index + 2,
        type: 'b',
        payload: index,
      }));
      await appendToOutbox(tx, [{ id, key, version: 1, type: 'a', payload }, ...more]);
    });
    const log = await eventually(async () => {
      const events = await wholeLog(database);
      expect(events).toHaveLength(10);
      return events;
    });
    expect(log[0]).toEqual({ position: 1, id, key, version: 1, type: 'a', payload, at: expect.any(String) });
    expect(new Date(log[0]?.at ?? '').toISOString()).toBe(log[0]?.at);
    expect(log.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('survives the loss of its connection', async () => {
    const { database, openAgain } = await openLogDatabase();
    const other = await openAgain();
    relayOn(database);
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user and datname = current_database()',
    );
    await count(other, randomUUID());
    await eventually(async () => expect(await wholeLog(other)).toHaveLength(1));
  });
});
