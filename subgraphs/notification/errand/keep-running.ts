/** The worker that does errands, one after the other. Several may run: each errand is done by one at a time. */
import type { Database } from '@bekhedmetkom/platform/database';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { AskCase } from '../mail/ask-case.ts';
import { afterFailure } from '../mail/mail.ts';
import { keepWorking } from '../worker/keep-working.ts';
import { type Errand, endErrand, measureErrands, putErrandBack, takeErrand } from './errand.store.ts';
import { runErrand } from './run-errand.ts';

interface Options {
  database: Database;
  askCase: AskCase;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds between looks into the queue; 1,000 unless given. */
  poll?: number;
}

/** Starts the worker; closing lets the errand under way end. */
export function startErrands({ database, askCase, logger, metrics, poll = 1_000 }: Options): {
  close(): Promise<void>;
} {
  const waiting = metrics.gauge('errand_queue_rows', 'Errands that wait to be done, up to 10,000');
  const age = metrics.gauge('errand_queue_age_seconds', 'Age of the oldest errand that waits to be done');

  async function round(): Promise<number> {
    const errand = await takeErrand(database);
    const queue = await measureErrands(database);
    waiting.set(queue.waiting);
    age.set(queue.age);
    if (!errand) return poll;
    await runErrand(database, askCase, errand).catch((error: unknown) => failed(errand, error));
    return 0;
  }

  async function failed({ event, attempts, age, task }: Errand, error: unknown): Promise<void> {
    const verdict = afterFailure({ permanent: false }, attempts, age);
    logger.warn({ err: error, event, kind: task.kind, attempts }, 'an errand could not be done');
    // What has begun to reach followers goes on until all know.
    if ('giveUp' in verdict && task.kind !== 'followers') await endErrand(database, event, 'dropped');
    else await putErrandBack(database, event, 'again' in verdict ? verdict.again : 300_000);
  }

  return keepWorking({
    round,
    poll,
    onFault: (error) => logger.warn({ err: error }, 'the queue of errands cannot be read'),
  });
}
