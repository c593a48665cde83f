import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testRedisUrl } from '../../test/harness/redis.ts';
import { sleep, ToySocket } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph, webOrigin } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
const sockets: ToySocket[] = [];
beforeEach(async () => {
  toys = await openToyGraph({ initialisation: 300, streamLinger: 100 }, { production: true });
  url = toys.gateway.url;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await toys[Symbol.asyncDispose]();
});

const keep = (socket: ToySocket) => {
  sockets.push(socket);
  return socket;
};
const open = async (payload = {}, headers = {}) => keep(await ToySocket.open(url, payload, headers));
const asPerson = async (subject: string, claims = {}) => ({
  authorization: `Bearer ${await toys.issuer.token(subject, claims)}`,
});
const feed = 'subscription { operationFeed { version } }';
const watch = 'subscription { caseChanged(reference: "1", secret: "right") { version } }';

async function refusalOf(headers: Record<string, string>): Promise<number | undefined> {
  const socket = keep(new ToySocket(url, { headers }));
  await socket.until(() => socket.refused || socket.closed);
  return socket.refused;
}

describe('the handshake', () => {
  it('is refused to pages of another origin', async () => {
    expect(await refusalOf({ origin: 'https://evil.test' })).toBe(403);
  });

  it('is refused to what sends a cookie without an origin', async () => {
    expect(await refusalOf({ cookie: 'bk_session=x' })).toBe(403);
  });

  it('takes the session cookie from the web application', async () => {
    toys.grants.set('amal', [{ role: 'OPERATION_ROOM', scope: null }]);
    const cookie = `bk_session=${await toys.issuer.token('amal')}`;
    const socket = await open({}, { cookie, origin: webOrigin });
    socket.subscribe('a', '{ whoAmI }');
    await socket.until(() => socket.of('a').length === 2);
    expect(JSON.stringify(socket.of('a'))).toContain('amal');
  });

  it('is closed when it speaks another protocol', async () => {
    const socket = keep(new ToySocket(url, { protocol: 'graphql-ws' }));
    await socket.until(() => socket.closed);
  });

  it('survives addresses that are none', async () => {
    const { hostname, port } = new URL(url);
    const raw = connect(Number(port), hostname);
    raw.on('error', () => undefined);
    raw.resume();
    raw.write('GET // HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    await new Promise((resolve) => raw.once('close', resolve));
    await open();
  });
});

describe('a socket', () => {
  it('answers queries and mutations', async () => {
    const socket = await open();
    socket.subscribe('q', 'query($id: ID!) { case(id: $id) { id entity { name } } }', { id: '1' });
    await socket.until(() => socket.of('q').length === 2);
    expect(socket.of('q')).toEqual([
      { id: 'q', type: 'next', payload: { data: { case: { id: '1', entity: { name: 'name of E1' } } } } },
      { id: 'q', type: 'complete' },
    ]);
  });

  it('answers pings', async () => {
    const socket = await open();
    socket.send({ type: 'ping' });
    await socket.until(() => socket.messages.some((message) => message.type === 'pong'));
  });

  it.each([
    ['text that is no JSON', 'nonsense'],
    ['a message of no known type', '{"type":"evil"}'],
    ['an operation without a query', '{"type":"subscribe","id":"1","payload":{}}'],
    ['an id that is none', '{"type":"subscribe","id":{},"payload":{"query":"{a}"}}'],
    ['an array', '[]'],
    ['bytes', Buffer.from('{"type":"ping"}')],
  ])('is closed with a constant text by %s', async (_, frame) => {
    const socket = await open();
    socket.socket.send(frame);
    await socket.until(() => socket.closed);
    expect(socket.closed).toEqual({ code: 4400, reason: 'Invalid message' });
  });

  it('is closed by a frame over 64 KB', async () => {
    const socket = await open();
    socket.send({ type: 'ping', payload: { x: 'x'.repeat(65_536) } });
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(1009);
  });

  it('refuses the twenty-first subscription, and keeps the others', async () => {
    const socket = await open();
    for (let i = 0; i < 21; i += 1) socket.subscribe(`s${i}`, 'subscription { kpiChanged { received } }');
    await socket.until(() => socket.of('s20').length);
    expect(socket.of('s20')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] },
    ]);
    await socket.until(() => socket.of('s19').length);
    expect(socket.closed).toBeUndefined();
  });

  it('is closed after a hundred messages in a minute', async () => {
    const socket = await open();
    for (let i = 0; i < 101; i += 1) socket.send({ type: 'pong' });
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(4429);
  });

  it('is closed when connection_init does not come', async () => {
    const socket = keep(new ToySocket(url));
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(4408);
  });

  it('is closed when it asks before it was let in', async () => {
    const socket = keep(new ToySocket(url));
    await socket.opened();
    socket.subscribe('a', feed);
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(4401);
  });

  it('is closed when its token is not good', async () => {
    const socket = await open({ authorization: 'Bearer nonsense' });
    expect(socket.closed?.code).toBe(4401);
  });

  it('is closed when an id is used twice', async () => {
    const socket = await open();
    socket.subscribe('a', watch);
    socket.subscribe('a', watch);
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(4409);
  });

  it('knows the limits of operations, and tells no schema', async () => {
    const socket = await open();
    const nested = (levels: number) =>
      `{case(id:"1"){...F0}}${Array.from({ length: levels }, (_, i) => `fragment F${i} on Case{...F${i + 1} ...F${i + 1}}`).join('')}fragment F${levels} on Case{id}`;
    const refused = [
      nested(22),
      nested(40),
      `{${'a'.repeat(3)}${' @a'.repeat(20_000)}}`.slice(0, 60_000),
      `{${Array.from({ length: 101 }, (_, i) => `a${i}: whoAmI`).join(' ')}}`,
    ];
    for (const [i, query] of refused.entries()) {
      socket.subscribe(`r${i}`, query);
      await socket.until(() => socket.of(`r${i}`).length);
      expect(socket.of(`r${i}`)).toMatchObject([
        { type: 'error', payload: [{ extensions: { code: 'MAX_COST_EXCEEDED' } }] },
      ]);
    }
    socket.subscribe('schema', '{ __schema { types { name } } }');
    await socket.until(() => socket.of('schema').length);
    expect(socket.of('schema')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
  });
});

