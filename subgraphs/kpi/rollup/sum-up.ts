import { setImmediate as immediate } from 'node:timers/promises';
import { databaseNow, type Tx } from '@bekhedmetkom/platform/database';
import { awaitClock, moveClock, nextMoment, takeClock } from '../clock/clock.repository.ts';
import { countPendingDeltas, cyclesPassed, takePendingDeltas } from '../cycle/cycle.repository.ts';
import { Changes } from './changes.ts';
import { applyChanges } from './rollup.repository.ts';

/** Cycles at a time: a few seconds of work at the most. */
const cyclesAtOnce = 4_000;
/** So many more cycles cost an answer a few hundredths of a second. */
const maxBacklog = 8_000;
/** How far time is brought in at once beyond the next moment that matters, in milliseconds. */
const step = 15 * 60_000;
/** Cycles that are added up before anything else of the program may go on. */
const turn = 50;

/**
 * Brings into the sums what changed since they were counted, and the time that has passed up to `now`
 * (milliseconds since 1970, the database's clock). Figures are the same before and after: they add what is not
 * summed yet. Says false when there is more to do.
 */
export async function sumUp(tx: Tx, now: number, atOnce = cyclesAtOnce): Promise<boolean> {
  const passed = await takeClock(tx);
  return passed === null || sumFrom(tx, passed, now, atOnce); // Without the turn: another process is at it.
}

/**
 * Sums up within the caller's transaction when more than `longest` cycles are not summed: whoever brings more
 * waits, so that answers stay quick however much comes at once.
 */
export async function holdBacklog(tx: Tx, longest = maxBacklog): Promise<void> {
  if ((await countPendingDeltas(tx, longest + 1)) <= longest) return;
  const passed = await awaitClock(tx);
  await sumFrom(tx, passed, (await databaseNow(tx)).getTime(), cyclesAtOnce);
}

async function sumFrom(tx: Tx, passed: number, now: number, atOnce: number): Promise<boolean> {
  const changes = new Changes();
  const pendingDeltas = await takePendingDeltas(tx, atOnce);
  for await (const { before, after } of inTurns(pendingDeltas)) {
    changes.add({ before: before && { cycle: before, passed }, after: { cycle: after, passed } });
  }
  const to = await nextStop(tx, passed, now);
  for await (const cycle of inTurns(to > passed ? await cyclesPassed(tx, passed, to) : [])) {
    changes.add({ before: { cycle, passed }, after: { cycle, passed: to } });
  }
  await applyChanges(tx, changes);
  if (to > passed) await moveClock(tx, to);
  return pendingDeltas.length < atOnce && to >= now;
}

/** Lets the rest of the program have its turn now and then: adding up thousands takes seconds. */
async function* inTurns<I>(items: readonly I[]): AsyncGenerator<I> {
  for (const [index, item] of items.entries()) {
    if (index % turn === turn - 1) await immediate();
    yield item;
  }
}

async function nextStop(tx: Tx, passed: number, now: number): Promise<number> {
  const next = await nextMoment(tx, passed);
  return next === null ? Math.max(passed, now) : Math.max(passed, Math.min(now, next + step));
}
