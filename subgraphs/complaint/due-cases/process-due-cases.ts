import type { Database } from '@bekhedmetkom/platform/database';
import { defineTask, type Handler } from '@bekhedmetkom/platform/jobs';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { z } from 'zod';
import type { Directory } from '../directory/directory.ts';
import { isUnknown } from '../directory/is-unknown.ts';
import type { Due } from './due.store.ts';
import { processDueRows } from './process-due-rows.ts';

interface Options {
  database: Database;
  directory(): Directory;
  logger: Logger;
  metrics: Metrics;
}

/** Cases found at once. */
const batch = 200;
/** Cases that a run has in hand at once: a share of its process's connections. */
const parallel = 4;

/** While nothing is due a run is two probes of an index. */
const processDueCases = defineTask({
  subgraph: 'complaint',
  name: 'process-due-cases',
  payload: z.object({}),
  every: 1_000,
});

/**
 * Escalates cases, and ends what waited too long, soon after they are due by the database's clock. What a process
 * that is killed leaves behind, the next run finds.
 */
export function makeProcessDueCases({ database, directory, logger, metrics }: Options): Handler {
  const done = metrics.counter('sla_scheduler_cases_total', 'Cases escalated or timed out', ['due']);
  const failed = metrics.counter('sla_scheduler_failed_total', 'Cases that could not be', ['due']);
  const lag = metrics.gauge('sla_scheduler_lag_seconds', 'For how long the longest waiting case is due', [
    'due',
  ]);

  return processDueCases.handledBy(async (_, { signal }) => {
    // Before the directory is known there is nothing to decide by.
    if (isUnknown(directory)) return;
    for (const due of ['TIME_OUT', 'ESCALATION'] satisfies Due[]) {
      const onFault = (error: unknown, caseId: string): void => {
        failed.inc({ due });
        logger.error({ err: error, caseId, due }, 'a case could not be dealt with; it is tried again');
      };
      const onLag = (seconds: number): void => lag.set({ due }, seconds);
      const isClosing = (): boolean => signal.aborted;
      done.inc(
        { due },
        await processDueRows(database, directory, { due, batch, parallel, onFault, onLag, isClosing }),
      );
    }
  });
}
