/** Writes batches of imported cases: a few statements, however many records. */
import type { Tx } from '@bekhedmetkom/platform/database';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { appendToAudit } from '../audit/audit.store.ts';
import {
  caseColumns,
  columnValue,
  cycleColumns,
  jsonColumns,
  recordColumns,
  recordTables,
} from '../case/case.columns.ts';
import { type CaseRecord, toFacts } from '../case/case.record.ts';
import { isSealed } from '../confidential/sealed-words.ts';
import { documentOf, searchable, searchVersion } from '../search/case-search.ts';
import type { ImportedCase } from './imported-record.ts';

/** An imported case with the record it stands for. */
export interface SourcedCase extends ImportedCase {
  source: string;
  sourceId: string;
  /** Of a confidential report, in place of its point. */
  sealedPoint: Buffer | null;
  /** The state before this import; null when new. */
  from: CaseRecord['state'] | null;
}

type Field = keyof CaseRecord;
const caseFields = Object.keys(caseColumns) as (keyof typeof caseColumns)[];
const cycleFields = Object.keys(cycleColumns) as (keyof typeof cycleColumns)[];
const types: Partial<Record<Field, readonly [string, string]>> = { ...caseColumns, ...cycleColumns };
const recordset = (more: string): string => {
  const columns = Object.entries(types).map(([field, [, type]]) => `"${field}" ${type}`);
  return `jsonb_to_recordset($1::jsonb) as r(${[...columns, more].join(', ')})`;
};
const names = (fields: readonly Field[]): string =>
  fields.map((field) => types[field]?.[0] ?? field).join(', ');
const values = (fields: readonly Field[]): string => fields.map((field) => `r."${field}"`).join(', ');

const lock = `select c.id from cases c
  where (c.source, c.source_id) in (select * from unnest($1::text[], $2::text[]))
  order by c.source, c.source_id
  for no key update`;
// A statement of its own: one that waited for a lock would still see cycles as they were before.
const kept = `select ${recordColumns}, c.source, c.source_id as "sourceId" from ${recordTables}
  where c.id = any($1::uuid[])`;

/** The cases that were imported before from these records, locked. */
export async function lockImported(
  tx: Tx,
  records: readonly { source: string; sourceId: string }[],
): Promise<(CaseRecord & { source: string; sourceId: string })[]> {
  const locked = await tx.prepared<{ id: string }>('lock-imported', lock, [
    records.map(({ source }) => source),
    records.map(({ sourceId }) => sourceId),
  ]);
  return tx.prepared('load-imported', kept, [locked.map(({ id }) => id)]);
}

const insertAll = `
with r as materialized (
  select * from ${recordset('source text, "sourceId" text, body text, folded text, document text, latitude float8, longitude float8, "sealedPoint" text')}
), filed as (
  insert into cases (${names(caseFields)}, source, source_id)
  select ${values(caseFields)}, source, "sourceId" from r
), kept as (
  insert into submission_content (case_id, body, latitude, longitude, sealed_point, search_subject, search_document, search_version)
  select id, body, latitude, longitude, decode("sealedPoint", 'hex'), folded, ${documentOf('document')}, ${searchVersion} from r
)
insert into cycle (case_id, number, ${names(cycleFields)}) select id, 1, ${values(cycleFields)} from r`;

const updateAll = `
with r as materialized (
  select * from ${recordset('body text')}
), changed as (
  update cases c set (${names(caseFields.filter((field) => field !== 'id'))}) =
    (select ${values(caseFields.filter((field) => field !== 'id'))})
  from r where c.id = r.id
)
update cycle y set (${names(cycleFields)}) = (select ${values(cycleFields)})
from r where y.case_id = r.id and y.number = r.cycle`;

const answers = `
insert into answer (case_id, cycle, number, outcome, body, proposed_at, decision, decided_at)
select id, cycle, 1, outcome, body, at, 'APPROVED', at
from jsonb_to_recordset($1::jsonb) as r(id uuid, cycle int, outcome text, body text, at timestamptz)
on conflict (case_id, cycle, number) do update set
  outcome = excluded.outcome, body = excluded.body, decision = 'APPROVED', decided_at = excluded.decided_at`;

// Steps that an earlier import told are not told again; the import itself is.
const timeline = `
with r as materialized (
  select *, row_number() over (partition by id order by line) as place
  from jsonb_to_recordset($1::jsonb)
    as step(id uuid, line int, at timestamptz, action text, state text, body text)
  where action is null or not exists (
    select from timeline t where t.case_id = step.id and t.action = step.action and t.at = step.at)
)
insert into timeline (case_id, seq, at, action, actor, state, body)
select r.id, coalesce(last.seq, 0) + r.place, r.at, r.action, 'IMPORTER', r.state, r.body
from r left join lateral (
  select seq from timeline where case_id = r.id order by seq desc limit 1
) last on true`;

/** Writes new cases and those that have moved on, with timeline, audit and one event each. */
export async function saveImported(
  tx: Tx,
  fresh: readonly SourcedCase[],
  moved: readonly SourcedCase[],
  { now, actor }: { now: Date; actor: string | null },
): Promise<void> {
  const all = [...fresh, ...moved];
  if (all.length === 0) return;
  if (fresh.length > 0) await tx.prepared('import-new', insertAll, [JSON.stringify(fresh.map(toRow))]);
  if (moved.length > 0) await tx.prepared('import-moved', updateAll, [JSON.stringify(moved.map(toRow))]);
  const answered = all.filter(({ record, answer }) => answer !== null && record.outcome !== null);
  if (answered.length > 0)
    await tx.prepared('import-answers', answers, [JSON.stringify(answered.map(toAnswer))]);
  await tx.prepared('import-timeline', timeline, [JSON.stringify(all.flatMap((one) => toSteps(one, now)))]);
  await appendToAudit(
    tx,
    all.map(({ record }) => record.id),
    { actorKind: 'IMPORTER', actor, action: 'IMPORT', detail: { records: all.length } },
  );
  await appendToOutbox(
    tx,
    all.map(({ record, from }) => {
      const payload: CaseEvent = { action: null, from, by: 'IMPORTER', told: [], case: toFacts(record) };
      return { key: record.id, version: record.version, type: 'case.import', payload };
    }),
  );
}

function toRow({ record, text, point, sealedPoint, source, sourceId }: SourcedCase): object {
  // No search finds what a confidential report says.
  const search = isSealed(text) ? searchable('', '') : searchable(record.subject, text);
  const fields = [...caseFields, ...cycleFields].map((field) => [
    field,
    jsonColumns.has(field) ? record[field] : columnValue(record, field),
  ]);
  const found = { folded: search.subject, document: search.document };
  const place = {
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    sealedPoint: sealedPoint?.toString('hex') ?? null,
  };
  const more = { source, sourceId, body: text, ...found, ...place };
  return { ...Object.fromEntries(fields), ...more };
}

function toAnswer({ record, answer }: SourcedCase): object {
  const { id, cycle, outcome, publishedAt: at } = record;
  return { id, cycle, outcome, body: answer, at };
}

function toSteps({ record, steps }: SourcedCase, now: Date): object[] {
  const taken = { at: now, action: null, state: record.state, text: null };
  return [...steps, taken].map(({ at, action, state, text }, line) => ({
    id: record.id,
    line,
    at,
    action,
    state,
    body: text,
  }));
}
