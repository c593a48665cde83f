import type { Tx } from '@bekhedmetkom/platform/database';
import { SavedViewRow } from './saved-view.entity.ts';

/** Somebody's views, in their order. */
export function savedViewsOf({ manager }: Tx, subject: string): Promise<SavedViewRow[]> {
  return manager.find(SavedViewRow, { where: { subject }, order: { place: 'ASC', id: 'ASC' } });
}

/** Lets changes of one person's views wait for each other: a lock of the database's, not of a row. */
export async function lockViewsOf(tx: Tx, subject: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('saved-view ' || $1))`, [subject]);
}

export type SavedViewContent = Pick<SavedViewRow, 'name' | 'nameKey' | 'filter' | 'orderBy'>;

/** Keeps a new view, behind the others, or the one whose id is given anew. The caller has locked the views. */
export async function putSavedView(
  { manager }: Tx,
  subject: string,
  id: string | null,
  { name, nameKey, filter, orderBy }: SavedViewContent,
): Promise<SavedViewRow | null> {
  const content = { name, nameKey, filter, orderBy };
  if (id !== null) {
    await manager.update(SavedViewRow, { subject, id }, content);
    return manager.findOneBy(SavedViewRow, { subject, id });
  }
  const place = ((await manager.maximum(SavedViewRow, 'place', { subject })) ?? 0) + 1;
  const { identifiers } = await manager.insert(SavedViewRow, { subject, place, ...content });
  return manager.findOneBy(SavedViewRow, { id: String(identifiers[0]?.id) });
}

/** Whether there was one to remove. */
export async function deleteSavedView({ manager }: Tx, subject: string, id: string): Promise<boolean> {
  return (await manager.delete(SavedViewRow, { subject, id })).affected === 1;
}

/** Puts somebody's views in this order. */
export async function placeViews({ manager }: Tx, subject: string, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await manager.update(SavedViewRow, { subject, id }, { place: index + 1 });
}
