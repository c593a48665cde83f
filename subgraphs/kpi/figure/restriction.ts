/**
 * What the public is not shown of programmes whose cases are not for everybody: no figure of such a programme or
 * its categories alone. They count in every total.
 */

import type { Dimension } from '../dimension/dimension.ts';
import type { Restricted } from '../directory/directory.store.ts';
import type { Filter } from '../question/question.ts';

/** Says whether a filter picks out what is restricted. */
export function picksRestricted({ axes }: Filter, { programmes, categories }: Restricted): boolean {
  return (
    (axes.programme ?? []).some((key) => programmes.has(key)) ||
    (axes.category ?? []).some((key) => categories.has(key))
  );
}

/** Says whether a row of a table is of what is restricted. */
export function isRestricted(
  by: readonly Dimension[],
  keys: readonly string[],
  { programmes, categories }: Restricted,
): boolean {
  return by.some((dimension, place) => {
    const key = keys[place] ?? '';
    return (
      (dimension === 'PROGRAMME' && programmes.has(key)) || (dimension === 'CATEGORY' && categories.has(key))
    );
  });
}
