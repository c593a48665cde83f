import type { Tx } from '@bekhedmetkom/platform/database';
import { type Cycle, keyOf } from './cycle.ts';

/** A row of the table of cycles; the names are the columns'. */
interface Row {
  case_id: string;
  number: number;
  version: number;
  entity: string;
  governorate: string;
  category: string;
  type: string;
  pillar: string;
  importance: string;
  channel: string;
  applicant_kind: string;
  programme: string;
  counted: boolean;
  submitted_at: Date;
  acknowledge_by: Date;
  acknowledged_on_time: boolean;
  due_at: Date | null;
  original_due_at: Date | null;
  answered_at: Date | null;
  published_at: Date | null;
  closed_at: Date | null;
  running: boolean;
  classified: boolean;
  misrouted: boolean;
  reviewed: boolean;
  first_pass: boolean;
  reopened: boolean;
  rated_at: Date | null;
  score: number | null;
  working_minutes: number | null;
  accepted_transfers: number;
  opened_by_applicant: boolean;
  quality_score: number | null;
  quality_max: number | null;
  escalated: number;
  imported: boolean;
}

const columns = [
  'case_id',
  'number',
  'version',
  'entity',
  'governorate',
  'category',
  'type',
  'pillar',
  'importance',
  'channel',
  'applicant_kind',
  'programme',
  'counted',
  'submitted_at',
  'acknowledge_by',
  'acknowledged_on_time',
  'due_at',
  'original_due_at',
  'answered_at',
  'published_at',
  'closed_at',
  'running',
  'classified',
  'misrouted',
  'reviewed',
  'first_pass',
  'reopened',
  'rated_at',
  'score',
  'working_minutes',
  'accepted_transfers',
  'opened_by_applicant',
  'quality_score',
  'quality_max',
  'escalated',
  'imported',
] as const satisfies (keyof Row)[];

const list = columns.join(', ');
const written = columns.slice(2).map((column) => `${column} = excluded.${column}`);
const ofCases = `select ${list} from cycle where case_id = any($1::uuid[])`;
const upsert = `
  insert into cycle (${list}) select ${list} from json_populate_recordset(null::cycle, $1)
  on conflict (case_id, number) do update set ${written.join(', ')}`;
// An earlier image stays: it is the one in the sums. Its lock keeps it from being summed before we commit.
const remember = `
  insert into unsummed (${list}, existed) select ${list}, existed from json_populate_recordset(null::unsummed, $1)
  on conflict (case_id, number) do update set number = excluded.number`;
const takeImages = `
  delete from unsummed where (case_id, number) in (
    select case_id, number from unsummed limit $1 for update skip locked
  ) returning ${list}, existed`;
const backlog = 'select count(*)::int as count from (select from unsummed limit $1) first_ones';
const isPassed = `(acknowledge_by between $1 and $2
  or (due_at is not null and due_at between $1 and $2)
  or (original_due_at is not null and original_due_at between $1 and $2))`;
const passed = `
  select ${list} from cycle where counted and ${isPassed}
    and not exists (select from unsummed known where (known.case_id, known.number) = (cycle.case_id, cycle.number))
  union all
  select ${list} from unsummed where existed and counted and ${isPassed}`;

/** A cycle as it was, null when it is new, and as it is. */
export interface CycleChange {
  before: Cycle | null;
  after: Cycle;
}

/** All cycles of these cases. */
export async function cyclesOf(tx: Tx, caseIds: string[]): Promise<Cycle[]> {
  return (await tx.prepared<Row>('kpi-cycles-of', ofCases, [caseIds])).map(toCycle);
}

/** Writes changed cycles, and remembers that they are not in the sums as they are now. */
export async function saveCycles(tx: Tx, changes: CycleChange[]): Promise<void> {
  if (changes.length === 0) return;
  const images = changes.map(({ before, after }) => ({
    ...toRow(before ?? after),
    existed: before !== null,
  }));
  await tx.prepared('kpi-cycles-remember', remember, [JSON.stringify(images)]);
  await tx.prepared('kpi-cycles-save', upsert, [JSON.stringify(changes.map(({ after }) => toRow(after)))]);
}

