/** Time travel for tests: a case is moved into the past, as decisions look at the database's clock alone. */
import type { Database } from '@bekhedmetkom/platform/database';
import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { loadCases } from '../case/case.store.ts';
import type { Complaint } from './open-complaint.ts';

const ofCase = [
  'submitted_at',
  'entity_assigned_at',
  'due_soon_at',
  'next_deadline_at',
  'escalates_at',
  'times_out_at',
  'appealed_at',
];
const ofCycle = [
  'submitted_at',
  'acknowledge_by',
  'acknowledged_at',
  'original_due_at',
  'due_at',
  'interim_at',
  'paused_at',
  'started_at',
  'published_at',
  'closed_at',
  'rated_at',
  'escalation_asked_at',
];
const shifted = (columns: string[]): string =>
  columns.map((column) => `${column} = ${column} - $2::int * interval '1 day'`).join(', ');

/** The uuid in a global id. */
export const keyOf = (id: string): string => fromGlobalId(id).key;

/** Moves everything that happened to a case, and every deadline of it, some days back. Weeks keep weekdays. */
export async function travel({ database }: Pick<Complaint, 'database'>, id: string, days: number) {
  await database.query(`update cases set ${shifted(ofCase)} where id = $1`, [keyOf(id), days]);
  await database.query(
    `update cycle set ${shifted(ofCycle)}, pauses = coalesce((
       select jsonb_agg(one || jsonb_build_object('from', (one->>'from')::bigint - $2::int * 86400000::bigint,
         'to', (one->>'to')::bigint - $2::int * 86400000::bigint)) from jsonb_array_elements(pauses) one), '[]')
     where case_id = $1`,
    [keyOf(id), days],
  );
}

/** The record of a case as it is now. */
export async function recordOf({ database }: { database: Database }, id: string) {
  const [record] = await loadCases(database, [keyOf(id)]);
  if (!record) throw new Error('the case is gone');
  return record;
}

/** The payloads of the events of a case, in order. */
export async function eventsOf({ database }: { database: Database }, id: string) {
  return database.query<{
    type: string;
    version: number;
    payload: { told: string[]; by: string; workingDaysLate?: number };
  }>(
    'select type, version, payload from (select * from event_log union all select seq, id, key, version, type, at, payload from outbox) e where key = $1 order by version',
    [keyOf(id)],
  );
}
