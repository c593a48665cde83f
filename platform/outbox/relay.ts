import type { Bus } from '../bus/bus.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Logger, Metrics } from '../telemetry/telemetry.ts';
import { hasAnnounced } from './log/append.ts';
import { startHeartbeat } from './log/polling-worker.ts';

export interface Relay {
  /** For whoever wrote an outbox line outside `database.transaction`. */
  wake(): void;
  close(): Promise<void>;
}

interface Options {
  database: Database;
  bus: Bus;
  /** The channel on which followers and tails are woken, with the last position. */
  topic: string;
  logger: Logger;
  metrics: Metrics;
}

const batch = 500;
const poll = 1_000;
/** Somebody else has the turn, and may have looked before our transaction committed: look again soon. */
const retry = 20;

const anyWaiting = 'select exists (select from outbox) as waiting';
const takeTurn = 'select position from relay for update skip locked';

// Rows become visible when their transactions commit, so each batch holds only what committed since the last
// one. Within it the order of insertion stands: two events of one key were written one after the other, as
// the second transaction had to wait for the row that the first had locked.
const move = `
  with taken as (
    delete from outbox where seq in (select seq from outbox order by seq limit ${batch})
    returning seq, id, key, version, type, at, payload
  ), logged as (
    insert into event_log (position, id, key, version, type, at, payload)
    select $1::bigint + row_number() over (order by seq), id, key, version, type, at, payload from taken
    returning position
  ), counted as (
    select count(*)::integer as moved, max(position) as position from logged
  )
  update relay set position = coalesce(counted.position, relay.position) from counted
  returning counted.moved, relay.position`;

const backlog = `
  select count(*)::integer as rows, coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as age
  from (select at from outbox order by seq limit 10000) waiting`;

/**
 * Moves what transactions announced into the log and wakes whoever reads it. One runs in every process of a
 * publisher; they take turns. What a crash leaves in the outbox, the next round of any of them moves.
 */
export function startRelay({ database, bus, topic, logger, metrics }: Options): Relay {
  const moved = metrics.counter('relay_events_total', 'Events moved from the outbox into the log');
  const age = metrics.gauge('outbox_age_seconds', 'Age of the oldest event that is not yet in the log');
  const rows = metrics.gauge('outbox_rows', 'Events that are not yet in the log, up to 10,000');
  let measuredAt = 0;

  async function round(): Promise<number> {
    if (Date.now() - measuredAt > 5_000) await measure();
    const [outbox] = await database.prepared<{ waiting: boolean }>('relay-waiting', anyWaiting);
    if (!outbox?.waiting) return poll;
    const result = await database.transaction(moveBatch);
    if (result.busy) return retry;
    moved.inc(result.moved);
    await bus.signal(topic, String(result.position));
    return result.moved === batch ? 0 : poll;
  }

  async function measure(): Promise<void> {
    measuredAt = Date.now();
    const [waiting] = await database.query<{ rows: number; age: number }>(backlog);
    rows.set(waiting?.rows ?? 0);
    age.set(waiting?.age ?? 0);
  }

  const heartbeat = startHeartbeat(round, (error) => logger.error({ err: error, topic }, 'relay failed'));
  const stopWatching = database.onCommit((tx) => {
    if (hasAnnounced(tx)) heartbeat.wake();
  });
  return {
    wake: heartbeat.wake,
    async close() {
      stopWatching();
      await heartbeat.close();
    },
  };
}

async function moveBatch(tx: Tx): Promise<{ busy: boolean; moved: number; position: number }> {
  const [turn] = await tx.prepared<{ position: number }>('relay-turn', takeTurn);
  if (!turn) return { busy: true, moved: 0, position: 0 };
  const [result] = await tx.prepared<{ moved: number; position: number }>('relay-move', move, [
    turn.position,
  ]);
  return { busy: false, moved: result?.moved ?? 0, position: result?.position ?? turn.position };
}
