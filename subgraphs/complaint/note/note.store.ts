import type { Tx } from '@bekhedmetkom/platform/database';

export interface NoteRow {
  id: string;
  caseId: string;
  at: Date;
  text: string;
  author: string;
  authorStaff: string | null;
  authorPost: string | null;
  mentions: string[];
}

const columns = `id, case_id as "caseId", at, body as text, author, author_staff as "authorStaff",
  author_post as "authorPost", mentions`;

const add = `
insert into note (case_id, at, body, author, author_staff, author_post, mentions)
values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`;

export async function addNoteRow(tx: Tx, note: Omit<NoteRow, 'id'>): Promise<NoteRow> {
  const { caseId, at, text, author, authorStaff, authorPost, mentions } = note;
  const [row] = await tx.prepared<NoteRow>('add-note', add, [
    caseId,
    at,
    text,
    author,
    authorStaff,
    authorPost,
    mentions,
  ]);
  if (!row) throw new Error('the database kept no note');
  return row;
}

/** A page of one case's notes. */
export interface NotePage {
  caseId: string;
  limit: number;
  /** Id of the note after which to go on. */
  after: string | null;
}

const pages = `
select found.* from rows from (unnest($1::uuid[], $2::uuid[], $3::int[])) with ordinality as page(case_id, after, size, place)
cross join lateral (
  select page.place, ${columns} from note
  where case_id = page.case_id and (page.after is null or id < page.after) order by id desc limit page.size
) found order by found.place, found.id desc`;

/** The notes of each page, newest first, in the order of the pages asked for. */
export async function loadNotePages(tx: Tx, asked: readonly NotePage[]): Promise<NoteRow[][]> {
  const rows = await tx.prepared<NoteRow & { place: number }>('load-notes', pages, [
    asked.map(({ caseId }) => caseId),
    asked.map(({ after }) => after),
    asked.map(({ limit }) => limit),
  ]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, i) => byPlace.get(i + 1) ?? []);
}

const count = `
select case_id as "caseId", count(*)::int as count from note where case_id = any($1::uuid[]) group by case_id`;

/** How many notes these cases have. */
export async function countNotes(tx: Tx, caseIds: readonly string[]): Promise<number[]> {
  const rows = await tx.prepared<{ caseId: string; count: number }>('count-notes', count, [caseIds]);
  const found = new Map(rows.map((row) => [row.caseId, row.count]));
  return caseIds.map((id) => found.get(id) ?? 0);
}
