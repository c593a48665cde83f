import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import type { Refusal } from '../case/case.ts';
import { isStaff } from '../case-access/case.policy.ts';
import type { CaseFilter, CaseOrder } from '../case-list/case-filter.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { readText } from '../wording/written-text.ts';
import type { SavedViewRow } from './saved-view.entity.ts';
import {
  deleteSavedView,
  lockViewsOf,
  placeViews,
  putSavedView,
  savedViewsOf,
} from './saved-view.repository.ts';
import { arrange, checkView, maxFilterLength, maxViewNameLength, nameKey } from './saved-view.ts';

export interface ViewResult {
  view: SavedViewRow | null;
  /** All of the person's views afterwards, in their order. */
  views: SavedViewRow[];
  refusals: Refusal[];
}

export interface ViewInput {
  /** Null: a new one. */
  id: string | null;
  name: string;
  filter: CaseFilter;
  orderBy: CaseOrder;
}

/** Whose views these are; nobody's but those of staff exist. */
export function ownerOf(viewer: Viewer): string {
  if (viewer.subject !== null && isStaff(viewer)) return viewer.subject;
  throw nothingThere(viewer.language);
}

/** Keeps a view, new or changed. */
export function saveView(database: Database, input: ViewInput, viewer: Viewer): Promise<ViewResult> {
  return change(database, viewer, async (tx, subject, views) => {
    const before = views.find(({ id }) => id === input.id) ?? null;
    if (input.id !== null && !before) throw nothingThere(viewer.language);
    const written = readText(input.name, { field: ['name'], min: 1, max: maxViewNameLength, oneLine: true });
    if ('refused' in written) return written;
    const refusal = checkView({ id: input.id, name: written.text }, views);
    if (refusal) return refusal;
    if (JSON.stringify(input.filter).length > maxFilterLength) {
      return { refused: 'TOO_LONG', field: ['filter'], facts: { max: maxFilterLength } };
    }
    const { filter, orderBy } = input;
    const named = { name: written.text, nameKey: nameKey(written.text) };
    return putSavedView(tx, subject, input.id, { ...named, filter, orderBy });
  });
}

/** Removes a view of one's own. */
export function removeView(database: Database, id: string | null, viewer: Viewer): Promise<ViewResult> {
  return change(database, viewer, async (tx, subject) => {
    if (id !== null && (await deleteSavedView(tx, subject, id))) return null;
    throw nothingThere(viewer.language);
  });
}

/** Puts one's views in order; those that are not named follow as they stood. */
export function reorderViews(database: Database, ids: string[], viewer: Viewer): Promise<ViewResult> {
  return change(database, viewer, async (tx, subject, views) => {
    await placeViews(tx, subject, arrange(ids, views));
    return null;
  });
}

function change(
  database: Database,
  viewer: Viewer,
  make: (tx: Tx, subject: string, views: SavedViewRow[]) => Promise<SavedViewRow | Refusal | null>,
): Promise<ViewResult> {
  const subject = ownerOf(viewer);
  return database.transaction(async (tx) => {
    await lockViewsOf(tx, subject);
    const views = await savedViewsOf(tx, subject);
    const made = await make(tx, subject, views);
    if (made && 'refused' in made) return { view: null, views, refusals: [made] };
    return { view: made, views: await savedViewsOf(tx, subject), refusals: [] };
  });
}
