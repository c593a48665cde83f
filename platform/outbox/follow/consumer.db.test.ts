import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { count, logger, metrics, openLogDatabase, openPublisher, topic } from '../../../test/harness/log.ts';
import { type Bus, openMemoryBus } from '../../bus/bus.ts';
import type { Database, Tx } from '../../database/database.ts';
import {
  dropDeadLetters,
  type LoggedEvent,
  listDeadLetters,
  readLog,
  retryDeadLetters,
  startConsumer,
} from '../outbox.ts';

/** The publisher's feed, as a server that can be switched off. */
async function openFeed(database: Database, port = 0) {
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://feed');
    const page = await readLog(
      database,
      Number(searchParams.get('after')),
      Number(searchParams.get('limit')),
    );
    response.end(JSON.stringify(page));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  const address = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, stop };
}

async function open() {
  const publisher = await openPublisher();
  const feed = await openFeed(publisher.database);
  const own = await openLogDatabase();
  const follow = (
    apply: (tx: Tx, events: LoggedEvent[]) => Promise<void> = note,
    options: { bus?: Bus; database?: Database; batch?: number; tries?: number } = {},
  ) => {
    const follower = startConsumer({
      database: own.database,
      bus: publisher.bus,
      topic,
      origin: feed.origin,
      sign: async () => 'token',
      apply,
      logger,
      metrics,
      ...options,
    });
    onTestFinished(() => follower.close());
    return follower;
  };
  const seen = async () => {
    const rows = await own.database.query<{ position: number }>(
      'select position from seen order by position',
    );
    return rows.map((row) => row.position);
  };
  return { publisher, feed, own, follow, seen };
}

