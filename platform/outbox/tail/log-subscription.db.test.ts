import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { count, logger, metrics, openPublisher, topic } from '../../../test/harness/log.ts';
import { openMemoryBus } from '../../bus/bus.ts';
import type { Database } from '../../database/database.ts';
import { encodeCursor, type LoggedEvent, openLogSubscription } from '../outbox.ts';

async function openTailed(options: { queueLimit?: number; stallLimit?: number; memory?: number } = {}) {
  const publisher = await openPublisher();
  const tail = await openLogSubscription({ ...publisher, topic, logger, metrics, ...options });
  onTestFinished(() => tail.close());
  return { ...publisher, tail };
}

async function countMany(database: Database, times: number, key = randomUUID()): Promise<void> {
  for (let turn = 0; turn < times; turn++) await count(database, key);
}

/** Reads positions until one is reached. */
async function readUntil(stream: AsyncIterable<LoggedEvent>, last: number): Promise<number[]> {
  const positions: number[] = [];
  for await (const event of stream) {
    positions.push(event.position);
    if (event.position >= last) break;
  }
  return positions;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the tail of a log', () => {
  it('streams what comes, to everybody', async () => {
    const { database, tail } = await openTailed();
    const streams = [tail.subscribe(), tail.subscribe()].map((stream) => readUntil(stream, 5));
    await countMany(database, 5);
    expect(await Promise.all(streams)).toEqual([range(1, 5), range(1, 5)]);
  });

  it('lets pass only what is accepted', async () => {
    const { database, tail } = await openTailed();
    const even = readUntil(tail.subscribe({ accept: (event) => event.version % 2 === 0 }), 6);
    await countMany(database, 6);
    expect(await even).toEqual([2, 4, 6]);
  });

  it('begins where it is told, and goes live', async () => {
    const { database, tail } = await openTailed();
    await countMany(database, 4);
    await eventually(() => expect(tail.position).toBe(4));
    const all = readUntil(tail.subscribe({ after: encodeCursor(0) }), 6);
    const some = readUntil(tail.subscribe({ after: encodeCursor(3) }), 6);
    await countMany(database, 2);
    expect(await all).toEqual(range(1, 6));
    expect(await some).toEqual(range(4, 6));
  });

  it.each([{ memory: 5 }, { memory: 2_000 }])(
    'has no gap and no double, whenever one joins while twenty write (memory $memory)',
    async ({ memory }) => {
      const { database, tail } = await openTailed({ memory });
      const total = 600;
      const writing = Promise.all(range(1, 20).map(() => countMany(database, total / 20)));
      const readers = range(1, 60).map(async () => {
        await sleep(Math.random() * 300);
        const known = Math.min(tail.position, total - 1);
        const from = Math.random() < 0.2 ? known : Math.floor(Math.random() * (known + 1));
        const stream = tail.subscribe({ after: encodeCursor(from) });
        const positions: number[] = [];
        for await (const event of stream) {
          positions.push(event.position);
          if (Math.random() < 0.05) await sleep(Math.random() * 10);
          if (event.position === total) break;
        }
        expect(positions).toEqual(range(from + 1, total));
      });
      await Promise.all([writing, ...readers]);
    },
  );

  it('needs no signal: it looks by itself', async () => {
    const { database, tail: _, ...publisher } = await openTailed();
    const deaf = await openLogSubscription({
      ...publisher,
      database,
      bus: openMemoryBus(),
      topic,
      logger,
      metrics,
    });
    onTestFinished(() => deaf.close());
    const reading = readUntil(deaf.subscribe(), 2);
    await countMany(database, 2);
    expect(await reading).toEqual([1, 2]);
  });

  it('tells a reader who stalls to begin again, and nobody else', async () => {
    const { database, tail } = await openTailed({ queueLimit: 5, stallLimit: 20 });
    const stalled = tail.subscribe();
    const healthy = readUntil(tail.subscribe(), 60);
    const first = stalled.next();
    // In two goes: what comes in one page with the event that a reader takes has not stalled behind it.
    await countMany(database, 20);
    expect((await first).value.position).toBe(1);
    await countMany(database, 40);
    expect(await healthy).toEqual(range(1, 60));
    await expect(stalled.next()).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    expect(await stalled.next()).toEqual({ done: true, value: undefined });
  });

  it('keeps a slow reader, with little in memory for it', async () => {
    const { database, tail } = await openTailed({ queueLimit: 5 });
    const slow = tail.subscribe();
    const read: number[] = [];
    const writing = Promise.all(range(1, 10).map(() => countMany(database, 20)));
    for await (const event of slow) {
      read.push(event.position);
      await sleep(2);
      if (event.position === 200) break;
    }
    await writing;
    expect(read).toEqual(range(1, 200));
  });

  it('does not hold a replay against its reader, however slow', async () => {
    const { database, tail } = await openTailed({ queueLimit: 10 });
    await countMany(database, 50);
    await eventually(() => expect(tail.position).toBe(50));
    const stream = tail.subscribe({ after: encodeCursor(0) });
    await stream.next();
    await sleep(50);
    expect(await readUntil(stream, 50)).toEqual(range(2, 50));
  });

  it('skips an event that cannot be read, for live readers and for those who come from before it', async () => {
    const { database, tail } = await openTailed();
    const accept = (event: LoggedEvent) => {
      if (event.position === 2) throw new Error('unreadable');
      return true;
    };
    const live = tail.subscribe({ accept });
    const plain = tail.subscribe();
    const reading = [readUntil(live, 4), readUntil(plain, 4)];
    await countMany(database, 4);
    expect(await Promise.all(reading)).toEqual([
      [1, 3, 4],
      [1, 2, 3, 4],
    ]);
    expect(await readUntil(tail.subscribe({ after: encodeCursor(0), accept }), 4)).toEqual([1, 3, 4]);
    expect(await metrics.registry.getSingleMetricAsString('tail_skipped_events_total')).toMatch(/\} 2\n?$/);
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const event = { position: 2, id: 'e', key: 'k', version: 1, type: 't', at: '', payload: {} };
    expect(() => tail.skip(event, away)).toThrow(away);
  });

  it('refuses a cursor that is none, one from the future and one older than the log', async () => {
    const { database, tail } = await openTailed({ memory: 1 });
    await countMany(database, 10);
    await eventually(() => expect(tail.position).toBe(10));
    expect(() => tail.subscribe({ after: 'nonsense' })).toThrow('not a cursor');
    await expect(tail.subscribe({ after: encodeCursor(11) }).next()).rejects.toMatchObject({
      code: 'RESYNC_REQUIRED',
    });
    await database.query('delete from event_log where position <= 5');
    await expect(tail.subscribe({ after: encodeCursor(4) }).next()).rejects.toMatchObject({
      code: 'RESYNC_REQUIRED',
    });
    expect(await readUntil(tail.subscribe({ after: encodeCursor(5) }), 10)).toEqual(range(6, 10));
  });

  it('ends by a signal, by its reader and by closing', async () => {
    const { tail } = await openTailed();
    const stop = new AbortController();
    const [bySignal, byReader, byClosing] = [
      tail.subscribe({ signal: stop.signal }),
      tail.subscribe(),
      tail.subscribe(),
    ];
    const waiting = [bySignal.next(), byReader.next(), byClosing.next()];
    stop.abort();
    await byReader.return?.();
    await tail.close();
    expect(await Promise.all(waiting)).toEqual(Array(3).fill({ done: true, value: undefined }));
  });
});
