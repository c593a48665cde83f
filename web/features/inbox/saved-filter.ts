/** Saved views: a filter that a person gave a name to. */
import type { CaseFilter, SavedViewsQuery } from '../../graphql/generated/graphql.ts';

export type SavedView = SavedViewsQuery['savedViews'][number];

/** The filter of a saved view as lists are asked for by it: without what it says nothing about. */
export function savedFilter(view: Pick<SavedView, 'filter'>): CaseFilter {
  const said = Object.entries(view.filter).filter(([name, value]) => value !== null && name !== '__typename');
  const filter: CaseFilter = Object.fromEntries(said);
  if (!filter.submitted) return filter;
  const { from, to } = filter.submitted;
  return { ...filter, submitted: { from, to } };
}
