import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Clock, Verifier, Viewer } from '../../auth/auth.ts';
import type { Database } from '../../database/database.ts';
import { Fault, StartupError } from '../../errors/errors.ts';
import { makeHttpServer, serveMetrics } from '../../http/http.ts';
import type { Logger, Metrics } from '../../telemetry/telemetry.ts';
import type { RequestContext } from '../schema/context.ts';
import { makeExecutor } from './executor.ts';
import { answerFeed } from './feed.ts';
import { openGraphQLOverHttp } from './graphql-over-http.ts';
import { openGraphQLOverWebSocket } from './graphql-over-websocket.ts';
import { Refusal, requestIdOf, sendError, viewerOf } from './http.ts';
import { answerHealth, answerReady } from './probes.ts';

/** Answers a request of a known caller. What it throws is answered as a fault of GraphQL would be. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: { viewer: Viewer; requestId: string },
) => Promise<void>;

interface Options {
  name: string;
  schema: GraphQLSchema;
  host: string;
  /** 0 takes any free port. */
  port: number;
  verifier: Verifier;
  /** What is told to those who ask whether it is ready, so that programs without a database agree about the time. */
  clock?: Clock;
  /** Where the metrics are served; nowhere unless given. */
  metricsPort?: number | undefined;
  /**
   * What resolvers are handed beside viewer and requestId, or a viewer of whom the program knows more; made anew
   * per request and per event of a stream.
   */
  context(viewer: Viewer, request: { requestId: string }): object;
  /** What else is served, by the first part of its path (`files`): bytes, which GraphQL is no way for. */
  routes?: ReadonlyMap<string, Route>;
  /** Whose event log is offered to other programs at /events. */
  log?: Database;
  /** Resolves when the program can work; rejects with a Fault or StartupError that says what is missing. */
  ready(): Promise<void>;
  logger: Logger;
  metrics: Metrics;
}

const drain = 10_000;

/**
 * Serves one subgraph: /graphql by POST and WebSocket and /events, for internal identities only; /health
 * and /ready; the metrics on a port of their own. Closing stops accepting, ends streams with 1001, lets what runs end, and resolves then.
 */
export async function serveSubgraph(
  options: Options,
): Promise<{ url: string; metricsUrl: string | undefined; close(): Promise<void> }> {
  const { name, schema, verifier, logger, metrics } = options;
  const seconds = metrics.histogram('http_request_seconds', 'Time to answer', ['path', 'status']);
  const execute = makeExecutor(schema);
  const http = await openGraphQLOverHttp({ schema, execute, logger });
  const running = new Set<ServerResponse>();
  let closing = false;

  const contextFor = (viewer: Viewer, requestId: string): RequestContext => ({
    viewer,
    requestId,
    ...options.context(viewer, { requestId }),
  });
  const ready = async () => {
    if (closing) throw new Fault('SERVICE_UNAVAILABLE', 'shutting down');
    await options.ready();
  };

  async function answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === '/health') return answerHealth(response);
    if (path === '/ready') {
      if (options.clock) response.setHeader('x-now', String(options.clock.now()));
      return answerReady(response, ready);
    }
    const viewer = await viewerOf(request, verifier);
    const requestId = String(response.getHeader('x-request-id'));
    if (path === '/graphql') return http.answer(request, response, contextFor(viewer, requestId));
    if (path === '/events' && options.log) return answerFeed(options.log, viewer, request, response);
    const route = options.routes?.get(firstOf(path));
    if (route) return route(request, response, { viewer, requestId });
    throw new Refusal(404, 'NOT_FOUND', 'There is nothing here.');
  }

  /** A path as it is logged: below a route it may be a key to something. */
  const shown = (path: string): string => (options.routes?.has(firstOf(path)) ? `/${firstOf(path)}` : path);

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now();
    const path = request.url?.split('?')[0] ?? '/';
    const requestId = requestIdOf(request);
    response.setHeader('x-request-id', requestId);
    running.add(response);
    response.shouldKeepAlive &&= !closing;
    answer(path, request, response)
      .catch((error: unknown) => {
        if (sendError(response, error))
          logger.error({ err: error, requestId, path: shown(path) }, 'request failed');
      })
      .finally(() => {
        running.delete(response);
        const time = performance.now() - started;
        seconds.observe(
          {
            path: known.has(path) || shown(path) !== path ? shown(path) : 'other',
            status: response.statusCode,
          },
          time / 1000,
        );
        logger.debug(
          { requestId, path: shown(path), status: response.statusCode, ms: Math.round(time) },
          'answered',
        );
      });
  };
  // The routes beside the graph take bytes, over whatever line they come.
  const isLarge = ({ url = '/' }: IncomingMessage) => options.routes?.has(firstOf(url)) ?? false;
  const server = makeHttpServer(onRequest, { isLarge });
  const webSocket = openGraphQLOverWebSocket({ server, schema, execute, verifier, contextFor, logger });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const { host, metricsPort } = options;
  const metricsServer =
    metricsPort === undefined ? undefined : await serveMetrics({ host, port: metricsPort, of: [metrics] });
  logger.info({ port }, `${name} listens`);

  return {
    url: `http://${host}:${port}`,
    metricsUrl: metricsServer?.url,
    async close() {
      closing = true;
      for (const response of running) response.shouldKeepAlive = false;
      const closed = new Promise((resolve) => server.close(resolve));
      const late = setTimeout(() => server.closeAllConnections(), drain);
      await webSocket.close();
      await closed;
      clearTimeout(late);
      await http.close();
      await metricsServer?.close();
    },
  };
}

const known = new Set(['/graphql', '/events', '/health', '/ready']);

function firstOf(path: string): string {
  return path.split('/', 2)[1] ?? '';
}

function listen(server: Server, { name, host, port }: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${cause.code})`;
      reject(new StartupError(`${name} cannot start: port ${port} on ${host} ${reason}.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
