/** How many cases go into one bulk action, and how many of them are worked on at a time. */
import type { Refusal } from '../case/case.ts';

export const maxItems = 100;
const atATime = 4;

/** Refuses an empty choice and one that is too large; nothing is done then. */
export function checkItems(items: readonly unknown[]): Refusal | null {
  if (items.length >= 1 && items.length <= maxItems) return null;
  return { refused: 'TOO_MANY_ITEMS', field: ['items'], facts: { max: maxItems } };
}

/** Does the work for each item, a few at a time; the results come in the order of the items. */
export async function eachOf<I, R>(items: readonly I[], work: (item: I) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [i, item] of left) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results;
}
