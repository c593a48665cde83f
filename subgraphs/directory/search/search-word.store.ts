import type { Tx } from '@bekhedmetkom/platform/database';
import type { EntityCategory, SearchTerms, SearchWord } from './search-word.ts';

export async function putSearchTerms(tx: Tx, { entity, words, categories }: SearchTerms): Promise<void> {
  await tx.prepared('drop-search-words', 'delete from search_word where entity = $1', [entity]);
  await tx.prepared('drop-entity-categories', 'delete from entity_category where entity = $1', [entity]);
  await tx.prepared(
    'put-search-words',
    'insert into search_word (entity, words) select $1, unnest($2::text[]) on conflict do nothing',
    [entity, words],
  );
  await tx.prepared(
    'put-entity-categories',
    'insert into entity_category (entity, category) select $1, unnest($2::text[]) on conflict do nothing',
    [entity, categories],
  );
}

export function readSearchWords(tx: Tx): Promise<SearchWord[]> {
  return tx.query('select entity, words from search_word order by entity, words');
}

export function readEntityCategories(tx: Tx): Promise<EntityCategory[]> {
  return tx.query('select entity, category from entity_category order by entity, category');
}
