import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { TermKind } from '../directory/directory.ts';
import type { Dimension } from './dimension.ts';
import { notSet, words } from './words.ts';

const kinds: Partial<Record<Dimension, TermKind>> = {
  SECTOR: 'sector',
  ENTITY: 'entity',
  CATEGORY: 'category',
  GOVERNORATE: 'governorate',
};

/** What a key is called: by the directory, by our own words, or, of a day, week or month, as it is written. */
export async function labelOf(
  dimension: Dimension,
  key: string,
  terms: { load(asked: { kind: TermKind; code: string }): Promise<Names | null> },
): Promise<Names> {
  if (key === '') return notSet;
  const kind = kinds[dimension];
  const names = kind ? await terms.load({ kind, code: key }) : words[dimension]?.[key];
  return names ?? { ar: key, en: key };
}
