import { commonWords } from '@bekhedmetkom/platform/errors';
import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sleep, ToySocket } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
const sockets: ToySocket[] = [];
beforeEach(async () => {
  toys = await openToyGraph({ streamLinger: 100, queryPatience: 500 });
  url = toys.gateway.url;
  for (const name of ['w1', 'w2', 'w3']) toys.grants.set(name, [{ role: 'OPERATION_ROOM', scope: null }]);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await toys[Symbol.asyncDispose]();
});

async function open(subject?: string, payload: Record<string, unknown> = {}): Promise<ToySocket> {
  const token = subject && { authorization: `Bearer ${await toys.issuer.token(subject)}` };
  const socket = await ToySocket.open(url, { ...payload, ...token });
  sockets.push(socket);
  return socket;
}

const feed =
  'subscription($after: Cursor) { operationFeed(after: $after) { cursor version case { id entity { name } } } }';
const versions = (socket: ToySocket, id = 'a', field = 'operationFeed') =>
  socket.events<{ version: number }>(id, field).map((event) => event?.version);
/** Waits until the subgraph follows with so many streams. */
const followed = (count: number) => expect.poll(() => toys.log.followers).toBe(count);

describe('a shared stream', () => {
  it('is executed once for all of a scope, and completed by other subgraphs under that scope', async () => {
    const [one, two] = [await open('w1'), await open('w2')];
    const asked = 'subscription { operationFeed { version case { id entity { name askedBy } } } }';
    one.subscribe('a', asked);
    two.subscribe(
      'b',
      `subscription Named { operationFeed {\n version\n case { id entity { name askedBy } } } }`,
    );
    await followed(1);
    toys.directory.calls.length = 0;
    toys.log.append('1');
    await Promise.all([one.until(() => one.of('a').length), two.until(() => two.of('b').length)]);
    const scope = {
      kind: 'person',
      subject: null,
      grants: [{ role: 'OPERATION_ROOM', scope: null }],
      language: 'ar',
      client: null,
    };
    expect(one.events('a', 'operationFeed')).toEqual([
      { version: 1, case: { id: '1', entity: { name: 'name of E1', askedBy: expect.any(String) } } },
    ]);
    const [event] = one.events<{ case: { entity: { askedBy: string } } }>('a', 'operationFeed');
    expect(JSON.parse(event?.case.entity.askedBy ?? '')).toEqual(scope);
    expect(two.events('b', 'operationFeed')).toEqual(one.events('a', 'operationFeed'));
    expect(toys.complaint.connections).toEqual([scope]);
    expect(toys.directory.calls.filter((call) => call.query.includes('_entities'))).toHaveLength(1);
  });

  it('is not shared between languages or other grants', async () => {
    toys.grants.set('w2', [
      { role: 'OPERATION_ROOM', scope: null },
      { role: 'ADMINISTRATOR', scope: null },
    ]);
    for (const socket of [await open('w1'), await open('w2'), await open('w3', { language: 'en' })])
      socket.subscribe('a', feed);
    await followed(3);
    expect(new Set(toys.complaint.connections.map((viewer) => JSON.stringify(viewer))).size).toBe(3);
  });

  it('is not shared when something personal is asked, and then carries the person into entity fetches', async () => {
    const asked = 'subscription { operationFeed { case { actions entity { askedBy } } } }';
    const [one, two] = [await open('w1'), await open('w2')];
    one.subscribe('a', asked);
    two.subscribe('a', asked);
    await followed(2);
    toys.log.append('1');
    for (const [socket, subject] of [
      [one, 'w1'],
      [two, 'w2'],
    ] as const) {
      await socket.until(() => socket.of('a').length);
      const [event] = socket.events<{ case: { actions: string[]; entity: { askedBy: string } } }>(
        'a',
        'operationFeed',
      );
      expect(event?.case.actions).toEqual([subject]);
      expect(JSON.parse(event?.case.entity.askedBy ?? '')).toMatchObject({ subject });
    }
  });

  it('is not shared when it asks for what is mine', async () => {
    for (const name of ['w1', 'w2']) {
      (await open(name)).subscribe('a', 'subscription { operationFeed(filter: { mine: true }) { version } }');
    }
    await followed(2);
  });

  it('is not shared for a field that is not known to be the same for all', async () => {
    for (const name of ['w1', 'w2'])
      (await open(name)).subscribe('a', 'subscription { notificationReceived { version } }');
    await followed(2);
  });

  it('is left when nobody listens any more', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed);
    await followed(1);
    socket.send({ id: 'a', type: 'complete' });
    await expect.poll(() => toys.complaint.subscriptions()).toBe(0);
  });

  it('gives the last state to latecomers when it has no cursor to resume by', async () => {
    const [one, two] = [await open(), await open()];
    one.subscribe('a', 'subscription { kpiChanged { received } }');
    await one.until(() => one.of('a').length === 1);
    toys.kpiLog.append('x');
    await one.until(() => one.of('a').length === 2);
    two.subscribe('a', 'subscription { kpiChanged { received } }');
    await two.until(() => two.of('a').length === 1);
    expect(two.events('a', 'kpiChanged')).toEqual([{ received: 1 }]);
    expect(toys.kpi.subscriptions()).toBe(1);
  });
});

