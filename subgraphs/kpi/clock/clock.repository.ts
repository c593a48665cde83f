import type { Tx } from '@bekhedmetkom/platform/database';
import { ClockRow } from './clock.entity.ts';

const theClock = { where: { single: true } };
// One probe of each index; the earliest of the three.
const next = `
  select least(
    (select min(acknowledge_by) from cycle where counted and acknowledge_by > $1),
    (select min(due_at) from cycle where counted and due_at is not null and due_at > $1),
    (select min(original_due_at) from cycle where counted and original_due_at is not null and original_due_at > $1)
  ) as at`;

/**
 * Takes the turn to change the sums, until the transaction ends. Gives the moment (milliseconds since 1970) up
 * to which passing time is in them; null while another has the turn.
 */
export async function takeClock(tx: Tx): Promise<number | null> {
  const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
  return (await tx.manager.findOne(ClockRow, { ...theClock, lock }))?.processedUntil ?? null;
}

/** As `takeClock`, but waits while another has the turn. */
export async function awaitClock(tx: Tx): Promise<number> {
  const lock = { mode: 'pessimistic_write' } as const;
  return (await tx.manager.findOneOrFail(ClockRow, { ...theClock, lock })).processedUntil;
}

/** Remembers that time up to a moment is in the sums. The caller holds the clock. */
export async function moveClock(tx: Tx, to: number): Promise<void> {
  await tx.manager.update(ClockRow, theClock.where, { processedUntil: to });
}

/** The first moment after `after` by which a figure changes although nothing happens; null when there is none. */
export async function nextMoment(tx: Tx, after: number): Promise<number | null> {
  const [row] = await tx.prepared<{ at: Date | null }>('kpi-clock-next', next, [new Date(after)]);
  return row?.at?.getTime() ?? null;
}
