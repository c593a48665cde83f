import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseFilter, CaseOrder } from '../case/case-filter.ts';

export interface SavedViewRow {
  id: string;
  name: string;
  nameKey: string;
  filter: CaseFilter;
  orderBy: CaseOrder;
}

const columns = 'id, name, name_key as "nameKey", filter, order_by as "orderBy"';
const ofSubject = `select ${columns} from saved_view where subject = $1 order by place, id`;

/** Somebody's views, in their order. */
export async function savedViewsOf(tx: Tx, subject: string): Promise<SavedViewRow[]> {
  return tx.prepared<SavedViewRow>('saved-views', ofSubject, [subject]);
}

/** Lets changes of one person's views wait for each other. */
export async function lockViewsOf(tx: Tx, subject: string): Promise<void> {
  await tx.prepared('lock-saved-views', `select pg_advisory_xact_lock(hashtext('saved-view ' || $1))`, [
    subject,
  ]);
}

const add = `
insert into saved_view (subject, name, name_key, filter, order_by, place)
select $1::text, $2, $3, $4, $5, coalesce(max(place), 0) + 1 from saved_view where subject = $1::text
returning ${columns}`;
const change = `
update saved_view set name = $2, name_key = $3, filter = $4, order_by = $5 where subject = $1 and id = $6
returning ${columns}`;

/** Keeps a new view, behind the others, or the one whose id is given anew. */
export async function putSavedView(
  tx: Tx,
  subject: string,
  id: string | null,
  view: Omit<SavedViewRow, 'id'>,
): Promise<SavedViewRow | null> {
  const values = [subject, view.name, view.nameKey, JSON.stringify(view.filter), view.orderBy];
  const [row] =
    id === null
      ? await tx.prepared<SavedViewRow>('add-saved-view', add, values)
      : await tx.prepared<SavedViewRow>('change-saved-view', change, [...values, id]);
  return row ?? null;
}

/** Whether there was one to remove. */
export async function deleteSavedView(tx: Tx, subject: string, id: string): Promise<boolean> {
  const rows = await tx.prepared<{ id: string }>(
    'delete-saved-view',
    'delete from saved_view where subject = $1 and id = $2 returning id',
    [subject, id],
  );
  return rows.length > 0;
}

const place = `
update saved_view set place = wanted.place
from unnest($2::uuid[]) with ordinality as wanted(id, place)
where subject = $1 and saved_view.id = wanted.id`;

/** Puts somebody's views in this order. */
export async function placeViews(tx: Tx, subject: string, ids: readonly string[]): Promise<void> {
  await tx.prepared('place-saved-views', place, [subject, ids]);
}
