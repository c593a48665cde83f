import { openSigner, openVerifier, serviceViewer } from '@bekhedmetkom/platform/auth';
import { type Bus, openRedisBus } from '@bekhedmetkom/platform/bus';
import { followDatabaseClock, openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLimits } from '@bekhedmetkom/platform/limits';
import { openLogSubscription, startRelay } from '@bekhedmetkom/platform/outbox';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { complaintTopic as topic } from '@bekhedmetkom/schema/events/complaint';
import { openAttachmentRoom } from './attachment/setup/attachment-dependencies.ts';
import { openSealedWords } from './confidential/sealed-words.ts';
import { type Config, readConfig } from './config.ts';
import { createComplaintModule } from './create-complaint-module.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { followDirectory } from './directory/consume-directory.ts';
import { jobGroups } from './job-groups.ts';

const name = 'complaint';
const poolSize = 16;

/**
 * Starts the complaint subgraph. It is ready once it knows the directory; a bus that is shared is not closed
 * with it.
 */
export async function start(config: Config, shared: { bus?: Bus } = {}): Promise<Program> {
  const logger = openLogger(name, config.logLevel);
  const metrics = openMetrics(name);
  const opened: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const open = async <P extends { close(): Promise<unknown> }>(part: P | Promise<P>): Promise<P> => {
    opened.push(await part);
    return part;
  };

  try {
    const database = await open(
      openDatabase({ url: config.databaseUrl, schema: name, entities, poolSize, migrations }),
    );
    const clock = await open(followDatabaseClock(database, logger));
    const verifier = await openVerifier(config.internalPublicKey, name, clock);
    const signer = await openSigner(config.internalPrivateKey, clock);
    const bus = shared.bus ?? (await open(openOwnBus(config)));
    const parts = { database, bus, topic, logger, metrics };
    const relay = await open(startRelay(parts));
    const tail = await open(openLogSubscription(parts));
    const sign = () => signer.sign(serviceViewer(name), 'directory');
    const followed = { database, bus, logger, metrics, origin: config.directoryUrl, sign };
    const directory = await open(followDirectory(followed));
    const { contactKey, redisUrl } = config;
    const limits = await open(openLimits({ redisUrl, secret: contactKey, logger }));
    const attachments = await open(openAttachmentRoom(config.attachments, { database, contactKey, logger }));
    const module = await createComplaintModule({
      database,
      tail,
      contactKey,
      submissionsPerContact: config.submissionsPerContact,
      limits,
      attachments,
      directory: directory.current,
      wakeRelay: relay.wake,
    });
    const words = openSealedWords(contactKey);
    const { escalation } = config;
    const groups = jobGroups({ ...parts, directory: directory.current, attachments, words, escalation });
    await open(runJobs({ ...parts, subgraph: name, url: config.jobsDatabaseUrl, groups }));
    const ready = async () => {
      await database.ping();
      directory.current();
    };
    const { host, port, metricsPort } = config;
    const { url } = await open(
      serveSubgraph({
        name,
        host,
        port,
        metricsPort,
        verifier,
        clock,
        ...module,
        log: database,
        ready,
        logger,
        metrics,
      }),
    );
    return { url, ready: directory.known, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openOwnBus({ redisUrl }: Config): Promise<Bus> {
  if (redisUrl !== null) return openRedisBus(redisUrl);
  throw new StartupError('The complaint subgraph needs REDIS_URL, unless it shares the bus of its process.');
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