describe('a subscription that may not be', () => {
  it('ends in an error and not one event', async () => {
    const socket = await open();
    socket.subscribe('a', 'subscription { caseChanged(reference: "1", secret: "wrong") { version } }');
    socket.subscribe('b', feed);
    await socket.until(() => socket.of('a').length && socket.of('b').length);
    for (let version = 0; version < 5; version += 1) toys.log.append('1', version);
    await sleep(200);
    expect(socket.of('a')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
    expect(socket.of('b')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
  });
});

describe('a session that ends while its socket is open', () => {
  async function expectEnded(socket: ToySocket, end: () => Promise<unknown> | unknown): Promise<void> {
    socket.subscribe('a', feed);
    await expect.poll(() => toys.log.followers).toBeGreaterThan(0);
    toys.log.append('1', 1);
    await socket.until(() => socket.of('a').length === 1);
    await end();
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(4403);
    const had = socket.messages.length;
    toys.log.append('1', 2);
    await sleep(200);
    expect(socket.messages.length).toBe(had);
  }

  beforeEach(() => {
    toys.grants.set('amal', [{ role: 'OPERATION_ROOM', scope: null }]);
  });

  it('by the expiry of its token', async () => {
    const exp = Math.floor(Date.now() / 1000) + 3;
    const socket = await open(await asPerson('amal', { exp }));
    await expectEnded(socket, () => undefined);
  });

  it('by signing out, also at another gateway over the same Redis', async () => {
    const redisUrl = await testRedisUrl();
    const [gateway, other] = [await toys.startGateway({ redisUrl }), await toys.startGateway({ redisUrl })];
    const headers = await asPerson('amal');
    const socket = keep(await ToySocket.open(gateway.url, headers));
    await expectEnded(socket, () => fetch(`${other.url}/logout`, { method: 'POST', headers }));
  });

  it('by a change of what its person may do', async () => {
    const socket = await open(await asPerson('amal'));
    await expectEnded(socket, () => toys.grants.set('amal', []));
  });

  it('the very moment of expiry, whatever comes then', async () => {
    const socket = await open(await asPerson('amal', { exp: Math.floor(Date.now() / 1000) + 1 }));
    socket.subscribe('a', feed);
    await sleep(1_050);
    toys.log.append('1', 1);
    await socket.until(() => socket.closed);
    expect(socket.of('a')).toEqual([]);
  });
});

describe('a client that stops reading', () => {
  it('is closed, while others get everything and what waits for it stays bounded', async () => {
    const [stalled, healthy] = [await open(), await open()];
    const asked = `subscription { caseChanged(reference: "1", secret: "right") { version ${Array.from({ length: 90 }, (_, i) => `c${i}: case { subject }`).join(' ')} } }`;
    for (const socket of [stalled, healthy]) socket.subscribe('a', asked);
    await expect.poll(() => toys.log.followers).toBeGreaterThan(0);
    stalled.socket.pause();
    const total = 4_000;
    for (let version = 1; version <= total; version += 1) {
      toys.log.append('1', version);
      if (version % 20 === 0) await sleep(1);
    }
    await healthy.until(() => healthy.of('a').length === total);
    expect(healthy.events<{ version: number }>('a', 'caseChanged').map((event) => event.version)).toEqual(
      Array.from({ length: total }, (_, i) => i + 1),
    );
    const metrics = await (await fetch(`${toys.gateway.metricsUrl}/metrics`)).text();
    expect(metrics).toMatch(/gateway_sockets_closed_total\{reason="slowConsumer",program="gateway"\} 1/);
    stalled.socket.resume();
    await stalled.until(() => stalled.closed);
    expect(stalled.of('a').length).toBeLessThan(total);
  });
});

describe('closing the gateway', () => {
  it('tells clients to come again', async () => {
    const gateway = await toys.startGateway();
    const socket = keep(await ToySocket.open(gateway.url));
    socket.subscribe('a', watch);
    await gateway.close();
    await socket.until(() => socket.closed);
    expect(socket.closed?.code).toBe(1001);
  });
});
