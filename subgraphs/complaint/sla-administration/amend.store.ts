/** Which cycles run under an older calendar, and the writing of what no transition tells. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseRecord } from '../case/case.record.ts';

/** A cycle by its place in the order of what is to be considered. */
export interface Place {
  seen: number;
  caseId: string;
  number: number;
}

const outdated = `
select greatest(calendar_version, calendar_seen) as seen, case_id as "caseId", number
from cycle
where published_at is null and closed_at is null
  and greatest(calendar_version, calendar_seen) < $1::int
  and (greatest(calendar_version, calendar_seen), case_id) > ($2::int, $3::uuid)
order by greatest(calendar_version, calendar_seen), case_id
limit $4::int`;

/** Unpublished cycles, after a place, whose newest considered calendar is older than a version. By index. */
export async function outdatedCycles(
  tx: Tx,
  newest: number,
  { seen, caseId }: Pick<Place, 'seen' | 'caseId'>,
  limit: number,
): Promise<Place[]> {
  return tx.prepared('outdated-cycles', outdated, [newest, seen, caseId, limit]);
}

/** What of a case follows from its calendar without any date of the cycle moving. */
export type Quiet = Pick<CaseRecord, 'id' | 'cycle' | 'version' | 'dueSoonAt' | 'escalatesAt' | 'timesOutAt'>;

// Cases that somebody is changing at this moment are left for the next round; ordered, so that two processes
// wait for nobody.
const adopt = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as one(id uuid, cycle int, version int, "dueSoonAt" timestamptz,
    "escalatesAt" timestamptz, "timesOutAt" timestamptz)
), locked as (
  select c.id from cases c join given on given.id = c.id and given.version = c.version
  order by c.id for no key update of c skip locked
), changed as (
  update cases c set due_soon_at = given."dueSoonAt", escalates_at = given."escalatesAt", times_out_at = given."timesOutAt"
  from given join locked using (id) where c.id = given.id
  returning c.id, given.cycle
)
update cycle y set calendar_version = $2::int, calendar_seen = null
from changed where y.case_id = changed.id and y.number = changed.cycle`;

/** Adopts a calendar for cases whose dates it does not move: no transition, no event, the same version. */
export async function adoptQuietly(tx: Tx, cases: readonly Quiet[], version: number): Promise<void> {
  if (cases.length > 0) await tx.prepared('adopt-calendar', adopt, [JSON.stringify(cases), version]);
}

const consider = `
update cycle set calendar_seen = $3::int
from unnest($1::uuid[], $2::int[]) as one(case_id, number)
where cycle.case_id = one.case_id and cycle.number = one.number
  and greatest(cycle.calendar_version, cycle.calendar_seen) < $3::int`;

/** Notes that a calendar was considered for cycles that stay under theirs. */
export async function noteConsidered(tx: Tx, cycles: readonly Place[], version: number): Promise<void> {
  if (cycles.length === 0) return;
  const ordered = cycles.toSorted((a, b) => a.caseId.localeCompare(b.caseId));
  const values = [ordered.map((one) => one.caseId), ordered.map((one) => one.number), version];
  await tx.prepared('consider-calendar', consider, values);
}
