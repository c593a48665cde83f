/** Which cases are due for the system to act on: found by index, in the order of their moments. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';

/** What a case is due for: the next level of escalation, or the end of a waiting. */
export type Due = 'ESCALATION' | 'TIME_OUT';
const columns: Record<Due, string> = { ESCALATION: 'escalates_at', TIME_OUT: 'times_out_at' };

/** A place in the order; `at` as the database writes it, to the microsecond. */
export interface DuePlace {
  id: string;
  at: string;
  /** For how long it has been due. */
  seconds: number;
}

export const firstPlace = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

// The moment of the statement and not of each row: else it could not bound a search in the index.
const dueAfter = (column: string): string => `
select id, ${column}::text as at, extract(epoch from statement_timestamp() - ${column})::float8 as seconds
from cases
where ${column} <= statement_timestamp() and (${column}, id) > ($1::timestamptz, $2::uuid)
order by ${column}, id limit $3`;

/** The cases that are due by the database's clock, after a place. */
export async function dueCases(
  tx: Tx,
  due: Due,
  after: Pick<DuePlace, 'at' | 'id'>,
  limit: number,
): Promise<DuePlace[]> {
  const column = columns[due];
  return tx.prepared<DuePlace>(`due-${column}`, dueAfter(column), [after.at, after.id, limit]);
}

const claim = (column: string): string => `
select state from cases where id = $1 and ${column} <= statement_timestamp() for no key update skip locked`;

/** Takes a case that is still due, unless somebody else has it in hand; gives its state. */
export async function claimDue(tx: Tx, due: Due, id: string): Promise<CaseState | null> {
  const column = columns[due];
  const [row] = await tx.prepared<{ state: CaseState }>(`claim-${column}`, claim(column), [id]);
  return row?.state ?? null;
}

const postpone = (column: string): string => `
update cases set ${column} = statement_timestamp() + interval '1 minute'
where id = $1 and ${column} <= statement_timestamp()`;

/** Lets a case that failed be tried again in a minute, so that others need not wait behind it. */
export async function postponeDue(tx: Tx, due: Due, id: string): Promise<void> {
  await tx.prepared(`postpone-${columns[due]}`, postpone(columns[due]), [id]);
}

/** The state of a claimed case has nothing that times out. */
export async function forgetTimeOut(tx: Tx, id: string): Promise<void> {
  await tx.prepared('forget-time-out', 'update cases set times_out_at = null where id = $1', [id]);
}

const rest = `
with place as (update cases set escalates_at = $3, escalation = $4 where id = $1::uuid)
update cycle set escalations = $5 where case_id = $1::uuid and number = $2 and escalations <> $5::jsonb`;

/** Writes where a claimed case stands in its escalation when there was nothing new to reach; no transition. */
export async function scheduleNextCheck(
  tx: Tx,
  {
    id,
    cycle,
    escalatesAt,
    escalation,
    escalations,
  }: Pick<CaseRecord, 'id' | 'cycle' | 'escalatesAt' | 'escalation' | 'escalations'>,
): Promise<void> {
  const values = [id, cycle, escalatesAt, escalation, JSON.stringify(escalations)];
  await tx.prepared('rest-on-ladder', rest, values);
}
