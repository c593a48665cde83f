import { openSigner, openVerifier } from '@bekhedmetkom/platform/auth';
import { type Bus, openRedisBus } from '@bekhedmetkom/platform/bus';
import { followDatabaseClock, openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { type Config, readConfig } from './config.ts';
import { startFollowing } from './consume.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { makeContext } from './graph/context.ts';
import { keepSumming } from './rollup/keep-summing.ts';
import { kpiSchema } from './schema.ts';
import { figuresChannel, openWatch } from './watch/open-watch.ts';
import { watchClock } from './watch/watch-clock.ts';

/** Starts the KPI subgraph. A bus that is shared is not closed with it. */
export async function start(config: Config, shared: { bus?: Bus } = {}): Promise<Program> {
  const logger = openLogger('kpi', config.logLevel);
  const metrics = openMetrics('kpi');
  const opened: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const open = async <P extends { close(): Promise<unknown> }>(part: P | Promise<P>): Promise<P> => {
    opened.push(await part);
    return part;
  };

  try {
    const { schema } = await kpiSchema();
    const database = await open(
      openDatabase({ url: config.databaseUrl, schema: 'kpi', entities, migrations }),
    );
    const databaseClock = await open(followDatabaseClock(database, logger));
    const verifier = await openVerifier(config.internalPublicKey, 'kpi', databaseClock);
    const signer = await openSigner(config.internalPrivateKey, databaseClock);
    const bus = shared.bus ?? (await open(openOwnBus(config)));
    const parts = { database, bus, logger, metrics };
    const summing = await open(keepSumming(parts));
    const watch = await open(openWatch(parts));
    const onPassed = () => {
      summing.touch();
      watch.touch();
    };
    const clock = await open(
      watchClock(database, onPassed, (error) => logger.warn({ err: error }, 'the clock could not be read')),
    );
    const onEvents = () => {
      summing.touch();
      clock.wake();
    };
    await open(bus.listen(figuresChannel, onEvents));
    summing.touch();
    const { complaintUrl, directoryUrl } = config;
    await open(startFollowing({ ...parts, signer, complaintUrl, directoryUrl }));
    const ready = () => database.ping();
    const { url } = await open(
      serveSubgraph({
        name: 'kpi',
        schema,
        host: config.host,
        port: config.port,
        metricsPort: config.metricsPort,
        verifier,
        clock: databaseClock,
        context: (viewer) => makeContext(database, watch, viewer),
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
  throw new StartupError('The KPI subgraph needs REDIS_URL, unless it shares the bus of its process.');
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