/** Takes changed cycles, at most `limit`, to sum them: they are forgotten when the transaction commits. */
export async function takeUnsummed(tx: Tx, limit: number): Promise<CycleChange[]> {
  const images = await tx.prepared<Row & { existed: boolean }>('kpi-unsummed-take', takeImages, [limit]);
  if (images.length === 0) return [];
  const existing = new Map(images.map((row) => [keyOf(toCycle(row)), row.existed ? toCycle(row) : null]));
  const current = await cyclesOf(tx, [...new Set(images.map((row) => row.case_id))]);
  return current.flatMap((after) => {
    const before = existing.get(keyOf(after));
    return before === undefined ? [] : [{ before, after }];
  });
}

/** How many changed cycles are not summed; counts no further than `most`. */
export async function countUnsummed(tx: Tx, most: number): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('kpi-unsummed-count', backlog, [most]);
  return row?.count ?? 0;
}

/**
 * Counted cycles, as the sums know them, with a moment that time passes between two (milliseconds since 1970).
 * Both are included: a due that has come is due at once, and late only after it.
 */
export async function cyclesPassed(tx: Tx, from: number, to: number): Promise<Cycle[]> {
  return (await tx.prepared<Row>('kpi-cycles-passed', passed, [new Date(from), new Date(to)])).map(toCycle);
}

const time = (date: Date | null): number | null => (date === null ? null : date.getTime());
const date = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

function toCycle(row: Row): Cycle {
  return {
    caseId: row.case_id,
    number: row.number,
    version: row.version,
    entity: row.entity,
    governorate: row.governorate,
    category: row.category,
    type: row.type,
    pillar: row.pillar,
    importance: row.importance,
    channel: row.channel,
    applicantKind: row.applicant_kind,
    programme: row.programme,
    counted: row.counted,
    submittedAt: row.submitted_at.getTime(),
    acknowledgeBy: row.acknowledge_by.getTime(),
    acknowledgedOnTime: row.acknowledged_on_time,
    dueAt: time(row.due_at),
    originalDueAt: time(row.original_due_at),
    answeredAt: time(row.answered_at),
    publishedAt: time(row.published_at),
    closedAt: time(row.closed_at),
    running: row.running,
    classified: row.classified,
    misrouted: row.misrouted,
    reviewed: row.reviewed,
    firstPass: row.first_pass,
    reopened: row.reopened,
    ratedAt: time(row.rated_at),
    score: row.score,
    workingMinutes: row.working_minutes,
    acceptedTransfers: row.accepted_transfers,
    openedByApplicant: row.opened_by_applicant,
    qualityScore: row.quality_score,
    qualityMax: row.quality_max,
    escalated: row.escalated,
    imported: row.imported,
  };
}

function toRow(cycle: Cycle): Row {
  return {
    case_id: cycle.caseId,
    number: cycle.number,
    version: cycle.version,
    entity: cycle.entity,
    governorate: cycle.governorate,
    category: cycle.category,
    type: cycle.type,
    pillar: cycle.pillar,
    importance: cycle.importance,
    channel: cycle.channel,
    applicant_kind: cycle.applicantKind,
    programme: cycle.programme,
    counted: cycle.counted,
    submitted_at: new Date(cycle.submittedAt),
    acknowledge_by: new Date(cycle.acknowledgeBy),
    acknowledged_on_time: cycle.acknowledgedOnTime,
    due_at: date(cycle.dueAt),
    original_due_at: date(cycle.originalDueAt),
    answered_at: date(cycle.answeredAt),
    published_at: date(cycle.publishedAt),
    closed_at: date(cycle.closedAt),
    running: cycle.running,
    classified: cycle.classified,
    misrouted: cycle.misrouted,
    reviewed: cycle.reviewed,
    first_pass: cycle.firstPass,
    reopened: cycle.reopened,
    rated_at: date(cycle.ratedAt),
    score: cycle.score,
    working_minutes: cycle.workingMinutes,
    accepted_transfers: cycle.acceptedTransfers,
    opened_by_applicant: cycle.openedByApplicant,
    quality_score: cycle.qualityScore,
    quality_max: cycle.qualityMax,
    escalated: cycle.escalated,
    imported: cycle.imported,
  };
}