describe('an event that could not be read', () => {
  it('is skipped and counted, for whoever follows and whoever comes from before it', async () => {
    const asked = 'subscription($after: Cursor) { operationFeed(after: $after) { version risky } }';
    const [first, later] = [await open('w1'), await open('w2')];
    first.subscribe('a', asked);
    await followed(1);
    for (const version of [1, 13, -666, 2]) toys.log.append('1', version);
    await first.until(() => first.of('a').length === 3);
    later.subscribe('a', asked, { after: encodeCursor(0) });
    await later.until(() => later.of('a').length === 3);
    const internal = {
      message: commonWords.internal.ar,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
    for (const socket of [first, later]) {
      expect(socket.of('a').map((message) => message.payload)).toMatchObject([
        { data: { operationFeed: { version: 1, risky: 1 } } },
        { data: { operationFeed: { version: 13, risky: null } }, errors: [internal] },
        { data: { operationFeed: { version: 2, risky: 2 } } },
      ]);
      expect(socket.of('a')[2]?.payload).not.toHaveProperty('errors');
      expect(JSON.stringify(socket.messages)).not.toContain('postgres');
    }
    const metrics = await (await fetch(`${toys.gateway.metricsUrl}/metrics`)).text();
    expect(metrics).toMatch(/gateway_stream_events_skipped_total\{[^}]*\} [1-9]/);
  });

  it('for a moment only is asked for again: it and all after it come in order', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed, { after: encodeCursor(0) });
    await followed(1);
    toys.log.append('1', 1);
    await socket.until(() => socket.of('a').length === 1);
    toys.log.unreadable = 3;
    for (const version of [2, 3, 4]) toys.log.append('1', version);
    await socket.until(() => socket.of('a').length === 4);
    expect(versions(socket)).toEqual([1, 2, 3, 4]);
    expect(toys.log.unreadable).toBe(0);
  });
});

describe('a stream with a cursor', () => {
  it('first gives what was missed, then what comes', async () => {
    for (let version = 1; version <= 5; version += 1) toys.log.append('1', version);
    const socket = await open('w1');
    socket.subscribe('a', feed, { after: encodeCursor(2) });
    await socket.until(() => socket.of('a').length === 3);
    toys.log.append('1', 6);
    await socket.until(() => socket.of('a').length === 4);
    expect(versions(socket)).toEqual([3, 4, 5, 6]);
    expect(socket.events('a', 'operationFeed')[0]).toHaveProperty('cursor', encodeCursor(3));
  });

  it('gives it also to one who did not ask for the cursor, without showing it', async () => {
    toys.log.append('1', 1);
    const socket = await open('w1');
    socket.subscribe('a', `subscription { operationFeed(after: "${encodeCursor(0)}") { version } }`);
    await socket.until(() => socket.of('a').length === 1);
    expect(socket.events('a', 'operationFeed')).toEqual([{ version: 1 }]);
  });

  it('serves those who return from what it remembers', async () => {
    const one = await open('w1');
    one.subscribe('a', feed);
    await followed(1);
    for (let version = 1; version <= 5; version += 1) toys.log.append('1', version);
    await one.until(() => one.of('a').length === 5);
    const two = await open('w2');
    two.subscribe('a', feed, { after: encodeCursor(2) });
    await two.until(() => two.of('a').length === 3);
    expect(versions(two)).toEqual([3, 4, 5]);
    expect(toys.complaint.subscriptions()).toBe(1);
  });

  it('lets one who was away for longer catch up by himself, and then join, with no gap and nothing double', async () => {
    for (let version = 1; version <= 20; version += 1) toys.log.append('1', version);
    const one = await open('w1');
    one.subscribe('a', feed);
    await followed(1);
    const two = await open('w2');
    two.subscribe('a', feed, { after: encodeCursor(3) });
    await two.until(() => two.of('a').length === 17);
    expect(toys.complaint.subscriptions()).toBe(2);
    for (let version = 21; version <= 30; version += 1) toys.log.append('1', version);
    await Promise.all([
      one.until(() => one.of('a').length === 10),
      two.until(() => two.of('a').length === 27),
    ]);
    // They have met: one execution is left.
    await expect.poll(() => toys.complaint.subscriptions()).toBe(1);
    toys.log.append('1', 31);
    await Promise.all([
      one.until(() => one.of('a').length === 11),
      two.until(() => two.of('a').length === 28),
    ]);
    expect(versions(one)).toEqual(Array.from({ length: 11 }, (_, i) => 21 + i));
    expect(versions(two)).toEqual(Array.from({ length: 28 }, (_, i) => 4 + i));
  });

  it('never misses or doubles, whoever joins at whatever place while events keep coming', async () => {
    const clients: { socket: ToySocket; after: number }[] = [];
    const writing = (async () => {
      for (let version = 1; version <= 400; version += 1) {
        toys.log.append('1', version);
        if (version % 4 === 0) await sleep(1);
      }
    })();
    for (let round = 0; round < 12; round += 1) {
      await sleep(12);
      const after = Math.floor(Math.random() * toys.log.events.length);
      const socket = await open(['w1', 'w2', 'w3'][round % 3]);
      socket.subscribe('a', feed, { after: encodeCursor(after) });
      clients.push({ socket, after });
    }
    await writing;
    for (const { socket, after } of clients) {
      await socket.until(() => socket.of('a').length >= 400 - after);
      expect(versions(socket)).toEqual(Array.from({ length: 400 - after }, (_, i) => after + 1 + i));
    }
  });

  it.each([
    ['too old', 3],
    ['that lies behind the end of the log', 21],
    ['that lies far behind the end of the log', 900_000_000_000_000],
  ])('tells who comes with a cursor %s to begin anew', async (_, position) => {
    toys.log.oldest = 10;
    for (let version = 1; version <= 20; version += 1) toys.log.append('1', version);
    const socket = await open('w1');
    socket.subscribe('a', feed, { after: encodeCursor(position) });
    await socket.until(() => socket.of('a').length);
    expect(socket.of('a')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'RESYNC_REQUIRED' } }] },
    ]);
  });

  it('refuses a cursor that we never gave', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed, { after: 'nonsense' });
    await socket.until(() => socket.of('a').length);
    expect(socket.of('a')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });
});
