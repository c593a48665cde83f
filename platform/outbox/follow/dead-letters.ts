import type { Database, Tx } from '../../database/database.ts';
import type { LoggedEvent } from '../log/logged-event.ts';
import { acquireLease } from './consumer-offset.store.ts';

/** An event that a consumer could not apply, kept until somebody has it tried again or drops it. */
export interface DeadLetter {
  topic: string;
  position: number;
  event: LoggedEvent;
  /** Why it could not be applied, the last time that it was tried. */
  reason: string;
  deadLetteredAt: Date;
  /** Whether it waits to be tried again by the running program. */
  retrying: boolean;
}

/** Which dead letters: of one topic, at these positions; all of either unless given. */
export interface Selection {
  topic?: string | undefined;
  positions?: readonly number[] | undefined;
}

const selected = 'where ($1::text is null or topic = $1) and ($2::bigint[] is null or position = any($2))';
const values = ({ topic, positions }: Selection) => [topic ?? null, positions ? [...positions] : null];

const list = `
  select topic, position, event, reason, dead_lettered_at as "deadLetteredAt", retry_requested_at is not null as retrying
  from dead_letter_event ${selected} order by topic, position`;
const request = `update dead_letter_event set retry_requested_at = clock_timestamp() ${selected} returning position`;
const drop = `delete from dead_letter_event ${selected} returning position`;

export function listDeadLetters(tx: Tx, selection: Selection = {}): Promise<DeadLetter[]> {
  return tx.query<DeadLetter>(list, values(selection));
}

/** Has dead letters tried again by the running program, within seconds. Gives how many. */
export async function retryDeadLetters(tx: Tx, selection: Selection): Promise<number> {
  return (await tx.query(request, values(selection))).length;
}

/** Forgets dead letters for good. Gives how many. */
export async function dropDeadLetters(tx: Tx, selection: Selection): Promise<number> {
  return (await tx.query(drop, values(selection))).length;
}

const counts = `
  select count(*)::int as kept, count(retry_requested_at)::int as requested from dead_letter_event where topic = $1`;
const next = `
  select position, event from dead_letter_event where topic = $1 and retry_requested_at is not null
  order by position limit 1`;
const settle = 'delete from dead_letter_event where topic = $1 and position = $2';
const fail = `
  update dead_letter_event set reason = $3, retry_requested_at = null, dead_lettered_at = clock_timestamp()
  where topic = $1 and position = $2`;

export async function countDeadLetters(tx: Tx, topic: string): Promise<{ kept: number; requested: number }> {
  const [row] = await tx.prepared<{ kept: number; requested: number }>('count-dead-letters', counts, [topic]);
  return row ?? { kept: 0, requested: 0 };
}

/**
 * Applies the dead letters of a topic whose retry was requested, in their order, each in a transaction of its own.
 * One that fails again keeps the new reason. Stops when another process has the turn.
 */
export async function applyRequested(
  database: Database,
  topic: string,
  apply: (tx: Tx, events: LoggedEvent[]) => Promise<void>,
  onOutcome: (event: LoggedEvent, error: unknown) => void,
): Promise<void> {
  for (;;) {
    const [letter] = await database.query<{ position: number; event: LoggedEvent }>(next, [topic]);
    if (!letter) return;
    const { position, event } = letter;
    try {
      const applied = await database.transaction(async (tx) => {
        if ((await acquireLease(tx, topic)) === null) return false;
        await apply(tx, [event]);
        await tx.query(settle, [topic, position]);
        return true;
      });
      if (!applied) return;
      onOutcome(event, null);
    } catch (error) {
      await database.query(fail, [topic, position, reasonOf(error)]);
      onOutcome(event, error);
    }
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
