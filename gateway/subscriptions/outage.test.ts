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

describe('a source that dies', () => {
  it('is asked again from the last cursor: clients notice nothing', async () => {
    const socket = await open('w1');
    socket.subscribe('a', 'subscription { operationFeed { version } }');
    await followed(1);
    toys.log.append('1', 1);
    await socket.until(() => socket.of('a').length === 1);
    await toys.complaint.stop();
    toys.log.append('1', 2);
    toys.log.append('1', 3);
    await sleep(300);
    await toys.complaint.startAgain();
    await socket.until(() => socket.of('a').length === 3);
    toys.log.append('1', 4);
    await socket.until(() => socket.of('a').length === 4);
    expect(versions(socket)).toEqual([1, 2, 3, 4]);
  });

  it('before the first event makes clients begin anew: nobody knows what was missed', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed);
    await followed(1);
    toys.complaint.cut();
    await socket.until(() => socket.of('a').length);
    expect(socket.of('a')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'RESYNC_REQUIRED' } }] },
    ]);
  });

  it('that tells a state is simply asked again', async () => {
    const socket = await open();
    socket.subscribe('a', 'subscription { kpiChanged { received } }');
    await socket.until(() => socket.of('a').length === 1);
    toys.kpi.cut();
    await socket.until(() => socket.of('a').length === 2);
  });
});

describe('completing events while another subgraph hangs', () => {
  it('keeps their order and is not held up by each in turn', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed);
    await followed(1);
    toys.directory.hang(true);
    for (let version = 1; version <= 40; version += 1) toys.log.append('1', version);
    await socket.until(() => socket.of('a').length === 40);
    expect(versions(socket)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(socket.of('a')[0]?.payload).toMatchObject({
      errors: [
        { path: ['operationFeed', 'case', 'entity', 'name'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
      ],
    });
  });

  it('is not seen when it passes within a moment', async () => {
    const socket = await open('w1');
    socket.subscribe('a', feed);
    await followed(1);
    await toys.directory.stop();
    toys.log.append('1', 1);
    await sleep(200);
    await toys.directory.startAgain();
    await socket.until(() => socket.of('a').length === 1);
    expect(socket.of('a')[0]?.payload).toMatchObject({
      data: { operationFeed: { version: 1, case: { entity: { name: 'name of E1' } } } },
    });
    expect(socket.of('a')[0]?.payload).not.toHaveProperty('errors');
  });

  it('tells an event with what there is of it, and tells it whole to whoever comes again', async () => {
    const [first, later] = [await open('w1'), await open('w2')];
    first.subscribe('a', feed, { after: encodeCursor(0) });
    await followed(1);
    await toys.directory.stop();
    toys.log.append('1', 1);
    toys.log.append('1', 2);
    await first.until(() => first.of('a').length === 2);
    expect(first.of('a').map((message) => message.payload)).toMatchObject([
      {
        data: { operationFeed: { version: 1, case: { id: '1', entity: null } } },
        errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
      },
      { data: { operationFeed: { version: 2 } } },
    ]);
    await toys.directory.startAgain();
    later.subscribe('a', feed, { after: encodeCursor(0) });
    await later.until(() => later.of('a').length === 2);
    expect(later.of('a').map((message) => message.payload)).toEqual([
      { data: { operationFeed: expect.objectContaining({ version: 1 }) } },
      { data: { operationFeed: expect.objectContaining({ version: 2 }) } },
    ]);
    toys.log.append('1', 3);
    for (const socket of [first, later]) await socket.until(() => socket.of('a').length === 3);
    expect(versions(first)).toEqual([1, 2, 3]);
  });
});

describe('an event with a field that always fails', () => {
  it('is an event: the stream goes on, also for whoever comes again', async () => {
    const asked = 'subscription($after: Cursor) { operationFeed(after: $after) { cursor version risky } }';
    const [first, later] = [await open('w1'), await open('w2')];
    first.subscribe('a', asked, { after: encodeCursor(0) });
    await followed(1);
    for (const version of [12, 13, 14]) toys.log.append('1', version);
    await first.until(() => first.of('a').length === 3);
    later.subscribe('a', asked, { after: encodeCursor(0) });
    await later.until(() => later.of('a').length === 3);
    for (const socket of [first, later]) {
      expect(versions(socket)).toEqual([12, 13, 14]);
      expect(socket.of('a')[1]?.payload).toMatchObject({
        data: { operationFeed: { version: 13, risky: null } },
        errors: [{ path: ['operationFeed', 'risky'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
    }
  });
});
