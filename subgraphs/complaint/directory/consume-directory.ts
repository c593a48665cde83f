import type { Bus } from '@bekhedmetkom/platform/bus';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { startConsumer } from '@bekhedmetkom/platform/outbox';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { directoryTopic } from '@bekhedmetkom/schema/events/directory';
import { applyDirectoryEvents, directoryState, loadDirectory, rememberCaughtUp } from './directory.store.ts';
import type { Directory } from './directory.ts';

export interface DirectoryFollower {
  /** The directory as known now. Throws a Fault SERVICE_UNAVAILABLE before it is known. */
  current(): Directory;
  /** Resolves once the directory is known: after the first catch-up, or from what was projected before. */
  known(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  database: Database;
  bus: Bus;
  /** Of the directory subgraph, without a path. */
  origin: string;
  sign(): Promise<string>;
  logger: Logger;
  metrics: Metrics;
}

// Another replica may have applied what was announced; a look at one row tells.
const look = 500;

/** Follows the directory's log into our projection and keeps a snapshot of it in memory. */
export async function followDirectory(options: Options): Promise<DirectoryFollower> {
  const { database, logger } = options;
  let snapshot = await loadDirectory(database);
  let isKnown = false;
  let refreshing: Promise<void> | null = null;
  const becameKnown = Promise.withResolvers<void>();

  async function refresh(): Promise<void> {
    const { revision, caughtUp } = await directoryState(database);
    if (revision !== snapshot.revision) snapshot = await loadDirectory(database);
    if (isKnown || !caughtUp || !snapshot.complete) return;
    isKnown = true;
    becameKnown.resolve();
  }
  const refreshOnce = (): Promise<void> => {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const quietly = (error: unknown): void =>
    logger.warn({ err: error }, 'the directory was not refreshed; what is known stays');

  await refreshOnce();
  const follower = startConsumer({ ...options, topic: directoryTopic, apply: applyDirectoryEvents });
  const timer = setInterval(() => refreshOnce().catch(quietly), look);
  follower
    .caughtUp()
    .then(async () => {
      await rememberCaughtUp(database);
      await refreshOnce();
    })
    .catch((error: unknown) => becameKnown.reject(error));
  becameKnown.promise.catch(() => {}); // Told to whoever waits.

  return {
    current() {
      if (isKnown) return snapshot;
      throw new Fault('SERVICE_UNAVAILABLE', 'The directory is not known here yet. Please try again.');
    },
    known: () => becameKnown.promise,
    async close() {
      clearInterval(timer);
      await follower.close();
      await refreshing?.catch(quietly);
    },
  };
}
