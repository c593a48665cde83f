import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSigner } from '@bekhedmetkom/platform/auth';
import { Fault, StartupError } from '@bekhedmetkom/platform/errors';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { type Config, defaultTuning, readConfig } from './config.ts';
import { openGraph } from './graph/graph.ts';
import { closeServer } from './http/close-server.ts';
import { openEventStreams } from './http/event-stream.ts';
import { makeServer } from './http/server.ts';
import { defaultLimits } from './operation/limits.ts';
import { openOperations } from './operation/prepare.ts';
import { openRunner } from './operation/runner.ts';
import { openAccessTokens } from './plugins/access-token.ts';
import { type Credentials, openAuthentication } from './plugins/authentication.ts';
import { addressOf, openClientKeys } from './plugins/client-key.ts';
import { openGrants } from './plugins/grants.ts';
import { openIssuerKeys } from './plugins/issuer-keys.ts';
import { readLanguage } from './plugins/language.ts';
import { openOrigins } from './plugins/origin.ts';
import { openSharedMemory } from './plugins/redis.ts';
import { openRevocations } from './plugins/revocations.ts';
import { openTries } from './plugins/tracking-tries.ts';
import { openHub } from './subscriptions/hub.ts';
import { serveSockets } from './subscriptions/web-socket-server.ts';
import { openEventSockets } from './upstream/event-sockets.ts';
import { openSubgraph } from './upstream/subgraph.ts';

/** Starts the gateway; its schema is loaded before it listens. Throws a StartupError. */
export async function start(config: Config): Promise<Program> {
  const tuning = { ...defaultTuning, ...config.tuning };
  const logger = openLogger('gateway', config.logLevel);
  const metrics = openMetrics('gateway');
  const report = (hidden: unknown) => logger.error({ err: hidden }, 'an error that callers do not see');

  const signer = await openSigner(config.internalPrivateKey);
  const patience = { query: tuning.queryPatience, mutation: tuning.mutationPatience };
  const subgraphs = new Map(
    Object.entries(config.subgraphs).map(([name, urls]) => [
      name,
      openSubgraph({ name, urls, signer, patience }),
    ]),
  );
  const directory = subgraphs.get('directory');
  if (!directory) throw new StartupError('The gateway needs to know where the directory is.');

  const graph = await openGraph({
    supergraph: await readSupergraph(config.supergraphFile),
    subgraphs,
    logger,
  });
  const memory = config.redisUrl === undefined ? undefined : openSharedMemory(config.redisUrl, logger);
  const revocations = openRevocations(memory, logger);
  const allowedOrigin = openOrigins(config.webOrigins);
  const checkToken = openAccessTokens(config.issuer, openIssuerKeys(config.issuer, logger));
  const grants = openGrants(directory, logger);
  const authentication = openAuthentication({ checkToken, grants, revocations, allowedOrigin });

  const sockets = openEventSockets();
  const { streamLinger: linger, mostStreams } = tuning;
  const hub = openHub({ graph, sockets, metrics, report, linger, mostStreams });
  const operations = openOperations(graph.schema, defaultLimits);
  const tries = openTries(memory);
  const runner = openRunner({ operations, graph, hub, tries, openSchema: !config.production, report });
  const streams = openEventStreams(runner, authentication);

  const clientKey = openClientKeys(config.internalPrivateKey);
  const credentials = ({ headers, socket }: IncomingMessage): Credentials => ({
    authorization: headers.authorization,
    cookie: headers.cookie,
    origin: headers.origin,
    client: clientKey(
      addressOf(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), config.proxies),
    ),
    language: readLanguage(headers['accept-language']),
  });

  async function signOut(given: Credentials): Promise<void> {
    try {
      const { tokenId, expiresAt } = await authentication.authenticate(given);
      if (tokenId !== null && expiresAt !== null) await revocations.revoke(tokenId, expiresAt);
    } catch (error) {
      // A token that is good no more needs no revoking.
      if (!(error instanceof Fault && error.code === 'UNAUTHENTICATED')) throw error;
    }
  }

  let closing = false;
  const ready = async () => !closing;
  const server = makeServer({
    runner,
    authentication,
    streams,
    allowedOrigin,
    credentials,
    signOut,
    ready,
    logger,
    metrics,
  });
  const socketServer = serveSockets({
    server,
    path: '/graphql',
    runner,
    authentication,
    allowedOrigin,
    credentials,
    metrics,
    limits: {
      subscriptions: tuning.socketSubscriptions,
      messagesPerMinute: tuning.messagesPerMinute,
      initialisation: tuning.initialisationTimeout,
    },
  });
  await listen();

  function listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') reject(error);
        else {
          const reason = `port ${config.port} on ${config.host} is taken by another program`;
          reject(new StartupError(`The gateway cannot start: ${reason}.`, { cause: error }));
        }
      });
      server.listen(config.port, config.host, resolve);
    });
  }

  const { address, port } = server.address() as AddressInfo;
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  logger.info({ url }, 'the gateway listens');
  return {
    url,
    ready: async () => undefined,
    async close() {
      closing = true;
      const closed = closeServer(server);
      await socketServer.close();
      streams.close();
      hub.close();
      await closed;
      sockets.close();
      revocations.close();
      await graph.close();
      await memory?.close();
      for (const subgraph of subgraphs.values()) subgraph.close();
    },
  };
}

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new StartupError(`The composed schema is not at ${file}. Compose it first: npm run schema.`);
  }
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
