import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph, webOrigin } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
beforeAll(async () => {
  toys = await openToyGraph({}, { production: true });
  url = toys.gateway.url;
});
afterAll(() => toys[Symbol.asyncDispose]());

const touch = 'mutation { touch(id: "1") { id } }';
const send = (init: RequestInit & { path?: string }) => fetch(`${url}${init.path ?? '/graphql'}`, init);
const sendJson = (body: string, headers: Record<string, string> = {}) =>
  send({ method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('what is no GraphQL request', () => {
  it.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(touch)}`],
    ['text/plain', JSON.stringify({ query: touch })],
    ['application/graphql', touch],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
    ],
    ['application/json; charset=utf-16', JSON.stringify({ query: touch })],
    ['', JSON.stringify({ query: touch })],
  ])('is refused as %s, and nothing is done', async (type, body) => {
    toys.complaint.calls.length = 0;
    const response = await send({
      method: 'POST',
      body: Buffer.from(body),
      headers: type ? { 'content-type': type } : {},
    });
    expect(response.status).toBe(415);
    expect(toys.complaint.calls).toEqual([]);
  });

  it('is a mutation by GET', async () => {
    toys.complaint.calls.length = 0;
    const response = await send({ path: `/graphql?query=${encodeURIComponent(touch)}` });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(toys.complaint.calls).toEqual([]);
  });

  it('is an array of operations', async () => {
    expect((await sendJson(JSON.stringify([{ query: '{ whoAmI }' }]))).status).toBe(400);
  });

  it.each([
    '',
    '{',
    '{"query": 1}',
    '{}',
    '"x"',
    'null',
    '{"query":"{ whoAmI }","variables":[1]}',
    '{"query":"{ whoAmI }","operationName":{}}',
  ])('is %j', async (body) => {
    expect((await sendJson(body)).status).toBe(400);
  });

  it('is a body over 1 MB, whether it says its length or not', async () => {
    const large = JSON.stringify({ query: '{ whoAmI }', variables: { x: 'x'.repeat(1024 * 1024) } });
    expect((await sendJson(large)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        for (let from = 0; from < large.length; from += 65_536)
          controller.enqueue(Buffer.from(large.slice(from, from + 65_536)));
        controller.close();
      },
    });
    const init = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    };
    expect((await send(init as RequestInit)).status).toBe(413);
  });

  it('is any other method or place', async () => {
    expect((await send({ method: 'PUT', body: '{}' })).status).toBe(405);
    expect((await send({ path: '/nowhere' })).status).toBe(404);
  });
});

describe('an answer', () => {
  it('comes in the form that the caller prefers', async () => {
    const form = async (accept?: string) => {
      const response = await sendJson('{"query":"{ __typename }"}', accept ? { accept } : {});
      return response.status === 200 ? response.headers.get('content-type') : response.status;
    };
    expect(await form('application/json')).toBe('application/json; charset=utf-8');
    expect(await form('application/graphql-response+json')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await form('*/*')).toBe('application/json; charset=utf-8');
    expect(await form('application/json;q=0.5, application/graphql-response+json')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(await form('text/html')).toBe(406);
  });

  it('says by its status whether the operation ran, and plain JSON does not', async () => {
    const status = async (query: string, accept: string) =>
      (await sendJson(JSON.stringify({ query }), { accept })).status;
    expect(await status('{ nothing }', 'application/graphql-response+json')).toBe(400);
    expect(await status('{ nothing }', 'application/json')).toBe(200);
    expect(await status('{ boom }', 'application/graphql-response+json')).toBe(200);
  });

  it('comes to a query by GET', async () => {
    const path = `/graphql?query=${encodeURIComponent('query($id: ID!) { case(id: $id) { id } }')}&variables=${encodeURIComponent('{"id":"7"}')}`;
    expect(await (await send({ path })).json()).toEqual({ data: { case: { id: '7' } } });
  });

  it('names the request: by the caller’s id if that is one', async () => {
    const id = async (given: string) =>
      (await sendJson('{"query":"{ __typename }"}', { 'x-request-id': given })).headers.get('x-request-id');
    expect(await id('abc-1')).toBe('abc-1');
    expect(await id('<script>')).toMatch(/^[\w-]{36}$/);
  });
});

describe('another origin', () => {
  it('gets no access-control headers, and no preflight', async () => {
    const response = await sendJson('{"query":"{ __typename }"}', { origin: 'https://evil.test' });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = await send({
      method: 'OPTIONS',
      headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
    });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is not the web application’s, which gets them', async () => {
    const response = await sendJson('{"query":"{ __typename }"}', { origin: webOrigin });
    expect(response.headers.get('access-control-allow-origin')).toBe(webOrigin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    const preflight = await send({ method: 'OPTIONS', headers: { origin: webOrigin } });
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST');
  });
});

describe('an operation that is too much', () => {
  const nested = (levels: number) =>
    `{case(id:"1"){...F0}}${Array.from({ length: levels }, (_, i) => `fragment F${i} on Case{...F${i + 1} ...F${i + 1}}`).join('')}fragment F${levels} on Case{id}`;

  it.each([
    ['fragments nested 22 levels', nested(22), 'MAX_COST_EXCEEDED'],
    ['fragments nested 40 levels', nested(40), 'MAX_COST_EXCEEDED'],
    [
      'a cycle of fragments',
      '{case(id:"1"){...A}} fragment A on Case{...B} fragment B on Case{...A}',
      'BAD_USER_INPUT',
    ],
    [
      '101 aliases',
      `{${Array.from({ length: 101 }, (_, i) => `a${i}: whoAmI`).join(' ')}}`,
      'MAX_COST_EXCEEDED',
    ],
    [
      '5,000 aliases',
      `{${Array.from({ length: 5_000 }, (_, i) => `a${i}: whoAmI`).join(' ')}}`,
      'MAX_COST_EXCEEDED',
    ],
    ['20,000 directives', `{whoAmI${' @a'.repeat(20_000)}}`, 'MAX_COST_EXCEEDED'],
    ['20,000 braces', '{a'.repeat(20_000), 'MAX_COST_EXCEEDED'],
  ])('is refused before it is planned: %s', async (_, query, code) => {
    toys.complaint.calls.length = 0;
    const { data, errors } = await post(url, query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(toys.complaint.calls).toEqual([]);
  });
});

describe('the schema in production', () => {
  it('is not told to anonymous callers, by introspection or suggestion', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Case") { name } }',
      '{ ...A } fragment A on Query { __schema { types { name } } }',
    ]) {
      const { data, errors } = await post(url, query);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const { errors } = await post(url, '{ whoAm }');
    expect(errors?.[0]?.message).toMatch(/Cannot query field "whoAm" on type "Query"\.$/);
  });

  it('is told to those who signed in, without what is internal', async () => {
    const headers = { authorization: `Bearer ${await toys.issuer.token('p')}` };
    const { data } = await post(url, '{ __schema { queryType { fields { name } } } }', { headers });
    expect(JSON.stringify(data)).toContain('trackCase');
    expect(JSON.stringify(data)).not.toContain('authorisation');
  });
});

describe('a server in operation', () => {
  it('tells its health and its readiness, and its metrics elsewhere', async () => {
    expect((await send({ path: '/health' })).status).toBe(200);
    expect((await send({ path: '/ready' })).status).toBe(200);
    expect((await send({ path: '/metrics' })).status).toBe(404);
    const metrics = await fetch(`${toys.gateway.metricsUrl}/metrics`);
    expect(await metrics.text()).toContain('gateway_sockets');
  });

  it('drops whoever sends slowly while others are served', async () => {
    const { hostname, port } = new URL(url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    slow.resume();
    slow.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
    const closed = new Promise((resolve) => slow.once('close', resolve));
    expect((await post(url, '{ __typename }')).status).toBe(200);
    await closed;
  });

  it('finishes what it has begun when it is closed', async () => {
    const gateway = await toys.startGateway();
    const answer = post(gateway.url, '{ slow(milliseconds: 300) }');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await gateway.close();
    expect((await answer).data).toEqual({ slow: 'done' });
  });
});
