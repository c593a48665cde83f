import type { Tx } from '@bekhedmetkom/platform/database';
import { EntityCategoryRow, SearchWordRow } from './search-word.entity.ts';
import type { EntityCategory, SearchTerms, SearchWord } from './search-word.ts';

export async function putSearchTerms(
  { manager }: Tx,
  { entity, words, categories }: SearchTerms,
): Promise<void> {
  await manager.delete(SearchWordRow, { entity });
  await manager.delete(EntityCategoryRow, { entity });
  await manager.insert(
    SearchWordRow,
    [...new Set(words)].map((one) => ({ entity, words: one })),
  );
  await manager.insert(
    EntityCategoryRow,
    [...new Set(categories)].map((category) => ({ entity, category })),
  );
}

export function readSearchWords({ manager }: Tx): Promise<SearchWord[]> {
  return manager.find(SearchWordRow, { order: { entity: 'ASC', words: 'ASC' } });
}

export function readEntityCategories({ manager }: Tx): Promise<EntityCategory[]> {
  return manager.find(EntityCategoryRow, { order: { entity: 'ASC', category: 'ASC' } });
}