async function note(tx: Tx, events: LoggedEvent[]): Promise<void> {
  for (const event of events) await tx.query('insert into seen values ($1, $2)', [event.id, event.position]);
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

async function countMany(database: Database, times: number): Promise<void> {
  const key = randomUUID();
  for (let turn = 0; turn < times; turn++) await count(database, key);
}

describe('a follower', () => {
  it('applies the whole log in order, then what comes, and says when it has caught up', async () => {
    const { publisher, follow, seen } = await open();
    await countMany(publisher.database, 7);
    const order: number[] = [];
    const follower = follow(
      async (tx, events) => {
        order.push(...events.map((event) => event.position));
        await note(tx, events);
      },
      { batch: 3 },
    );
    await eventually(async () => expect(await seen()).toHaveLength(7));
    await countMany(publisher.database, 3);
    await eventually(async () => {
      await follower.caughtUp();
      expect(await seen()).toEqual(range(1, 10));
    });
    expect(order).toEqual(range(1, 10));
  });

  it('has each effect exactly once, with two followers and crashes inside', async () => {
    const { publisher, own, follow, seen } = await open();
    const other = await own.openAgain();
    const crashing = async (tx: Tx, events: LoggedEvent[]) => {
      await note(tx, events.slice(0, 1));
      if (Math.random() < 0.3) throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
      await note(tx, events.slice(1));
    };
    follow(crashing, { batch: 5 });
    follow(crashing, { batch: 7, database: other });
    await Promise.all(range(1, 10).map(() => countMany(publisher.database, 10)));
    await eventually(async () => expect(await seen()).toEqual(range(1, 100)));
  });

  it('parks an event that cannot be applied, and goes on with the others', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 6);
    let tried = 0;
    follow(
      async (tx, events) => {
        for (const event of events) {
          if (event.position === 3) tried++;
          if (event.position === 3) throw new Error('poison');
          await note(tx, [event]);
        }
      },
      { tries: 3 },
    );
    await eventually(async () => expect(await seen()).toEqual([1, 2, 4, 5, 6]));
    expect(tried).toBeGreaterThanOrEqual(3);
    const parked = await own.database.query(
      "select position, reason, event->>'type' as type from dead_letter_event",
    );
    expect(parked).toEqual([{ position: 3, reason: 'Error: poison', type: 'tally.counted' }]);
    expect(await metrics.registry.getSingleMetricAsString('follower_parked_total')).toContain('} 1');
  });

  it('tries a dead-letter event again on request, drops it on request, and counts those it keeps', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 5);
    let poison = new Set([2, 4]);
    follow(
      async (tx, events) => {
        if (events.some((event) => poison.has(event.position))) throw new Error(`poison ${poison.size}`);
        await note(tx, events);
      },
      { tries: 1 },
    );
    await eventually(async () => expect(await seen()).toEqual([1, 3, 5]));
    const kept = async () => (await listDeadLetters(own.database)).map((letter) => letter.position);
    expect(await kept()).toEqual([2, 4]);
    await eventually(async () =>
      expect(await metrics.registry.getSingleMetricAsString('dead_letter_events')).toMatch(/"tallies".*\} 2/),
    );

    poison = new Set([4]);
    expect(await retryDeadLetters(own.database, {})).toBe(2);
    await eventually(async () => expect(await kept()).toEqual([4]));
    await eventually(async () =>
      expect(await listDeadLetters(own.database)).toMatchObject([
        { topic, position: 4, reason: 'Error: poison 1', retrying: false, event: { type: 'tally.counted' } },
      ]),
    );
    expect(await seen()).toEqual([1, 2, 3, 5]);
    expect(await dropDeadLetters(own.database, { topic, positions: [4] })).toBe(1);
    expect(await kept()).toEqual([]);
  });

  it('keeps dead-letter events when it begins again, until they can be applied', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 3);
    let poisoned = true;
    const apply = async (tx: Tx, events: LoggedEvent[]) => {
      if (poisoned && events.some((event) => event.position === 2)) throw new Error('poison');
      await note(tx, events);
    };
    follow(apply, { tries: 1 });
    await eventually(async () => expect(await seen()).toEqual([1, 3]));
    await own.database.query('update consumer_offset set position = 0');
    await eventually(async () => expect(await seen()).toEqual([1, 1, 3, 3]));
    expect(await listDeadLetters(own.database)).toHaveLength(1);
    poisoned = false;
    await own.database.query('update consumer_offset set position = 0');
    await eventually(async () => expect(await listDeadLetters(own.database)).toEqual([]));
    expect(await seen()).toEqual([1, 1, 1, 2, 3, 3, 3]);
  });

  it('waits when the other transaction was in the way, and parks nothing', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 2);
    let failures = 0;
    follow(async (tx, events) => {
      if (failures++ < 2) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      await note(tx, events);
    });
    await eventually(async () => expect(await seen()).toEqual([1, 2]));
    expect(await own.database.query('select * from dead_letter_event')).toEqual([]);
  });

  it('catches up by looking when the bus says nothing', async () => {
    const { publisher, follow, seen } = await open();
    follow(note, { bus: openMemoryBus() });
    await countMany(publisher.database, 4);
    await eventually(async () => expect(await seen()).toEqual(range(1, 4)));
  });

  it('waits while the publisher is down, and goes on when it is back', async () => {
    const { publisher, feed, follow, seen } = await open();
    await feed.stop();
    follow();
    await countMany(publisher.database, 3);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await seen()).toEqual([]);
    await openFeed(publisher.database, feed.port);
    await eventually(async () => expect(await seen()).toEqual(range(1, 3)));
  });

  it('can begin again from nothing and gets the same', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 5);
    const first = follow();
    await eventually(async () => expect(await seen()).toHaveLength(5));
    await first.close();
    await own.database.query('delete from consumer_offset');
    await own.database.query('delete from seen');
    await follow().caughtUp();
    expect(await seen()).toEqual(range(1, 5));
  });

  it('loses nothing when it is rewound while a page is under way', async () => {
    const { publisher, own, follow, seen } = await open();
    await countMany(publisher.database, 20);
    let rewound = false;
    follow(
      async (tx, events) => {
        await note(tx, events);
        if (rewound || events[0]?.position !== 5) return;
        rewound = true;
        setTimeout(() => own.database.query('update consumer_offset set position = 0'), 0);
      },
      { batch: 4 },
    );
    await eventually(async () => {
      const positions = await seen();
      expect(positions.filter((position) => position <= 8)).toEqual(range(1, 8).flatMap((n) => [n, n]));
      expect(new Set(positions)).toEqual(new Set(range(1, 20)));
    });
  });
});
