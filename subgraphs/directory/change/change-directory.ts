import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { appendToOutbox, type OutgoingEvent } from '@bekhedmetkom/platform/outbox';
import type { FindOneOptions } from 'typeorm';
import { ChangeLockRow } from './change.entity.ts';

interface Announcement {
  uuid: string;
  type: string;
  version: number;
  payload: unknown;
}

// All that differs from what was announced last, in an order in which nothing refers to what follows
// (superiors and successors aside).
const announceSql = `
  with fresh as (
    select now.* from current_state now
    left join announced said using (type, key)
    where said.payload is distinct from now.payload or said.detail is distinct from now.detail
  ), noted as (
    insert into announced (type, key, version, payload, detail)
    select type, key, 1, payload, detail from fresh
    on conflict (type, key) do update
      set version = announced.version + 1, payload = excluded.payload, detail = excluded.detail
    returning type, key, version
  )
  select md5(type || ':' || key)::uuid as uuid, type, version, payload
  from fresh join noted using (type, key)
  order by rank, position, key`;

const theLock: FindOneOptions<ChangeLockRow> = {
  where: { single: true },
  lock: { mode: 'pessimistic_write' },
};
const longEnough = { timeout: 30_000 };

/**
 * Changes the directory and announces, in the same transaction, everything that is different afterwards:
 * one event per thing, whatever touched it, even if only a day has passed. Work that changes nothing
 * announces nothing. One change at a time, across all processes.
 * Returns how many things were announced.
 */
export async function changeDirectory(database: Database, work: (tx: Tx) => Promise<void>): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.manager.findOneOrFail(ChangeLockRow, theLock);
    await work(tx);
    return announce(tx);
  }, longEnough);
}

async function announce(tx: Tx): Promise<number> {
  await tx.query('set constraints all immediate');
  const fresh = await tx.query<Announcement>(announceSql);
  const events: OutgoingEvent[] = fresh.map(({ uuid, ...event }) => ({ ...event, key: uuid }));
  if (events.length > 0) await appendToOutbox(tx, events);
  return events.length;
}
