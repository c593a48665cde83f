import type { Tx } from '../../database/database.ts';
import type { LoggedEvent } from '../log/logged-event.ts';

const register = 'insert into consumer_offset (topic) values ($1) on conflict do nothing';
const read = 'select position from consumer_offset where topic = $1';
const lock = 'select position from consumer_offset where topic = $1 for update skip locked';
const advance = 'update consumer_offset set position = $2 where topic = $1';
const park = `
  insert into dead_letter_event (topic, position, event, reason) values ($1, $2, $3, $4)
  on conflict (topic, position) do update set event = excluded.event, reason = excluded.reason,
    dead_lettered_at = clock_timestamp(), retry_requested_at = null`;
const unpark = 'delete from dead_letter_event where topic = $1 and position between $2 and $3';

/** How far a topic has been followed; 0 is not at all. */
export async function consumerOffset(tx: Tx, topic: string): Promise<number> {
  const [row] = await tx.prepared<{ position: number }>('follower-position', read, [topic]);
  if (row) return row.position;
  await tx.query(register, [topic]);
  return 0;
}

/** Takes the turn to apply a topic's events, until the transaction ends; null when another has it. */
export async function acquireLease(tx: Tx, topic: string): Promise<number | null> {
  const [row] = await tx.prepared<{ position: number }>('follower-turn', lock, [topic]);
  return row?.position ?? null;
}

export async function advanceTo(tx: Tx, topic: string, position: number): Promise<void> {
  await tx.prepared('follower-advance', advance, [topic, position]);
}

/** Forgets that events of this stretch could not be applied once: now they are, as the log is followed again. */
export async function unparkEvents(tx: Tx, topic: string, from: number, to: number): Promise<void> {
  await tx.prepared('follower-unpark', unpark, [topic, from, to]);
}

/** Puts an event aside that could not be applied, so that the others can go on. */
export async function parkEvent(tx: Tx, topic: string, event: LoggedEvent, reason: string): Promise<void> {
  await tx.query(park, [topic, event.position, JSON.stringify(event), reason]);
  await advanceTo(tx, topic, event.position);
}
