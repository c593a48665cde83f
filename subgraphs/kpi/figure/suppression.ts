/**
 * On public views a figure that rests on too few cases is not shown (domain.md §4). One that rests on none is: it says
 * nothing of anybody. How few is too few is a term (`fewestShown`).
 */
import { type Figure, formulas } from './figure.ts';

const isFew = (count: number, fewest: number): boolean => count > 0 && count < fewest;

/** Says whether a figure rests on too few cases to be shown to the public. */
export function isTooSmall({ name, n, numerator }: Figure, fewest: number): boolean {
  const formula = formulas[name];
  const stranger = formula.unit === 'RATIO' && formula.apart ? (numerator ?? 0) : 0;
  return isFew(n, fewest) || isFew(stranger, fewest);
}

/**
 * The places, in a list of one figure's cells, that the public is not shown: those too small and, when that is one
 * alone, the smallest other one, else the total would give it away.
 */
export function hiddenAmong(cells: readonly Figure[], fewest: number): Set<number> {
  const hidden = new Set(cells.flatMap((figure, index) => (isTooSmall(figure, fewest) ? [index] : [])));
  if (hidden.size !== 1) return hidden;
  const others = cells
    .map((figure, index) => ({ n: figure.n, index }))
    .filter(({ n, index }) => n > 0 && !hidden.has(index))
    .sort((left, right) => left.n - right.n);
  if (others[0]) hidden.add(others[0].index);
  return hidden;
}
