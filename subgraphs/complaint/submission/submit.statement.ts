/** The hot path: everything a new case writes, in one prepared statement and so in one transaction. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { caseColumns, columnValue, cycleColumns } from '../case/case.columns.ts';
import { type CaseRecord, toFacts } from '../case/case.record.ts';
import { documentOf, searchable } from '../search/case-search.ts';

export interface NewCase {
  record: CaseRecord;
  text: string;
  sealedContact: Buffer | null;
  secretHash: Buffer;
  keyHash: Buffer;
  bodyHash: Buffer;
  by: CaseEvent['by'];
  /** Subject of who did it, for the audit; null for anonymous applicants. */
  actor: string | null;
}

type Field = keyof CaseRecord;
const caseFields = Object.keys(caseColumns) as (keyof typeof caseColumns)[];
// Set when a cycle begins; the rest of its columns have their defaults.
const cycleFields = ['cycleSubmittedAt', 'policyVersion', 'calendarVersion', 'acknowledgeBy'] as const;
const fields: readonly Field[] = [...caseFields, ...cycleFields];
const place = (field: Field): string => `$${fields.indexOf(field) + 1}`;
const own = (offset: number): string => `$${fields.length + offset}`;
const [keyHash, bodyHash, body, sealed, secretHash, folded, document, by, actor, detail, payload] =
  Array.from({ length: 11 }, (_, i) => own(i + 1));

const statement = `
with slot as (
  insert into submission (key_hash, body_hash, case_id, created_at)
  values (${keyHash}, ${bodyHash}, ${place('id')}::uuid, ${place('submittedAt')}::timestamptz)
  on conflict do nothing
  returning case_id
), filed as (
  insert into cases (${caseFields.map((field) => caseColumns[field][0]).join(', ')})
  select ${caseFields.map((field) => `${place(field)}::${caseColumns[field][1]}`).join(', ')} from slot
  returning id
), kept as (
  insert into filing (case_id, body, sealed_contact, secret_hash, search_subject, search_document)
  select id, ${body}::text, ${sealed}::bytea, ${secretHash}::bytea, ${folded}::text, ${documentOf(`${document}::text`)}
  from filed
), opened as (
  insert into cycle (case_id, number, ${cycleFields.map((field) => cycleColumns[field][0]).join(', ')})
  select id, 1, ${cycleFields.map((field) => `${place(field)}::${cycleColumns[field][1]}`).join(', ')} from filed
), told as (
  insert into timeline (case_id, seq, at, action, actor, state)
  select id, 1, ${place('submittedAt')}::timestamptz, 'SUBMIT', ${by}::text, 'SUBMITTED' from filed
), audited as (
  insert into audit (case_id, seq, at, actor_kind, actor, action, detail, hash)
  select id, 1, ${place('submittedAt')}::timestamptz, ${by}::text, ${actor}::text, 'SUBMIT', ${detail}::jsonb,
    audit_hash(null, id, 1, ${place('submittedAt')}::timestamptz, ${by}::text, ${actor}::text, 'SUBMIT', ${detail}::jsonb)
  from filed
), announced as (
  insert into outbox (key, version, type, payload)
  select id, 1, 'case.submit', ${payload}::jsonb from filed
)
select id from filed`;

/** Writes a new case. False when its idempotency key was taken before: then nothing is written. */
export async function insertCase(tx: Tx, fresh: NewCase): Promise<boolean> {
  const { record } = fresh;
  const event: CaseEvent = { action: 'SUBMIT', from: null, by: fresh.by, case: toFacts(record) };
  const search = searchable(record.subject, fresh.text);
  const rows = await tx.prepared('submit-case', statement, [
    ...fields.map((field) => columnValue(record, field)),
    fresh.keyHash,
    fresh.bodyHash,
    fresh.text,
    fresh.sealedContact,
    fresh.secretHash,
    search.subject,
    search.document,
    fresh.by,
    fresh.actor,
    JSON.stringify({ state: record.state, version: record.version, entity: record.entity }),
    JSON.stringify(event),
  ]);
  return rows.length > 0;
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
