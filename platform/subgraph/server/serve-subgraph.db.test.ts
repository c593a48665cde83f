import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { openTestKeys } from '../../../test/harness/keys.ts';
import { BookResolver } from '../../../test/harness/library.ts';
import { person, serve } from '../../../test/harness/library-server.ts';
import { count, openPublisher } from '../../../test/harness/log.ts';
import { serviceViewer, type Viewer } from '../../auth/auth.ts';
import { Fault } from '../../errors/errors.ts';
import { openLogger, openMetrics } from '../../telemetry/telemetry.ts';
import { federatedSchema, serveSubgraph } from '../subgraph.ts';

describe('a subgraph over HTTP', () => {
  it('answers whoever is introduced', async () => {
    const { ask } = await serve();
    expect((await ask('{ whoAmI }')).body).toEqual({ data: { whoAmI: 'person p-1' } });
  });

  it('answers 401 to everybody else, and nothing of the schema, whatever is asked', async () => {
    const { url, token, ask } = await serve();
    const answers = [];
    for (const query of [
      '{ whoAmI }',
      '{ _service { sdl } }',
      '{ nonsense',
      '{ __schema { types { name } } }',
    ]) {
      answers.push(await ask(query, { headers: { 'x-internal-identity': '' } }));
      answers.push(await ask(query, { headers: { 'x-internal-identity': await token(person, 'other') } }));
      answers.push(
        await ask(query, { headers: { 'x-internal-identity': '', 'x-user-id': 'p-1', 'x-role': 'ADMIN' } }),
      );
    }
    const body = {
      errors: [
        {
          message: 'The internal identity is missing or not valid.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    };
    for (const answer of answers) expect(answer).toMatchObject({ status: 401, body });
    expect((await fetch(`${url}/events?after=0`)).status).toBe(401);
    expect((await fetch(`${url}/anything`)).status).toBe(401);
  });

  it('serves bytes beside the graph to whoever is introduced, and tells nobody of their addresses', async () => {
    const routes = new Map([
      [
        'shelves',
        async (_: IncomingMessage, response: ServerResponse, { viewer }: { viewer: Viewer }) => {
          response.end(`a page for ${viewer.subject}`);
        },
      ],
    ]);
    const { url, metricsUrl, token } = await serve({ routes });
    const page = `${url}/shelves/key-to-one-page`;
    expect((await fetch(page)).status).toBe(401);
    const answer = await fetch(page, { headers: { 'x-internal-identity': await token() } });
    expect(await answer.text()).toBe('a page for p-1');
    const metrics = await (await fetch(`${metricsUrl}/metrics`)).text();
    expect(metrics).toContain('path="/shelves"');
    expect(metrics).not.toContain('key-to-one-page');
    const none = await fetch(`${url}/constructor`, { headers: { 'x-internal-identity': await token() } });
    expect(none.status).toBe(404);
  });

  it('masks what nobody foresaw, and shows what was meant to be seen', async () => {
    const { ask } = await serve();
    const requestId = randomUUID();
    const masked = await ask('{ broken(how: "any") }', { headers: { 'x-request-id': requestId } });
    expect(masked.body.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        locations: [{ line: 1, column: 3 }],
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ]);
    expect(masked.headers.get('x-request-id')).toBe(requestId);
    const fault = await ask('{ broken(how: "fault") }');
    expect(fault.body.errors[0]).toMatchObject({
      message: 'somebody was faster',
      extensions: { code: 'CONFLICT', version: 3 },
    });
    const down = await ask('{ broken(how: "down") }');
    expect(down.body.errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(JSON.stringify([masked.body, down.body])).not.toMatch(/postgres|10\.0\.0\.1|stack/);
  });

  it('turns down what is not a GraphQL request', async () => {
    const { url, token, ask } = await serve();
    const headers = { 'x-internal-identity': await token(), 'content-type': 'application/json' };
    const post = async (body: string, more = {}) =>
      (await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, ...more }, body })).status;
    expect(await post('{"query":"{ whoAmI }"}', { 'content-type': 'text/plain' })).toBe(415);
    expect(await post('not json')).toBe(400);
    expect(await post('[{"query":"{ whoAmI }"}]')).toBe(400);
    expect(await post('{}')).toBe(400);
    expect(await post(JSON.stringify({ query: '{ whoAmI }', x: 'x'.repeat(1_000_001) }))).toBe(413);
    expect((await fetch(`${url}/graphql?query={whoAmI}`, { headers })).status).toBe(405);
    expect((await fetch(`${url}/nothing`, { headers })).status).toBe(404);
    expect((await ask('{ unknown }')).body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask('{')).body.errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    const wrong = await ask('query ($n: Int!) { book(number: $n) { id } }', { variables: { n: 'x' } });
    expect(wrong.body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('says that it lives, whether it is ready and why not, and how it does', async () => {
    let missing: Error | null = new Fault('SERVICE_UNAVAILABLE', 'the log is still being read');
    const { url, metricsUrl, ask } = await serve({
      ready: async () => {
        if (missing) throw missing;
      },
    });
    const get = async (path: string) => {
      const response = await fetch(url + path);
      return `${response.status} ${await response.text()}`;
    };
    expect(await get('/health')).toBe('200 {"status":"alive"}');
    expect(await get('/ready')).toBe('503 {"status":"not ready","reason":"the log is still being read"}');
    missing = Object.assign(new Error('connect ECONNREFUSED 10.1.1.1:5432'), { code: 'ECONNREFUSED' });
    expect(await get('/ready')).toBe('503 {"status":"not ready","reason":"the database does not answer"}');
    missing = null;
    expect(await get('/ready')).toBe('200 {"status":"ready"}');
    await ask('{ whoAmI }');
    const metrics = await (await fetch(`${metricsUrl}/metrics`)).text();
    expect(await get('/metrics')).toMatch(/^401/);
    expect(metrics).toMatch(/http_request_seconds_count\{.*path="\/graphql",status="200"\} 1/);
  });

  it('refuses a taken port in a plain sentence', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    const { schema } = await federatedSchema({ resolvers: [BookResolver] });
    const keys = await openTestKeys();
    const again = serveSubgraph({
      name: 'library',
      schema,
      host: '127.0.0.1',
      port,
      verifier: await keys.verifierFor('library'),
      context: () => ({}),
      ready: async () => {},
      logger: openLogger('library', 'silent'),
      metrics: openMetrics('library'),
    });
    await expect(again).rejects.toThrow(
      `library cannot start: port ${port} on 127.0.0.1 is taken by another program.`,
    );
  });

  it('drops a body that does not end, without waiting for it', async () => {
    const { url, token } = await serve();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\nx-internal-identity: ${await token()}\r\ntransfer-encoding: chunked\r\n\r\n`;
    socket.write(head);
    socket.on('error', () => {}); // It goes away while we write.
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const writing = setInterval(() => socket.write(chunk), 1);
    const answer = await new Promise((resolve) => socket.once('data', (data) => resolve(String(data))));
    clearInterval(writing);
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });

  it('lets what runs end when it closes, and takes nothing new', async () => {
    const { url, token, close, ask } = await serve();
    const body = JSON.stringify({ query: '{ whoAmI }' });
    const { port } = new URL(url);
    const running = connect(Number(port), '127.0.0.1');
    const identity = await token();
    running.write(
      `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\nx-internal-identity: ${identity}\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    await sleep(50);
    const closing = close();
    await sleep(20);
    await expect(ask('{ whoAmI }')).rejects.toThrow();
    running.write(body);
    const answer = await new Promise((resolve) => running.once('data', (data) => resolve(String(data))));
    expect(answer).toContain('{"data":{"whoAmI":"person p-1"}}');
    expect(String(answer).toLowerCase()).toContain('connection: close');
    await closing;
  });
});

describe('the feed of a subgraph', () => {
  it('hands the log, in pages, to programs only', async () => {
    const publisher = await openPublisher();
    const key = randomUUID();
    for (let turn = 0; turn < 5; turn++) await count(publisher.database, key);
    const { url, token } = await serve({ log: publisher.database });
    const get = async (query: string, viewer: Viewer) => {
      const response = await fetch(`${url}/events${query}`, {
        headers: { 'x-internal-identity': await token(viewer) },
      });
      return { status: response.status, body: await response.json() };
    };
    await eventually(async () => {
      const { body } = await get('?after=2&limit=2', serviceViewer('kpi'));
      expect(body).toMatchObject({
        head: 5,
        first: 1,
        events: [{ position: 3 }, { position: 4, key, version: 4 }],
      });
    });
    expect((await get('?after=5', serviceViewer('kpi'))).body).toMatchObject({ events: [] });
    const beyond = await get('?after=6', serviceViewer('kpi'));
    expect(beyond).toMatchObject({
      status: 410,
      body: { errors: [{ extensions: { code: 'RESYNC_REQUIRED' } }] },
    });
    expect((await get('?after=0', person)).status).toBe(403);
    for (const query of ['', '?after=-1', '?after=x', '?after=0&limit=1001']) {
      expect((await get(query, serviceViewer('kpi'))).status).toBe(400);
    }
  });
});
