import { openSigner, openVerifier, type Viewer } from '@bekhedmetkom/platform/auth';
import { type Bus, openRedisBus } from '@bekhedmetkom/platform/bus';
import { followDatabaseClock, openDatabase } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLogSubscription, startRelay } from '@bekhedmetkom/platform/outbox';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { type Config, readConfig } from './config.ts';
import { startFollowing } from './consume.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { openAddressKeys } from './mail/address-key.ts';
import { makeAskCase } from './mail/ask-case.ts';
import { makeAskStaffAddress } from './mail/ask-staff-address.ts';
import { makeNotificationLoader } from './notification/notification.loader.ts';
import { makeTellFollowers } from './notification/notify-followers.ts';
import { makeTellStaff } from './notification/notify-staff.ts';
import { openMails } from './open-mails.ts';
import { notificationSchema } from './schema.ts';

export interface NotificationProgram extends Program {
  /** The page of sent mails, in the embedded form; null where a real server sends them. */
  outboxUrl: string | null;
}

const topic = 'notification';

/** Starts the notification subgraph. A bus that is shared is not closed with it. */
export async function start(config: Config, shared: { bus?: Bus } = {}): Promise<NotificationProgram> {
  const logger = openLogger('notification', config.logLevel);
  const metrics = openMetrics('notification');
  const opened: { close(): Promise<unknown> }[] = [];
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  };
  const open = async <P extends { close(): Promise<unknown> }>(part: P | Promise<P>): Promise<P> => {
    opened.push(await part);
    return part;
  };

  try {
    const { schema } = await notificationSchema();
    const database = await open(
      openDatabase({ url: config.databaseUrl, schema: 'notification', entities, migrations }),
    );
    const clock = await open(followDatabaseClock(database, logger));
    const verifier = await openVerifier(config.internalPublicKey, 'notification', clock);
    const signer = await openSigner(config.internalPrivateKey, clock);
    const bus = shared.bus ?? (await open(openOwnBus(config)));
    const parts = { database, bus, logger, metrics };
    await open(startRelay({ ...parts, topic }));
    const tail = await open(openLogSubscription({ ...parts, topic }));
    const askCase = makeAskCase(config.complaintUrl, signer);
    const addressKeys = openAddressKeys(config.internalPrivateKey);
    const mails = await open(
      openMails({
        ...parts,
        config,
        askCase,
        addressKeys,
        askStaffAddress: makeAskStaffAddress(config.directoryUrl, signer),
      }),
    );
    await open(
      runJobs({
        ...parts,
        subgraph: 'notification',
        url: config.jobsDatabaseUrl,
        groups: [
          { handlers: [makeTellFollowers(database), makeTellStaff(database, askCase)], atOnce: 2 },
          { handlers: [mails.handler], atOnce: 5 },
        ],
      }),
    );
    const { directoryUrl, complaintUrl } = config;
    await open(startFollowing({ ...parts, signer, directoryUrl, complaintUrl }));
    const ready = () => database.ping();
    const { url } = await open(
      serveSubgraph({
        name: 'notification',
        schema,
        host: config.host,
        port: config.port,
        metricsPort: config.metricsPort,
        verifier,
        clock,
        context: (viewer: Viewer) => ({
          database,
          tail,
          addressKeys,
          notifications: makeNotificationLoader(database, viewer.subject),
        }),
        log: database,
        ready,
        logger,
        metrics,
      }),
    );
    return { url, outboxUrl: mails.outboxUrl, ready, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openOwnBus({ redisUrl }: Config): Promise<Bus> {
  if (redisUrl !== null) return openRedisBus(redisUrl);
  throw new StartupError('notification needs REDIS_URL, unless it shares the bus of its process.');
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
