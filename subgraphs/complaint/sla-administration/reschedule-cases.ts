import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { z } from 'zod';
import type { CaseDependencies } from '../case-change/change-case.ts';
import { isUnknown } from '../directory/is-unknown.ts';
import { rescheduleRound } from './reschedule.ts';

interface Options extends CaseDependencies {
  logger: Logger;
  metrics: Metrics;
}

/** While no calendar was amended a run is one probe of an index. */
const rescheduleCases = defineTask({
  subgraph: 'complaint',
  name: 'reschedule-cases',
  payload: z.object({}),
  every: 5_000,
});

/** Keeps open cycles under the newest calendar. */
export function makeRescheduleCases({ logger, metrics, ...room }: Options): Handler {
  const moved = metrics.counter('sla_rescheduled_total', 'Cases whose dates an amended calendar moved');
  const failed = metrics.counter('sla_reschedule_failed_total', 'Cases that could not be reckoned afresh');

  return rescheduleCases.handledBy(async (_, { signal }) => {
    // Before the directory is known there is nothing to reckon by.
    if (isUnknown(room.directory)) return;
    const onFault = (error: unknown): void => {
      failed.inc();
      logger.error({ err: error }, 'a case could not be reckoned afresh; it is tried again');
    };
    const done = await rescheduleRound(room, { onFault, signal });
    if (done.considered === 0) return;
    moved.inc(done.moved);
    logger.info(done, 'open cycles were reckoned afresh under the newest calendar');
  });
}
