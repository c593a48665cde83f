import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Clock, openVerifier, ownClock, type Viewer } from '@bekhedmetkom/platform/auth';
import { formatGraphQLError } from '@bekhedmetkom/platform/errors';
import { execute, type GraphQLError, type GraphQLResolveInfo, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

export interface ToyContext {
  viewer: Viewer;
}

type Arguments = Record<string, unknown>;
type Resolver = (source: never, args: never, context: ToyContext, info: GraphQLResolveInfo) => unknown;
export type Resolvers = Record<
  string,
  Record<string, Resolver | { subscribe: Resolver; resolve?: Resolver }>
>;

/** What reached a toy subgraph. */
interface Call {
  query: string;
  variables: Arguments | undefined;
  viewer: Viewer;
  headers: IncomingMessage['headers'];
}

export interface ToySubgraph {
  url: string;
  calls: Call[];
  /** Identities of the event connections that were opened. */
  connections: Viewer[];
  openConnections(): number;
  subscriptions(): number;
  /** While true every query waits and nothing is answered, like a stopped process. */
  hang(hanging: boolean): void;
  /** Requests that reached the server, those included that it leaves without an answer. */
  arrived(): number;
  /** Cuts every event connection. */
  cut(): void;
  stop(): Promise<void>;
  /** Listens again, at the same port. */
  startAgain(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Serves a subgraph that answers nobody without an internal identity, for tests and benchmarks. */
export async function serveToy(options: {
  name: string;
  sdl: string;
  resolvers: Resolvers;
  publicKey: string;
  /** By which identities are checked, and which is told to who asks whether it is ready. */
  clock?: Clock;
}): Promise<ToySubgraph> {
  const { name, sdl, resolvers, publicKey, clock = ownClock } = options;
  const verifier = await openVerifier(publicKey, name, clock);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const calls: Call[] = [];
  const connections: Viewer[] = [];
  const sockets = new Set<WebSocket>();
  let hanging = false;
  let arrived = 0;
  let subscriptions = 0;
  const format = (error: GraphQLError) => formatGraphQLError(error);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    arrived += 1;
    for await (const chunk of request) body += chunk;
    if (hanging) return;
    if (request.url === '/ready') {
      response.writeHead(200, { 'x-now': String(clock.now()) }).end();
      return;
    }
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const token = request.headers['x-internal-identity'];
    const viewer = await verifier.verify(String(token)).catch(() => undefined);
    if (!viewer) {
      send(401, { errors: [{ message: 'Who is asking?', extensions: { code: 'UNAUTHENTICATED' } }] });
      return;
    }
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Arguments };
    calls.push({ query, variables, viewer, headers: request.headers });
    const context: ToyContext = { viewer };
    const result = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: context,
    });
    send(200, { ...result, ...(result.errors && { errors: result.errors.map(format) }) });
  }

  const server = createServer((request, response) => void answer(request, response));
  const wss = new WebSocketServer({ server, path: '/graphql' });
  wss.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const viewers = new WeakMap<object, Viewer>();
  useServer<{ identity?: string }>(
    {
      schema,
      async onConnect(socket) {
        try {
          const viewer = await verifier.verify(String(socket.connectionParams?.identity));
          viewers.set(socket.extra, viewer);
          connections.push(viewer);
          return true;
        } catch {
          return false;
        }
      },
      context: (socket) => ({ viewer: viewers.get(socket.extra) }),
      onSubscribe: () => {
        subscriptions += 1;
      },
      onComplete: () => {
        subscriptions -= 1;
      },
      onError: (_socket, _id, _payload, errors) => errors.map(format) as GraphQLError[],
      onNext: (_socket, _id, _payload, _args, result) =>
        result.errors
          ? { ...result, errors: result.errors.map((error) => format(error)) as GraphQLError[] }
          : undefined,
    },
    wss,
  );

  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) socket.terminate();
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      cut();
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    connections,
    openConnections: () => sockets.size,
    subscriptions: () => subscriptions,
    arrived: () => arrived,
    hang(value) {
      hanging = value;
    },
    cut,
    stop,
    startAgain: () => listen(port),
    async [Symbol.asyncDispose]() {
      wss.close();
      await stop();
    },
  };
}
