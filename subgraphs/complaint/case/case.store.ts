/** Where cases are kept: loading, locking and writing transitions. Lists have a file of their own. */

import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { announce } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { caseColumns, columnValue, cycleColumns, recordColumns, recordTables } from './case.columns.ts';
import { type CaseRecord, toFacts } from './case.record.ts';

const byId = `select ${recordColumns} from ${recordTables} where c.id = any($1::uuid[])`;
const byReference = `select ${recordColumns} from ${recordTables} where c.reference = $1`;
const lock = 'select clock_timestamp() as now from cases where id = $1 for no key update';

/** The cases of these ids, in no order; ids that name none are left out. */
export async function loadCases(tx: Tx, ids: readonly string[]): Promise<CaseRecord[]> {
  return tx.prepared<CaseRecord>('load-cases', byId, [ids]);
}

/** The case of a reference in its canonical form. */
export async function loadCaseByReference(tx: Tx, reference: string): Promise<CaseRecord | undefined> {
  const [record] = await tx.prepared<CaseRecord>('load-case-by-reference', byReference, [reference]);
  return record;
}

/** Locks a case until the transaction ends and loads it as it is then, with the database's time. */
export async function lockCase(tx: Tx, id: string): Promise<{ record: CaseRecord; now: Date } | undefined> {
  const [locked] = await tx.prepared<{ now: Date }>('lock-case', lock, [id]);
  if (!locked) return undefined;
  // A statement of its own: one that waited for the lock would still see the cycle as it was before.
  const [record] = await loadCases(tx, [id]);
  if (!record) throw new Fault('INTERNAL_SERVER_ERROR', `case ${id} has no current cycle`);
  return { record, now: locked.now };
}

/** What a transition leaves behind beside the case itself. */
export interface TransitionRecord {
  action: CaseAction;
  from: CaseState;
  at: Date;
  by: CaseEvent['by'];
  actor: string | null;
  /** Post that acted. */
  post: string | null;
  /** Post under which the timeline shows it: an answer stands under its author's. */
  shownPost: string | null;
  text: string | null;
  /** The text is for staff only. */
  internal: boolean;
  /** Keys of posts that the event is addressed to beside the holder. */
  told: readonly string[];
  /** Working days over after the deadline, by the calendar of the case; 0 before it. */
  workingDaysLate: number;
  /** For the audit; never personal data. */
  detail: Record<string, unknown>;
}

const updatableColumns = [
  'version',
  'state',
  'programme',
  'entity',
  'category',
  'importance',
  'pillar',
  'holderPost',
  'acceptedTransfers',
  'cycle',
  'ownReopenings',
  'parentId',
  'followers',
  'transferTo',
  'transferAtRoom',
  'transferRefusals',
  'previousState',
  'partEntities',
  'openParts',
  'proposal',
  'rejectionCode',
  'appealedAt',
  'restricted',
  'entityAssignedAt',
  'escalation',
  'escalatesAt',
  'timesOutAt',
  'dueSoonAt',
  'nextDeadlineAt',
] as const satisfies (keyof typeof caseColumns)[];
const cycleColumnNames = [
  'acknowledgedAt',
  'originalDueAt',
  'dueAt',
  'acknowledgeBy',
  'policyVersion',
  'calendarVersion',
  'slaDays',
  'slaMinutes',
  'reopenedBecause',
  'pausedAt',
  'pauses',
  'questions',
  'question',
  'interimDueOn',
  'interimAt',
  'startedAt',
  'publishedAt',
  'closedAt',
  'outcome',
  'reviews',
  'approvedAtFirstReview',
  'workingMinutes',
  'answerAuthor',
  'ratingScore',
  'ratingSolved',
  'ratingComment',
  'ratedAt',
  'qualityScore',
  'qualityMax',
  'escalationAskedAt',
  'escalations',
] as const satisfies (keyof typeof cycleColumns)[];
const first = 12;
const set = (columns: readonly (readonly [string, string])[], from: number): string =>
  columns.map(([column], i) => `${column} = $${from + i}`).join(', ');

const transition = `
with changed as (
  update cases set ${set(
    updatableColumns.map((field) => caseColumns[field]),
    first,
  )} where id = $1::uuid
), cycled as (
  update cycle set ${set(
    cycleColumnNames.map((field) => cycleColumns[field]),
    first + updatableColumns.length,
  )}
  where case_id = $1::uuid and number = $2::int
), told as (
  insert into timeline (case_id, seq, at, action, actor, post, state, body, internal)
  select $1::uuid, coalesce(max(seq), 0) + 1, $3::timestamptz, $4::text, $5::text, $7::text,
    ${`$${first + 1}`}::text, $8::text, $9::boolean
  from timeline where case_id = $1::uuid
), audited as (
  insert into audit (case_id, seq, at, actor_kind, actor, action, detail, hash)
  select $1::uuid, coalesce(last.seq, 0) + 1, $3::timestamptz, $5::text, $6::text, $4::text, $10::jsonb,
    audit_hash(last.hash, $1::uuid, coalesce(last.seq, 0) + 1, $3::timestamptz, $5::text, $6::text, $4::text, $10::jsonb)
  from (select) always left join lateral (
    select seq, hash from audit where case_id = $1::uuid order by seq desc limit 1
  ) last on true
)
insert into outbox (key, version, type, payload)
values ($1::uuid, $${first}::int, 'case.' || lower($4::text), $11::jsonb)`;

/** Writes a transition of a locked case: the case, its timeline, its audit and its event. */
export async function saveTransition(tx: Tx, after: CaseRecord, transcript: TransitionRecord): Promise<void> {
  const event: CaseEvent = {
    action: transcript.action,
    from: transcript.from,
    by: transcript.by,
    told: [...transcript.told],
    workingDaysLate: transcript.workingDaysLate,
    case: toFacts(after),
  };
  const { at, action, by, actor, post, shownPost, text, internal } = transcript;
  const detail = {
    from: transcript.from,
    to: after.state,
    version: after.version,
    post,
    ...transcript.detail,
  };
  await tx.prepared('save-transition', transition, [
    after.id,
    after.cycle,
    at,
    action,
    by,
    actor,
    shownPost,
    text,
    internal,
    JSON.stringify(detail),
    JSON.stringify(event),
    ...[...updatableColumns, ...cycleColumnNames].map((field) => columnValue(after, field)),
  ]);
  announce(tx);
}

const open = `
insert into cycle (case_id, number, opened_by, submitted_at, policy_version, calendar_version, acknowledge_by)
values ($1, $2, $3, $4, $5, $6, $7)`;

/** Begins the next cycle of a locked case; the transition that opens it writes the rest. */
export async function openCycle(tx: Tx, next: CaseRecord): Promise<void> {
  const { id, cycle, openedBy, cycleSubmittedAt, policyVersion, calendarVersion, acknowledgeBy } = next;
  const values = [id, cycle, openedBy, cycleSubmittedAt, policyVersion, calendarVersion, acknowledgeBy];
  await tx.prepared('open-cycle', open, values);
}

const texts = 'select case_id as id, body as text from submission_content where case_id = any($1::uuid[])';

/** What was written in these cases, by id. */
export async function loadTexts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ id: string; text: string }>('load-texts', texts, [ids]);
  return new Map(rows.map((row) => [row.id, row.text]));
}
