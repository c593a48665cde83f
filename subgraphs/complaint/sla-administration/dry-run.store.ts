/** Cycles for dry runs: few columns, by keyset, so that no run holds more than a batch. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseType, Importance, Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import type { Cycle } from './amend.ts';

export interface OpenCycle extends Cycle {
  id: string;
  calendarVersion: number;
  /** Milliseconds since 1970: the place in the order of deadlines. */
  place: Date;
}

const columns = `c.state, y.submitted_at as "cycleSubmittedAt", y.acknowledge_by as "acknowledgeBy",
  y.acknowledged_at as "acknowledgedAt", y.original_due_at as "originalDueAt", y.due_at as "dueAt",
  y.sla_days as "slaDays", y.sla_minutes as "slaMinutes", y.interim_due_on::text as "interimDueOn",
  y.interim_at as "interimAt", y.pauses, y.calendar_version as "calendarVersion"`;

const open = `
select c.id, c.next_deadline_at as place, ${columns}
from cases c join cycle y on y.case_id = c.id and y.number = c.cycle
where c.next_deadline_at < 'infinity' and (c.next_deadline_at, c.id) > ($1::timestamptz, $2::uuid)
order by c.next_deadline_at, c.id limit $3::int`;

/** Open cycles by the deadline that comes next, after a place. */
export async function openCycles(
  tx: Tx,
  after: Pick<OpenCycle, 'id' | 'place'>,
  limit: number,
): Promise<OpenCycle[]> {
  return tx.prepared('dry-run-open', open, [after.place, after.id, limit]);
}

export interface PastCycle extends Cycle {
  id: string;
  number: number;
  programme: Programme;
  type: CaseType;
  pillar: Pillar | null;
  importance: Importance | null;
  calendarVersion: number;
  publishedAt: Date | null;
  /** Classified at: the place in the order. */
  acknowledgedAt: Date;
}

// The page first, by its index alone, then what it is about: so that no statistics can make it a scan.
const past = `
with page as materialized (
  select * from cycle
  where acknowledged_at is not null and acknowledged_at >= $1::timestamptz
    and (acknowledged_at, case_id) < ($2::timestamptz, $3::uuid)
  order by acknowledged_at desc, case_id desc limit $4::int
)
select c.id, y.number, c.programme, c.type, c.pillar, c.importance, y.published_at as "publishedAt", ${columns}
from page y join cases c on c.id = y.case_id
order by y.acknowledged_at desc, y.case_id desc`;

/** Cycles classified since a moment, before a place, the newest first; of every programme and state. */
export async function pastCycles(
  tx: Tx,
  since: Date,
  before: Pick<PastCycle, 'id' | 'acknowledgedAt'>,
  limit: number,
): Promise<PastCycle[]> {
  return tx.prepared('dry-run-past', past, [since, before.acknowledgedAt, before.id, limit]);
}
