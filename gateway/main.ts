import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, openSigner, SetClock } from '@bekhedmetkom/platform/auth';
import { clientAddress } from '@bekhedmetkom/platform/client-address';
import { Fault, StartupError } from '@bekhedmetkom/platform/errors';
import { serveMetrics } from '@bekhedmetkom/platform/http';
import { openLimits } from '@bekhedmetkom/platform/limits';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { openAccessTokens } from './authentication/access-token.ts';
import { type Credentials, openAuthentication } from './authentication/authentication.ts';
import { openGrants } from './authentication/grants.ts';
import { watchIssuerClock } from './authentication/issuer-clock.ts';
import { openIssuerKeys } from './authentication/issuer-keys.ts';
import { openSharedMemory } from './authentication/redis.ts';
import { openRevocations } from './authentication/revocations.ts';
import { openRevocationsFile } from './authentication/revocations-file.ts';
import { type Config, readConfig } from './config.ts';
import { openRunner } from './execution/runner.ts';
import { openGraph } from './graph/graph.ts';
import { closeServer } from './http/close-server.ts';
import { openEventStreams } from './http/event-stream.ts';
import { openFiles } from './http/files.ts';
import { readLanguage } from './http/language.ts';
import { openOrigins } from './http/origin.ts';
import { makeServer } from './http/server.ts';
import { openClientKeys } from './limits/client-key.ts';
import { openConnectionLimits } from './limits/connections.ts';
import { openSubmissionLimits } from './limits/submission-limits.ts';
import { openTrackingAttemptLimiter } from './limits/tracking-attempt-limiter.ts';
import { defaultLimits } from './operation/limits.ts';
import { openOperations } from './operation/prepare.ts';
import { openHub } from './subscriptions/hub.ts';
import { openWatchedQuestions } from './subscriptions/watched-questions.ts';
import { type Tuning, tuningOf } from './tuning.ts';
import { openEventSockets } from './upstream/event-sockets.ts';
import { openSubgraph, type Subgraph } from './upstream/subgraph.ts';
import { watchSubgraph } from './upstream/watch-subgraphs.ts';
import { serveSockets } from './web-socket/web-socket-server.ts';

