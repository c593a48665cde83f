import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { startHeartbeat } from '@bekhedmetkom/platform/outbox';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { Directory } from '../directory/directory.ts';
import type { Due } from './due.store.ts';
import { sweep } from './sweep.ts';

interface Options {
  database: Database;
  directory(): Directory;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds between looks; while nothing is due a look is two probes of an index. */
  look?: number;
  /** Cases found at once. */
  batch?: number;
}

/** Cases that one process has in hand at once: a share of its connections. */
const parallel = 4;

/**
 * Lets cases climb the ladder of escalation, and ends what waited too long, as soon as they are due by the
 * database's clock. Any number of processes may do so at once; what one leaves behind, another finds.
 */
export function startScheduler({ database, directory, logger, metrics, look = 1_000, batch = 200 }: Options) {
  const done = metrics.counter('sla_scheduler_cases_total', 'Cases escalated or timed out', ['due']);
  const failed = metrics.counter('sla_scheduler_failed_total', 'Cases that could not be', ['due']);
  const lag = metrics.gauge('sla_scheduler_lag_seconds', 'For how long the longest waiting case is due', [
    'due',
  ]);
  let closing = false;

  async function round(): Promise<number> {
    if (isUnknown(directory)) return look;
    for (const due of ['TIME_OUT', 'ESCALATION'] satisfies Due[]) {
      const onFault = (error: unknown, caseId: string): void => {
        failed.inc({ due });
        logger.error({ err: error, caseId, due }, 'a case could not be dealt with; it is tried again');
      };
      const onLag = (seconds: number): void => lag.set({ due }, seconds);
      const isClosing = (): boolean => closing;
      done.inc(
        { due },
        await sweep(database, directory, { due, batch, parallel, onFault, onLag, isClosing }),
      );
    }
    return look;
  }

  const heartbeat = startHeartbeat(round, (error) =>
    logger.warn({ err: error }, 'the SLA scheduler stopped half-way; it goes on from there'),
  );
  return {
    async close(): Promise<void> {
      closing = true;
      await heartbeat.close();
    },
  };
}

/** Before the directory is known there is nothing to decide by. */
function isUnknown(directory: () => Directory): boolean {
  try {
    directory();
    return false;
  } catch (error) {
    if (error instanceof Fault && error.code === 'SERVICE_UNAVAILABLE') return true;
    throw error;
  }
}
