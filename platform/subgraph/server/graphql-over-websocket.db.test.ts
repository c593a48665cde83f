import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { books, stream } from '../../../test/harness/library.ts';
import { person, serve } from '../../../test/harness/library-server.ts';
import { Fault } from '../../errors/errors.ts';

describe('a subgraph over WebSocket', () => {
  function open(url: string, connectionParams: Record<string, unknown>): Client {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
      lazy: true,
    });
    onTestFinished(() => client.dispose() as Promise<void>);
    return client;
  }

  async function collect(client: Client, query: string) {
    const results: unknown[] = [];
    for await (const result of client.iterate({ query })) results.push(result);
    return results;
  }

  it('streams what the source gives, each in a context of its own', async () => {
    const { url, token } = await serve();
    stream.source = async function* () {
      yield* books.slice(0, 3);
    };
    const client = open(url, { identity: await token() });
    expect(await collect(client, 'subscription { bookAdded { number } }')).toEqual(
      [0, 1, 2].map((number) => ({ data: { bookAdded: { number } } })),
    );
    const contexts = (await collect(client, 'subscription { contextOpened }')) as {
      data: { contextOpened: number };
    }[];
    expect(new Set(contexts.map((result) => result.data.contextOpened)).size).toBe(3);
  });

  it('ends one stream with its error and leaves the others', async () => {
    const { url, token } = await serve();
    const client = open(url, { identity: await token() });
    const held = Promise.withResolvers<void>();
    stream.source = async function* () {
      yield* books.slice(0, 1);
      await held.promise;
      yield* books.slice(1, 2);
    };
    const other = collect(client, 'subscription { bookAdded { number } }');
    await sleep(100);
    stream.source = async function* () {
      yield* books.slice(0, 1);
      throw new Fault('RESYNC_REQUIRED', 'begin again');
    };
    expect(await collect(client, 'subscription { bookAdded { number } }')).toEqual([
      { data: { bookAdded: { number: 0 } } },
      { errors: [{ message: 'begin again', extensions: { code: 'RESYNC_REQUIRED' } }] },
    ]);
    held.resolve();
    expect(await other).toHaveLength(2);
  });

  it('says what may be said when a stream cannot begin', async () => {
    const { url, token } = await serve();
    const client = open(url, { identity: await token() });
    stream.source = () => {
      throw new Error('postgres://user:password@host');
    };
    const [result] = await collect(client, 'subscription { bookAdded { number } }');
    expect(result).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(JSON.stringify(result)).not.toContain('password');
    await expect(collect(client, 'subscription { nothing }')).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('tells the source at once when its reader leaves', async () => {
    const { url, token } = await serve();
    const client = open(url, { identity: await token() });
    const left = Promise.withResolvers<void>();
    stream.source = () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        async return() {
          left.resolve();
          return { done: true, value: undefined };
        },
      }),
    });
    const reading = client.iterate({ query: 'subscription { bookAdded { number } }' });
    void reading.next();
    await sleep(100);
    await reading.return?.();
    await left.promise;
  });

  it('closes with 4401 without identity and 4403 with a wrong one', async () => {
    const { url, token } = await serve();
    const code = async (params: Record<string, unknown>) =>
      collect(open(url, params), '{ whoAmI }').then(
        () => 'let in',
        (closed: { code: number }) => closed.code,
      );
    expect(await code({})).toBe(4401);
    expect(await code({ identity: await token(person, 'other') })).toBe(4403);
    expect(await code({ identity: await token() })).toBe('let in');
  });

  it('closes its sockets with 1001', async () => {
    const { url, token, close } = await serve();
    stream.source = () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) });
    const reading = collect(open(url, { identity: await token() }), 'subscription { bookAdded { number } }');
    reading.catch(() => {});
    await sleep(100);
    await close();
    await expect(reading).rejects.toMatchObject({ code: 1001 });
  });
});