/** Starts the gateway; its schema is loaded before it listens. Throws a StartupError. */
export async function start(config: Config): Promise<Program> {
  // Closed in reverse, also when something on the way fails.
  const opened = new AsyncDisposableStack();
  try {
    const urls = await open(config, opened);
    return { ...urls, ready: async () => undefined, close: () => opened.disposeAsync() };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function open(
  config: Config,
  opened: AsyncDisposableStack,
): Promise<Pick<Program, 'url' | 'metricsUrl'>> {
  const tuning = tuningOf(config);
  const logger = openLogger('gateway', config.logLevel);
  const metrics = openMetrics('gateway');
  const report = (hidden: unknown) => logger.error({ err: hidden }, 'an error that callers do not see');

  const clock = new SetClock();
  const subgraphs = await openSubgraphs(config, tuning, clock);
  opened.defer(() => {
    for (const subgraph of subgraphs.values()) subgraph.close();
  });
  const directory = subgraphs.get('directory');
  const complaint = subgraphs.get('complaint');
  if (!directory || !complaint) {
    throw new StartupError('The gateway needs to know where the directory and the complaint subgraph are.');
  }
  const watch = await watchSubgraph(complaint, clock, logger);
  opened.defer(() => watch.close());
  const files = openFiles(complaint);
  opened.defer(() => files.close());
  const graph = await openGraph({
    supergraph: await readSupergraph(config.supergraphFile),
    subgraphs,
    logger,
  });
  opened.defer(() => graph.close());
  const memory = config.redisUrl === undefined ? undefined : openSharedMemory(config.redisUrl, logger);
  opened.defer(() => memory?.close());

  const { stateFolder } = config;
  const file = stateFolder === undefined ? undefined : await openRevocationsFile(stateFolder);
  const revocations = openRevocations({ memory, file, logger });
  opened.defer(() => revocations.close());
  const allowedOrigin = openOrigins(config.webOrigins);
  const { issuer } = config;
  const issuerClock = watchIssuerClock({ issuer, clock, logger, metrics });
  opened.defer(() => issuerClock.close());
  const checkToken = openAccessTokens(issuer, openIssuerKeys(issuer, logger), clock, issuerClock);
  const grants = openGrants(directory, logger);
  const authentication = openAuthentication({ checkToken, grants, revocations, allowedOrigin, clock });

  const eventSockets = openEventSockets();
  opened.defer(() => eventSockets.close());
  const { streamLinger: linger, maxStreams: mostStreams } = tuning;
  const watched = openWatchedQuestions(tuning.questions);
  const hub = openHub({
    graph,
    sockets: eventSockets,
    metrics,
    report,
    linger,
    maxStreams: mostStreams,
    watched,
  });
  opened.defer(() => hub.close());
  const operations = openOperations(graph.schema, defaultLimits);
  const counts = openLimits({ redisUrl: config.redisUrl, secret: config.internalPrivateKey, logger });
  opened.defer(() => counts.close());
  const tries = openTrackingAttemptLimiter(counts);
  const limits = openSubmissionLimits(counts, tuning.submissions);
  const runner = openRunner({
    operations,
    graph,
    hub,
    tries,
    limits,
    openSchema: !config.production,
    report,
  });

  const door = { runner, authentication, allowedOrigin, credentials: readCredentials(config), metrics };
  const connections = openConnectionLimits(tuning.connections);
  const streams = openEventStreams(runner, authentication, connections);
  let closing = false;
  const ready = async () => {
    if (closing) throw new Fault('SERVICE_UNAVAILABLE', 'shutting down');
    await watch.ready();
  };
  const server = makeServer({ ...door, streams, files, revocations, ready, clock, logger });
  const sockets = serveSockets({ ...door, server, path: '/graphql', limits: tuning, connections });
  opened.defer(async () => {
    closing = true;
    const closed = closeServer(server);
    streams.close();
    await sockets.close();
    await closed;
  });
  const url = await listen(server, config);
  const { host, metricsPort } = config;
  const metricsServer =
    metricsPort === undefined ? undefined : await serveMetrics({ host, port: metricsPort, of: [metrics] });
  opened.defer(() => metricsServer?.close());
  logger.info({ url }, 'the gateway listens');
  return { url, metricsUrl: metricsServer?.url };
}

async function openSubgraphs(config: Config, tuning: Tuning, clock: Clock): Promise<Map<string, Subgraph>> {
  const signer = await openSigner(config.internalPrivateKey, clock);
  const timeoutMs = { query: tuning.queryPatience, mutation: tuning.mutationPatience };
  const entries = Object.entries(config.subgraphs);
  return new Map(entries.map(([name, urls]) => [name, openSubgraph({ name, urls, signer, timeoutMs })]));
}

/** What a request shows of its sender: of the address only a key. */
function readCredentials({ internalPrivateKey, proxies }: Config): (request: IncomingMessage) => Credentials {
  const clientKey = openClientKeys(internalPrivateKey);
  return ({ headers, socket }) => {
    const forwarded = headers['x-forwarded-for'];
    return {
      authorization: headers.authorization,
      cookie: headers.cookie,
      origin: headers.origin,
      client: clientKey(clientAddress(socket.remoteAddress, forwarded?.toString(), proxies)),
      language: readLanguage(headers['accept-language']),
    };
  };
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${cause.code})`;
      reject(new StartupError(`The gateway cannot start: port ${port} on ${host} ${reason}.`, { cause }));
    });
    server.listen(port, host, () => {
      const { address, port: taken } = server.address() as AddressInfo;
      resolve(`http://${address.includes(':') ? `[${address}]` : address}:${taken}`);
    });
  });
}

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new StartupError(`The composed schema is not at ${file}. Compose it first: npm run schema.`);
  }
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
