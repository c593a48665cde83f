import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openToyGraph, type ToyGraph, webOrigin } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
const aborting: AbortController[] = [];
beforeEach(async () => {
  toys = await openToyGraph({ streamLinger: 100 });
  url = toys.gateway.url;
  toys.grants.set('amal', [{ role: 'OPERATION_ROOM', scope: null }]);
});
afterEach(async () => {
  for (const controller of aborting.splice(0)) controller.abort();
  await toys[Symbol.asyncDispose]();
});

async function stream(query: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'POST') {
  const controller = new AbortController();
  aborting.push(controller);
  const path = method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql';
  const response = await fetch(url + path, {
    method,
    signal: controller.signal,
    headers: {
      accept: 'text/event-stream',
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(method === 'POST' && { body: JSON.stringify({ query }) }),
  });
  const state = { response, text: '', ended: false, stop: () => controller.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) state.text += decoder.decode(chunk, { stream: true });
    } catch {
      // Aborted, or cut off: either way it has ended.
    }
    state.ended = true;
  })();
  return state;
}

const bearer = async (claims = {}) => ({
  authorization: `Bearer ${await toys.issuer.token('amal', claims)}`,
});
const next = (value: unknown) => `event: next\ndata: ${JSON.stringify(value)}\n\n`;
const complete = 'event: complete\ndata: \n\n';

describe('server-sent events', () => {
  it('carry a subscription, from the stream that sockets have too', async () => {
    const cookie = `bk_session=${await toys.issuer.token('amal')}`;
    const one = await stream('subscription { operationFeed { version } }', await bearer());
    const two = await stream(
      'subscription { operationFeed { version } }',
      { cookie, origin: webOrigin },
      'GET',
    );
    expect(one.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(two.response.headers.get('access-control-allow-origin')).toBe(webOrigin);
    await expect.poll(() => toys.log.followers).toBe(1);
    toys.log.append('1', 1);
    toys.log.append('1', 2);
    const both =
      next({ data: { operationFeed: { version: 1 } } }) + next({ data: { operationFeed: { version: 2 } } });
    await expect.poll(() => one.text).toBe(both);
    await expect.poll(() => two.text).toBe(both);
    for (const each of [one, two]) each.stop();
    await expect.poll(() => toys.log.followers).toBe(0);
  });

  it('resume from a cursor', async () => {
    for (const version of [1, 2, 3]) toys.log.append('1', version);
    const one = await stream(
      `subscription { operationFeed(after: "${encodeCursor(2)}") { version } }`,
      await bearer(),
    );
    await expect.poll(() => one.text).toBe(next({ data: { operationFeed: { version: 3 } } }));
  });

  it('carry a query as one event', async () => {
    const one = await stream('{ case(id: "1") { id } }');
    await expect.poll(() => one.text).toBe(next({ data: { case: { id: '1' } } }) + complete);
    await expect.poll(() => one.ended).toBe(true);
  });

  it('end in the refusal when the subscription may not be', async () => {
    const one = await stream('subscription { operationFeed { version } }');
    await expect.poll(() => one.ended).toBe(true);
    expect(one.text).toBe(
      next({
        errors: [{ message: 'Not for you.', path: ['operationFeed'], extensions: { code: 'FORBIDDEN' } }],
      }) + complete,
    );
  });

  it('end with the session', async () => {
    const exp = Math.floor(Date.now() / 1000) + 2;
    const one = await stream('subscription { operationFeed { version } }', await bearer({ exp }));
    await expect.poll(() => one.ended).toBe(true);
    expect(one.text).toContain('UNAUTHENTICATED');
  });

  it('are cut off when the gateway closes, so that the client comes again', async () => {
    const gateway = await toys.startGateway();
    url = gateway.url;
    const one = await stream('subscription { operationFeed { version } }', await bearer());
    await gateway.close();
    await expect.poll(() => one.ended).toBe(true);
    expect(one.text).not.toContain('complete');
  });

  it('are the only way to subscribe over HTTP', async () => {
    const body = JSON.stringify({ query: 'subscription { kpiChanged { received } }' });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(406);
  });
});
