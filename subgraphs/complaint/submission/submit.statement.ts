/**
 * The hot path: everything that new cases write, in one prepared statement and so in one transaction. Each
 * column comes as an array, so that the text is the same for one case and for thirty.
 */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { caseColumns, columnValue, cycleColumns } from '../case/case.columns.ts';
import { type CaseRecord, toFacts } from '../case/case.record.ts';
import { isSealed } from '../confidential/sealed-words.ts';
import type { Point } from '../location/location.ts';
import { documentOf, searchable, searchVersion } from '../search/case-search.ts';
import type { Credit } from './credit.ts';

export interface NewCase {
  record: CaseRecord;
  text: string;
  /** On no event: a place may tell who somebody is. */
  point: Point | null;
  /** In place of the point, of a confidential report. */
  sealedPoint: Buffer | null;
  credit: Credit | null;
  sealedContact: Buffer | null;
  secretHash: Buffer;
  keyHash: Buffer;
  bodyHash: Buffer;
  by: CaseEvent['by'];
  /** Keys of posts that are told beside the entity's: the coordinator of its programme. */
  told: readonly string[];
  /** Subject of who did it, for the audit; null for anonymous applicants. */
  actor: string | null;
}

type Field = keyof CaseRecord;
// What only a later step can set has its default.
const defaultedColumns: ReadonlySet<string> = new Set([
  'followers',
  'ownReopenings',
  'transferTo',
  'transferAtRoom',
  'transferRefusals',
  'previousState',
  'partEntities',
  'openParts',
  'proposal',
  'rejectionCode',
  'appealedAt',
  'entityAssignedAt',
  'escalation',
  'timesOutAt',
]);
const caseFields = (Object.keys(caseColumns) as (keyof typeof caseColumns)[]).filter(
  (field) => !defaultedColumns.has(field),
);
// Set when a cycle begins; the rest of its columns have their defaults.
const cycleFields = ['cycleSubmittedAt', 'policyVersion', 'calendarVersion', 'acknowledgeBy'] as const;
const columns: [name: string, type: string][] = [
  ...caseFields.map((field): [string, string] => [field, caseColumns[field][1]]),
  ...cycleFields.map((field): [string, string] => [field, cycleColumns[field][1]]),
  ['keyHash', 'bytea'],
  ['bodyHash', 'bytea'],
  ['body', 'text'],
  ['sealed', 'bytea'],
  ['secretHash', 'bytea'],
  ['latitude', 'double precision'],
  ['longitude', 'double precision'],
  ['sealedPoint', 'bytea'],
  ['creditedUnit', 'text'],
  ['creditedName', 'text'],
  ['folded', 'text'],
  ['document', 'text'],
  ['by', 'text'],
  ['actor', 'text'],
  ['detail', 'text'],
  ['payload', 'text'],
];
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

// In the order of the keys: two statements that meet the same keys then wait for each other in one direction.
const statement = `
with given as materialized (
  select * from unnest(${columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')})
    as r(${quoted(columns.map(([name]) => name))})
), slot as (
  insert into submission (key_hash, body_hash, case_id, created_at)
  select "keyHash", "bodyHash", "id", "submittedAt" from given order by "keyHash"
  on conflict do nothing
  returning case_id
), fresh as materialized (
  select given.* from given join slot on slot.case_id = given.id
), filed as (
  insert into cases (${caseFields.map((field) => caseColumns[field][0]).join(', ')})
  select ${quoted(caseFields)} from fresh
), kept as (
  insert into submission_content (case_id, body, sealed_contact, secret_hash, latitude, longitude, sealed_point, credited_unit,
    credited_name, search_subject, search_document, search_version)
  select "id", "body", "sealed", "secretHash", "latitude", "longitude", "sealedPoint", "creditedUnit",
    "creditedName", "folded", ${documentOf('"document"')}, ${searchVersion}
  from fresh
), opened as (
  insert into cycle (case_id, number, ${cycleFields.map((field) => cycleColumns[field][0]).join(', ')})
  select "id", 1, ${quoted(cycleFields)} from fresh
), told as (
  insert into timeline (case_id, seq, at, action, actor, state)
  select "id", 1, "submittedAt", 'SUBMIT', "by", "state" from fresh
), audited as (
  insert into audit (case_id, seq, at, actor_kind, actor, action, detail, hash)
  select "id", 1, "submittedAt", "by", "actor", 'SUBMIT', "detail"::jsonb,
    audit_hash(null, "id", 1, "submittedAt", "by", "actor", 'SUBMIT', "detail"::jsonb)
  from fresh
), announced as (
  insert into outbox (key, version, type, payload)
  select "id", 1, 'case.submit', "payload"::jsonb from fresh
)
select "id" from fresh`;

/** Writes new cases; gives the ids of those written. A case whose idempotency key was taken before is not. */
export async function insertCases(tx: Tx, fresh: readonly NewCase[]): Promise<Set<string>> {
  const rows = fresh.map(toRow);
  const arrays = columns.map((_, i) => rows.map((row) => row[i]));
  const written = await tx.prepared<{ id: string }>('submit-cases', statement, arrays);
  return new Set(written.map(({ id }) => id));
}

function toRow(one: NewCase): unknown[] {
  const { record, by } = one;
  const event: CaseEvent = { action: 'SUBMIT', from: null, by, told: [...one.told], case: toFacts(record) };
  // No search finds what a confidential report says: its stems would tell it.
  const search = isSealed(one.text) ? searchable('', '') : searchable(record.subject, one.text);
  const fields: readonly Field[] = [...caseFields, ...cycleFields];
  return [
    ...fields.map((field) => columnValue(record, field)),
    one.keyHash,
    one.bodyHash,
    one.text,
    one.sealedContact,
    one.secretHash,
    one.point?.latitude ?? null,
    one.point?.longitude ?? null,
    one.sealedPoint,
    one.credit?.unit ?? null,
    one.credit?.name ?? null,
    search.subject,
    search.document,
    by,
    one.actor,
    JSON.stringify(auditedOf(record)),
    JSON.stringify(event),
  ];
}

function auditedOf({ state: to, version, entity, parentId }: CaseRecord): object {
  return parentId === null ? { to, version, entity } : { to, version, entity, follows: parentId };
}

const earlier = `select case_id as id, body_hash as "bodyHash" from submission where key_hash = $1`;

/** What was submitted before under an idempotency key. */
export async function findSubmission(
  tx: Tx,
  keyHash: Buffer,
): Promise<{ id: string; bodyHash: Buffer } | undefined> {
  const [found] = await tx.prepared<{ id: string; bodyHash: Buffer }>('find-submission', earlier, [keyHash]);
  return found;
}
