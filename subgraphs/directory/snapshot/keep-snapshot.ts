import type { Database } from '@bekhedmetkom/platform/database';
import type { LogSubscription } from '@bekhedmetkom/platform/outbox';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { changeDirectory } from '../change/change-directory.ts';
import { readToday } from '../change/today.ts';
import { loadSnapshot } from './load-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export interface KeptSnapshot {
  current(): Snapshot;
  close(): Promise<void>;
}

interface Options {
  database: Database;
  tail: LogSubscription;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds between looks at the calendar; a minute unless given. */
  look?: number;
}

const settle = 20;
const retry = 1_000;

/**
 * Keeps the directory of today in memory: read again soon after each change, by whichever process, and when a
 * new day begins; then what the day itself has changed (who holds a post) is announced first. While the
 * database is away the last snapshot stands.
 */
export async function keepSnapshot(options: Options): Promise<KeptSnapshot> {
  const { database, tail, logger, metrics, look = 60_000 } = options;
  const reloads = metrics.counter('directory_reloads_total', 'How often the directory was read into memory');
  const stop = new AbortController();
  // From before the first read, so that no change falls in between.
  let changes = tail.subscribe({ signal: stop.signal });
  await changeDirectory(database, async () => {});
  let snapshot = await loadSnapshot(database);
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();

  const reload = async (): Promise<void> => {
    timer = undefined;
    try {
      snapshot = await loadSnapshot(database);
      reloads.inc();
    } catch (error) {
      logger.warn({ err: error }, 'the directory cannot be read now; the last one stands');
      schedule(retry);
    }
  };
  function schedule(delay: number): void {
    if (stop.signal.aborted || timer) return;
    timer = setTimeout(() => {
      working = working.then(reload);
    }, delay);
  }

  const follow = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        for await (const _ of changes) schedule(settle);
      } catch (error) {
        logger.warn({ err: error }, 'changes were missed; the directory is read again');
        schedule(settle);
      }
      changes = tail.subscribe({ signal: stop.signal });
    }
  };
  const following = follow();

  const turnDay = async (): Promise<void> => {
    try {
      if ((await readToday(database)) === snapshot.today) return;
      await changeDirectory(database, async () => {});
      await reload();
    } catch (error) {
      logger.warn({ err: error }, 'the date cannot be asked now');
    }
  };
  const clock = setInterval(() => {
    working = working.then(turnDay);
  }, look);

  return {
    current: () => snapshot,
    async close() {
      stop.abort();
      clearInterval(clock);
      clearTimeout(timer);
      await following;
      await working;
    },
  };
}
