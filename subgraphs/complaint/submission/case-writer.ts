import type { Database } from '@bekhedmetkom/platform/database';
import { isUnavailable } from '@bekhedmetkom/platform/errors';
import { insertCases, type NewCase } from './submit.statement.ts';

/** Writes a new case and resolves once it is committed: false when its idempotency key was taken before. */
export type WriteCase = (fresh: NewCase) => Promise<boolean>;

interface Waiting extends PromiseWithResolvers<boolean> {
  fresh: NewCase;
}

/** So many statements at a time; what arrives meanwhile waits for one of them to end. */
const inFlight = 3;
const maxBatch = 32;
/**
 * Milliseconds between two wake-ups of the relay: each moves all that waits in a transaction of its own. The first one
 * after a pause is at once.
 */
const announceEvery = 25;

/**
 * Submissions that arrive while others are being written share a statement and its commit: a crowd costs a
 * third of what each alone would, and somebody alone waits for nobody. What fails together is tried one by
 * one, so that nobody's submission fails for another's.
 */
export function makeCaseWriter(database: Database, onWritten: () => void): WriteCase {
  const queue: Waiting[] = [];
  let busy = 0;
  let announcing = false;
  let announcedAt = Number.NEGATIVE_INFINITY;

  function announceSoon(): void {
    if (announcing) return;
    announcing = true;
    const wait = announcedAt + announceEvery - performance.now();
    setTimeout(
      () => {
        announcing = false;
        announcedAt = performance.now();
        onWritten();
      },
      Math.max(0, wait),
    );
  }

  function next(): void {
    while (busy < inFlight && queue.length > 0) {
      busy++;
      void write(queue.splice(0, maxBatch)).finally(() => {
        busy--;
        next();
      });
    }
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      const written = await insertCases(
        database,
        batch.map(({ fresh }) => fresh),
      );
      if (written.size > 0) announceSoon();
      for (const { fresh, resolve } of batch) resolve(written.has(fresh.record.id));
    } catch (error) {
      if (batch.length === 1 || isUnavailable(error)) for (const { reject } of batch) reject(error);
      else for (const one of batch) await write([one]);
    }
  }

  return (fresh) => {
    const waiting = { fresh, ...Promise.withResolvers<boolean>() };
    queue.push(waiting);
    // At the end of this turn of the loop, so that what arrived together goes together.
    if (queue.length === 1) queueMicrotask(next);
    return waiting.promise;
  };
}
