import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToySocket } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph } from '../testing/toy-graph.ts';

let toys: ToyGraph;
const sockets: ToySocket[] = [];
beforeEach(async () => {
  toys = await openToyGraph({
    connections: { address: 3, person: 2 },
    questions: { address: 3, person: 2 },
  });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await toys[Symbol.asyncDispose]();
});

function connect(address = '203.0.113.1'): ToySocket {
  const socket = new ToySocket(toys.gateway.url, { headers: { 'x-forwarded-for': address } });
  sockets.push(socket);
  return socket;
}
async function open(subject?: string): Promise<ToySocket> {
  const socket = connect();
  await socket.opened();
  const authorization = subject && `Bearer ${await toys.issuer.token(subject)}`;
  socket.send({
    type: 'connection_init',
    payload: { language: 'en', ...(authorization && { authorization }) },
  });
  await socket.until(() => socket.messages.length > 0 || socket.closed);
  return socket;
}
const stream = (headers: Record<string, string> = {}) =>
  fetch(`${toys.gateway.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'x-forwarded-for': '203.0.113.1',
      ...headers,
    },
    body: JSON.stringify({ query: 'subscription { kpiChanged { received } }' }),
  });

describe('open connections', () => {
  it('of one address are bounded, sockets and streams together; those of other addresses are not', async () => {
    const [first] = [await open(), await open()];
    const third = await stream();
    expect(third.status).toBe(200);
    const refused = connect();
    await refused.until(() => refused.refused !== undefined);
    expect(refused.refused).toBe(429);
    const fourth = await stream({ 'accept-language': 'en' });
    expect(fourth.status).toBe(429);
    expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await fourth.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/^Many connections/), extensions: { code: 'RATE_LIMITED' } }],
    });
    const elsewhere = connect('203.0.113.2');
    await elsewhere.opened();
    first?.close();
    await expect
      .poll(async () => {
        const again = connect();
        await Promise.race([again.opened(), again.until(() => again.refused !== undefined)]);
        return again.refused;
      })
      .toBeUndefined();
    await third.body?.cancel();
  });

  it('of a person who is signed in are hers, and bounded too', async () => {
    await open('layla');
    await open('layla');
    await open();
    await open();
    const third = await open('layla');
    await third.until(() => third.closed);
    expect(third.closed).toEqual({ code: 4429, reason: 'Too many connections' });
    expect((await open()).closed).toBeUndefined();
  });
});

describe('watched figures', () => {
  const watch = (socket: ToySocket, id: string, name: string) =>
    socket.subscribe(id, 'subscription($names: [String!]) { kpiChanged(names: $names) { received } }', {
      names: [name],
    });

  it('are bounded by distinct questions of one caller, and told in her language', async () => {
    const [one, two] = [await open(), await open()];
    for (const name of ['a', 'b', 'c']) watch(one, name, name);
    watch(two, 'a', 'a');
    watch(two, 'd', 'd');
    await two.until(() => two.of('a').length > 0 && two.of('d').length > 0);
    expect(two.of('a')[0]?.type).toBe('next');
    expect(two.of('d')).toMatchObject([
      {
        type: 'error',
        payload: [
          {
            message: expect.stringMatching(/^You follow many figures/),
            extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
          },
        ],
      },
    ]);
    one.send({ id: 'b', type: 'complete' });
    await expect
      .poll(async () => {
        const id = `again ${two.messages.length}`;
        watch(two, id, 'd');
        await two.until(() => two.of(id).length > 0);
        return two.of(id)[0]?.type;
      })
      .toBe('next');
  });
});
