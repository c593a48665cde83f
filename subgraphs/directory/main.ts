import { openVerifier } from '@bekhedmetkom/platform/auth';
import { type Bus, openRedisBus } from '@bekhedmetkom/platform/bus';
import { followDatabaseClock, openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { openLogSubscription, startRelay } from '@bekhedmetkom/platform/outbox';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { directoryTopic as topic } from '@bekhedmetkom/schema/events/directory';
import { type Config, readConfig } from './config.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { directorySchema } from './schema.ts';
import { keepSnapshot } from './snapshot/keep-snapshot.ts';

/** Starts the directory subgraph. A bus that is shared is not closed with it. */
export async function start(config: Config, shared: { bus?: Bus } = {}): Promise<Program> {
  const logger = openLogger('directory', config.logLevel);
  const metrics = openMetrics('directory');
  const opened: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const open = async <P extends { close(): Promise<unknown> }>(part: P | Promise<P>): Promise<P> => {
    opened.push(await part);
    return part;
  };

  try {
    const { schema } = await directorySchema();
    const database = await open(
      openDatabase({ url: config.databaseUrl, schema: 'directory', entities, migrations }),
    );
    const clock = await open(followDatabaseClock(database, logger));
    const verifier = await openVerifier(config.internalPublicKey, 'directory', clock);
    const bus = shared.bus ?? (await open(openOwnBus(config)));
    const parts = { database, bus, topic, logger, metrics };
    await open(startRelay(parts));
    const tail = await open(openLogSubscription(parts));
    const snapshot = await open(keepSnapshot({ database, tail, logger, metrics }));
    const ready = () => database.ping();
    const { url } = await open(
      serveSubgraph({
        name: 'directory',
        schema,
        host: config.host,
        port: config.port,
        metricsPort: config.metricsPort,
        verifier,
        clock,
        context: () => ({ directory: snapshot.current(), database }),
        log: database,
        ready,
        logger,
        metrics,
      }),
    );
    return { url, ready, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openOwnBus({ redisUrl }: Config): Promise<Bus> {
  if (redisUrl !== null) return openRedisBus(redisUrl);
  throw new StartupError('The directory needs REDIS_URL, unless it shares the bus of its process.');
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
