import { setTimeout as sleep } from 'node:timers/promises';
import { backOff } from '@bekhedmetkom/time/back-off';
import type { Database, Tx } from '../../database/database.ts';
import { isUnavailable } from '../../errors/errors.ts';
import type { LoggedEvent } from '../log/logged-event.ts';
import { acquireLease, advanceTo, parkEvent, unparkEvents } from './consumer-offset.store.ts';
import { reasonOf } from './dead-letters.ts';

export type Apply = (tx: Tx, events: LoggedEvent[]) => Promise<void>;

interface Options {
  database: Database;
  topic: string;
  apply: Apply;
  /** How often an event is tried before it is put aside. */
  tries: number;
  onParked(event: LoggedEvent, reason: unknown): void;
}

const timeout = 30_000;
// Two transactions in each other's way: nothing is wrong with the event.
const passing = new Set(['40001', '40P01', '55P03']);

/**
 * Applies a page of events and remembers the position in the same transaction. When that fails, applies them
 * one by one, and writes to the dead letters the one that fails every time. Says false when another process has the turn.
 */
export async function applyBatch(options: Options, events: LoggedEvent[]): Promise<boolean> {
  try {
    return await applyTogether(options, events);
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  for (const event of events) {
    if (!(await applyOrDeadLetter(options, event))) return false;
  }
  return true;
}

function applyTogether({ database, topic, apply }: Options, events: LoggedEvent[]): Promise<boolean> {
  return database.transaction(
    async (tx) => {
      const position = await acquireLease(tx, topic);
      if (position === null) return false;
      const fresh = events.filter((event) => event.position > position);
      const last = fresh.at(-1);
      if (!last) return true;
      if (fresh[0]?.position !== position + 1) return false; // Somebody rewound the follower meanwhile.
      await apply(tx, fresh);
      await unparkEvents(tx, topic, position + 1, last.position);
      await advanceTo(tx, topic, last.position);
      return true;
    },
    { timeout },
  );
}

async function applyOrDeadLetter(options: Options, event: LoggedEvent): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyTogether(options, [event]);
    } catch (error) {
      if (isPassing(error)) throw error;
      if (attempt === options.tries) return await park(options, event, error);
      await sleep(backOff(attempt, { first: 40, longest: 5_000 }));
    }
  }
}

async function park(
  { database, topic, onParked }: Options,
  event: LoggedEvent,
  error: unknown,
): Promise<boolean> {
  const reason = reasonOf(error);
  const deadLetter = await database.transaction(async (tx) => {
    const position = await acquireLease(tx, topic);
    if (position === null || position >= event.position) return false;
    await parkEvent(tx, topic, event, reason);
    return true;
  });
  if (deadLetter) onParked(event, error);
  return true;
}

function isPassing(error: unknown): boolean {
  return isUnavailable(error) || passing.has(String((error as { code?: unknown } | null)?.code));
}
