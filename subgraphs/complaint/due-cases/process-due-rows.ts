/** One walk over everything that is due, in batches; each case in a transaction of its own. */
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { isUnavailable } from '@bekhedmetkom/platform/errors';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { Directory } from '../directory/directory.ts';
import { claimDue, type Due, type DuePlace, dueCases, firstPlace, postponeDue } from './due.store.ts';
import { escalateCase } from './escalate-case.ts';
import { timeOutCase } from './time-out-case.ts';

export interface Sweep {
  due: Due;
  batch: number;
  /** Cases in hand at once. */
  parallel: number;
  /** Told of each case that could not be dealt with; it is tried again later. */
  onFault(error: unknown, id: string): void;
  /** Told for how long the case at the head of the line has been due. */
  onLag?(seconds: number): void;
  isClosing?(): boolean;
}

const works: Record<
  Due,
  (tx: Tx, directory: Directory, kase: { id: string; state: CaseState }) => Promise<unknown>
> = {
  ESCALATION: (tx, directory, { id }) => escalateCase(tx, directory, id),
  TIME_OUT: timeOutCase,
};

/**
 * Deals with every case that is due by the database's clock and gives how many. What another process has in
 * hand is left to it; what fails is put off and blocks nobody. Throws when the database is away.
 */
export async function processDueRows(
  database: Database,
  directory: () => Directory,
  { due, batch, parallel, onFault, onLag, isClosing = () => false }: Sweep,
): Promise<number> {
  let after: Pick<DuePlace, 'at' | 'id'> = firstPlace;
  let done = 0;
  const handle = async ({ id }: DuePlace): Promise<void> => {
    try {
      if (await handleOne(database, directory(), due, id)) done++;
    } catch (error) {
      // A database that still answers is not away: then it is this case that takes too long.
      if (isUnavailable(error)) await database.ping();
      onFault(error, id);
      await postponeDue(database, due, id).catch((second: unknown) => onFault(second, id));
    }
  };
  for (let first = true; ; first = false) {
    const places = await dueCases(database, due, after, batch);
    if (first) onLag?.(places[0]?.seconds ?? 0);
    await eachInParallel(places, parallel, (place) => (isClosing() ? Promise.resolve() : handle(place)));
    after = places.at(-1) ?? after;
    if (places.length < batch || isClosing()) return done;
  }
}

function handleOne(database: Database, directory: Directory, due: Due, id: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const state = await claimDue(tx, due, id);
    if (state === null) return false;
    await works[due](tx, directory, { id, state });
    return true;
  });
}

async function eachInParallel<T>(
  all: readonly T[],
  n: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const walk = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  const walks = await Promise.allSettled(Array.from({ length: n }, walk));
  for (const result of walks) if (result.status === 'rejected') throw result.reason;
}
