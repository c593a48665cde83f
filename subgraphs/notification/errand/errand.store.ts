import type { Tx } from '@bekhedmetkom/platform/database';
import type { Facts } from '../notification/facts.ts';
import type { NotificationKind } from '../notification/kind.ts';

export type ErrandTask =
  | { kind: 'followers'; about: { kind: NotificationKind; facts: Facts } }
  | { kind: 'note'; about: { mentions: string[]; by: string | null } }
  | { kind: 'promise'; about: { post: string; promisedOn: string } };

export interface NewErrand {
  event: string;
  caseId: string;
  /** Of the event in the log. */
  position: number;
  /** ISO 8601, UTC. */
  at: string;
  errand: ErrandTask;
}

export interface Errand extends Omit<NewErrand, 'at' | 'errand'> {
  at: Date;
  task: ErrandTask;
  /** The last follower who was told; null before the first. */
  toldTo: string | null;
  /** This one included. */
  attempts: number;
  /** Milliseconds since the event. */
  age: number;
}

/** Keeps errands; one whose event is known already is not made again. */
export async function insertErrands(tx: Tx, errands: NewErrand[]): Promise<void> {
  const rows = errands.map(({ event, caseId, position, at, errand }) => ({
    event,
    case_id: caseId,
    position,
    at,
    ...errand,
  }));
  await tx.prepared(
    'insert-errands',
    `insert into errand (event, kind, case_id, about, position, at)
     select event, kind, case_id, about, position, at from json_populate_recordset(null::errand, $1)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Takes an errand that is due, so that no other worker does; whoever dies with it leaves it for after the lease. */
export async function takeErrand(tx: Tx): Promise<Errand | null> {
  const [row] = await tx.prepared<
    Omit<Errand, 'task'> & { kind: ErrandTask['kind']; about: ErrandTask['about'] }
  >(
    'take-errand',
    `update errand set attempts = attempts + 1, next_attempt_at = clock_timestamp() + interval '1 minute'
     where event = (
       select event from errand where state = 'open' and next_attempt_at <= clock_timestamp()
       order by next_attempt_at limit 1 for update skip locked
     )
     returning event, kind, case_id as "caseId", about, position::float8 as position, at, told_to as "toldTo",
       attempts, (extract(epoch from clock_timestamp() - at) * 1000)::float8 as age`,
  );
  if (!row) return null;
  const { kind, about, ...rest } = row;
  return { ...rest, task: { kind, about } as ErrandTask };
}

/** Locks an errand for a step; false when it is not open, or another worker is further. */
export async function lockErrand(tx: Tx, { event, toldTo }: Errand): Promise<boolean> {
  const rows = await tx.prepared(
    'lock-errand',
    `select from errand where event = $1 and state = 'open' and told_to is not distinct from $2 for update`,
    [event, toldTo],
  );
  return rows.length > 0;
}

/** Notes how far an errand to followers is; the lease begins anew. */
export async function advanceErrand(tx: Tx, event: string, toldTo: string): Promise<void> {
  await tx.prepared(
    'advance-errand',
    `update errand set told_to = $2, next_attempt_at = clock_timestamp() + interval '1 minute' where event = $1`,
    [event, toldTo],
  );
}

/** Ends an errand: `dropped` had nobody to tell. */
export async function endErrand(tx: Tx, event: string, state: 'done' | 'dropped'): Promise<void> {
  await tx.prepared('end-errand', 'update errand set state = $2 where event = $1', [event, state]);
}

/** Puts an errand back, to be tried again after so many milliseconds. */
export async function putErrandBack(tx: Tx, event: string, wait: number): Promise<void> {
  await tx.prepared(
    'put-back-errand',
    `update errand set next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond' where event = $1`,
    [event, wait],
  );
}

/** How many wait, and for how many seconds the longest has. */
export async function measureErrands(tx: Tx): Promise<{ waiting: number; age: number }> {
  const [row] = await tx.prepared<{ waiting: number; age: number }>(
    'measure-errands',
    `select count(*)::integer as waiting, coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as age
     from (select at from errand where state = 'open' limit 10000) open`,
  );
  return row ?? { waiting: 0, age: 0 };
}
