import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CategoryRow } from '../category/category.entity.ts';
import { EntityRow } from '../entity/entity.entity.ts';
import type { EntityCategory, SearchWord } from './search-word.ts';

@Entity({
  name: 'search_word',
  comment: 'What people say who look for an entity, beside its names, units and services',
})
@Check('search_word_words_check', `words <> ''`)
export class SearchWordRow implements SearchWord {
  @ForeignKey(() => EntityRow, { name: 'search_word_entity_fkey', deferrable: 'INITIALLY DEFERRED' })
  @PrimaryColumn({ type: 'text' })
  entity: string;

  @PrimaryColumn({ type: 'text' })
  words: string;
}

@Entity({
  name: 'entity_category',
  comment: 'What an entity is asked about: it is found by the names of these categories',
})
export class EntityCategoryRow implements EntityCategory {
  @ForeignKey(() => EntityRow, { name: 'entity_category_entity_fkey', deferrable: 'INITIALLY DEFERRED' })
  @PrimaryColumn({ type: 'text' })
  entity: string;

  @ForeignKey(() => CategoryRow, { name: 'entity_category_category_fkey', deferrable: 'INITIALLY DEFERRED' })
  @PrimaryColumn({ type: 'text' })
  category: string;
}
