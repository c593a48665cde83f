/** The rules of saved views: how many, how they are called, and in which order they stand. */
import type { Refusal } from '../case/case.ts';

export const maxViews = 50;
/** In characters. */
export const maxViewNameLength = 80;
/** Of the filter as JSON, in UTF-16 units. */
export const maxFilterLength = 8_000;

export interface NamedView {
  id: string;
  /** The name as it is compared. */
  nameKey: string;
}

/** Names differ by more than case, marks and spaces. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Refuses a name that another view of the same person has, and the view that is one too many. */
export function checkView(
  view: { id: string | null; name: string },
  others: readonly NamedView[],
): Refusal | null {
  const key = nameKey(view.name);
  if (others.some((other) => other.nameKey === key && other.id !== view.id)) {
    return { refused: 'NAME_TAKEN', field: ['name'], facts: { name: view.name } };
  }
  if (view.id === null && others.length >= maxViews) return { refused: 'TOO_MANY', facts: { max: maxViews } };
  return null;
}

/** The views as asked for; those that were not named keep their order behind them. */
export function arrange(ids: readonly string[], views: readonly NamedView[]): string[] {
  const known = new Set(views.map(({ id }) => id));
  const first = [...new Set(ids)].filter((id) => known.has(id));
  return [...first, ...views.map(({ id }) => id).filter((id) => !first.includes(id))];
}
