/** Saved views: a filter that a person gave a name to. */
import type { CaseFilter, SavedViewsQuery } from '../../../graphql/generated/graphql.ts';

export type SavedView = SavedViewsQuery['savedViews'][number];

/** The filter of a saved view as lists are asked for by it: without what it says nothing about. */
export function savedFilter(view: Pick<SavedView, 'filter'>): CaseFilter {
  return withoutUnsaid(view.filter);
}

/** An output object as the input of the same fields: what is null, or names a type, is left out at every depth. */
function withoutUnsaid(value: object): CaseFilter {
  const said = Object.entries(value).filter(([name, one]) => one !== null && name !== '__typename');
  return Object.fromEntries(
    said.map(([name, one]) => [
      name,
      typeof one === 'object' && !Array.isArray(one) ? withoutUnsaid(one) : one,
    ]),
  );
}
