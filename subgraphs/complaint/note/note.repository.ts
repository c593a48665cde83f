import { mappingOf, type Tx } from '@bekhedmetkom/platform/database';
import { In } from 'typeorm';
import { NoteRow } from './note.entity.ts';

export type NewNote = Omit<NoteRow, 'id'>;

export async function addNoteRow({ manager }: Tx, note: NewNote): Promise<NoteRow> {
  const { identifiers } = await manager.insert(NoteRow, note);
  return { ...note, id: String(identifiers[0]?.id) };
}

/** A page of one case's notes. */
export interface NotePage {
  caseId: string;
  limit: number;
  /** Id of the note after which to go on. */
  after: string | null;
}

// Pages of many cases in one statement: lists ask for them (decision 0015).
const pages = `
select found.* from rows from (unnest($1::uuid[], $2::uuid[], $3::int[])) with ordinality as page(case_id, after, size, place)
cross join lateral (
  select page.place, note.* from note
  where case_id = page.case_id and (page.after is null or id < page.after) order by id desc limit page.size
) found order by found.place, found.id desc`;

/** The notes of each page, newest first, in the order of the pages asked for. */
export async function loadNotePages(tx: Tx, asked: readonly NotePage[]): Promise<NoteRow[][]> {
  const rows = await tx.prepared<Record<string, unknown> & { place: number }>('load-notes', pages, [
    asked.map(({ caseId }) => caseId),
    asked.map(({ after }) => after),
    asked.map(({ limit }) => limit),
  ]);
  const { toEntity } = mappingOf(tx, NoteRow);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, i) => (byPlace.get(i + 1) ?? []).map(toEntity));
}

/** How many notes these cases have. */
export async function countNotes({ manager }: Tx, caseIds: readonly string[]): Promise<number[]> {
  const rows = await manager
    .createQueryBuilder(NoteRow, 'note')
    .select('note.caseId', 'id')
    .addSelect('count(*)::int', 'count')
    .where({ caseId: In(caseIds) })
    .groupBy('note.caseId')
    .getRawMany<{ id: string; count: number }>();
  const found = new Map(rows.map(({ id, count }) => [id, count]));
  return caseIds.map((id) => found.get(id) ?? 0);
}
