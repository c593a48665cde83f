import { Fault } from '@bekhedmetkom/platform/errors';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { CaseRoom } from '../case/change-case.ts';
import { rescheduleRound } from './reschedule.ts';

interface Options extends CaseRoom {
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds between looks; five seconds unless given. While nothing was amended a look is one index probe. */
  look?: number;
}

/** Keeps open cycles under the newest calendar, until it is closed. Any number of processes may do so at once. */
export function startRescheduling({ logger, metrics, look = 5_000, ...room }: Options) {
  const moved = metrics.counter('sla_rescheduled_total', 'Cases whose dates an amended calendar moved');
  const failed = metrics.counter('sla_reschedule_failed_total', 'Cases that could not be reckoned afresh');
  let working: Promise<void> | null = null;

  async function round(): Promise<void> {
    const onFault = (error: unknown): void => {
      failed.inc();
      logger.error({ err: error }, 'a case could not be reckoned afresh; it is tried again');
    };
    const done = await rescheduleRound(room, { onFault });
    if (done.considered === 0) return;
    moved.inc(done.moved);
    logger.info(done, 'open cycles were reckoned afresh under the newest calendar');
  }

  const timer = setInterval(() => {
    working ??= round()
      .catch((error: unknown) => {
        // Before the directory is known there is nothing to reckon by.
        if (error instanceof Fault && error.code === 'SERVICE_UNAVAILABLE') return;
        logger.warn({ err: error }, 'reckoning afresh stopped half-way; it goes on from there');
      })
      .finally(() => {
        working = null;
      });
  }, look);

  return {
    async close(): Promise<void> {
      clearInterval(timer);
      await working;
    },
  };
}
