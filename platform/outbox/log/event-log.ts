import type { Tx } from '../../database/database.ts';
import type { LoggedEvent } from './logged-event.ts';

export interface LogPage {
  /** In order, all above the position asked for, at most as many as asked for. */
  events: LoggedEvent[];
  /** The last position given to any event. */
  head: number;
  /** The first position still kept, or head + 1. */
  first: number;
}

type Row = Omit<LoggedEvent, 'at'> & { at: Date };

const pageSql = `
  select position, id, key, version, type, at, payload
  from event_log where position > $1 order by position limit $2`;

const boundsSql = `
  select position as head, coalesce((select min(position) from event_log), position + 1) as first from relay`;

/** Reads on in the log, from the position after `after`. */
export async function readLog(tx: Tx, after: number, limit: number): Promise<LogPage> {
  // The bounds first: what they promise, the page has.
  const [bounds] = await tx.prepared<{ head: number; first: number }>('log-bounds', boundsSql);
  if (!bounds) throw new Error('the relay table has lost its row');
  const rows = after < bounds.head ? await tx.prepared<Row>('log-page', pageSql, [after, limit]) : [];
  return { events: rows.map((row) => ({ ...row, at: row.at.toISOString() })), ...bounds };
}
