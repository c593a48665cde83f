import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseType, Names, Outcome } from '@bekhedmetkom/schema/events/vocabulary';

export interface CannedAnswerRow {
  id: string;
  /** Null: for every entity. */
  entity: string | null;
  version: number;
  names: Names;
  body: Names;
  outcome: Outcome | null;
  type: CaseType | null;
}

const columns = `id, entity, version, json_build_object('ar', name_ar, 'en', name_en) as names,
  json_build_object('ar', body_ar, 'en', body_en) as body, outcome, type`;

const ofEntity = `select ${columns} from canned_answer where entity = $1 or entity is null
  order by entity nulls last, lower(name_ar), id`;

/** The canned answers of an entity, then those of no entity, by their Arabic names. */
export async function cannedAnswersOf(tx: Tx, entity: string | null): Promise<CannedAnswerRow[]> {
  return tx.prepared<CannedAnswerRow>('canned-answers', ofEntity, [entity]);
}

const one = `select ${columns} from canned_answer where id = $1`;

export async function findCannedAnswer(tx: Tx, id: string): Promise<CannedAnswerRow | undefined> {
  const [row] = await tx.prepared<CannedAnswerRow>('canned-answer', one, [id]);
  return row;
}

const lock = `select ${columns} from canned_answer where id = $1 for update`;

/** As `findCannedAnswer`, locked until the transaction ends. */
export async function lockCannedAnswer(tx: Tx, id: string): Promise<CannedAnswerRow | undefined> {
  const [row] = await tx.prepared<CannedAnswerRow>('lock-canned-answer', lock, [id]);
  return row;
}

const count = 'select count(*)::int as count from canned_answer where entity is not distinct from $1';

/** How many canned answers an entity has; null: those of no entity. */
export async function countCannedAnswers(tx: Tx, entity: string | null): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('count-canned-answers', count, [entity]);
  return row?.count ?? 0;
}

export type CannedAnswerContent = Omit<CannedAnswerRow, 'id' | 'version'>;

const add = `
insert into canned_answer (entity, name_ar, name_en, body_ar, body_en, outcome, type, changed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`;

const change = `
update canned_answer set entity = $1, name_ar = $2, name_en = $3, body_ar = $4, body_en = $5, outcome = $6,
  type = $7, changed_by = $8, changed_at = clock_timestamp(), version = version + 1
where id = $9 returning ${columns}`;

/** Keeps a new one, or the next version of the one whose id is given. */
export async function putCannedAnswer(
  tx: Tx,
  id: string | null,
  content: CannedAnswerContent,
  by: string,
): Promise<CannedAnswerRow | undefined> {
  const { entity, names, body, outcome, type } = content;
  const values = [entity, names.ar, names.en, body.ar, body.en, outcome, type, by];
  const [row] =
    id === null
      ? await tx.prepared<CannedAnswerRow>('add-canned-answer', add, values)
      : await tx.prepared<CannedAnswerRow>('change-canned-answer', change, [...values, id]);
  return row;
}

export async function deleteCannedAnswer(tx: Tx, id: string): Promise<void> {
  await tx.prepared('delete-canned-answer', 'delete from canned_answer where id = $1', [id]);
}
