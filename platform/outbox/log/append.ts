import type { Tx } from '../../database/database.ts';
import type { OutgoingEvent } from './logged-event.ts';

const announcing = new WeakSet<Tx>();

const insert = `
  insert into outbox (id, key, version, type, payload)
  select coalesce(id, uuidv7()), key, version, type, coalesce(payload, 'null')
  from rows from (
    json_to_recordset($1) as (id uuid, key uuid, version integer, type text, payload jsonb)
  ) with ordinality as event(id, key, version, type, payload, line)
  order by line`;

/**
 * Announces events in the transaction that makes them true: both are kept or neither is. The relay of this
 * process is woken when it commits.
 */
export async function appendToOutbox(tx: Tx, events: OutgoingEvent | OutgoingEvent[]): Promise<void> {
  const list = Array.isArray(events) ? events : [events];
  if (list.length === 0) return;
  await tx.prepared('append-to-outbox', insert, [JSON.stringify(list)]);
  announce(tx);
}

/** For a transaction that wrote its outbox line itself, in one statement with its row. */
export function announce(tx: Tx): void {
  announcing.add(tx);
}

/** Says whether a transaction announced anything. */
export function hasAnnounced(tx: Tx): boolean {
  return announcing.has(tx);
}
