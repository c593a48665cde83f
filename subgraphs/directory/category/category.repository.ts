import type { Tx } from '@bekhedmetkom/platform/database';
import { CategoryRow } from './category.entity.ts';
import type { Category } from './category.ts';

export async function putCategory({ manager }: Tx, category: Category): Promise<void> {
  await manager.upsert(CategoryRow, category, ['code']);
}

export async function readCategories({ manager }: Tx): Promise<Category[]> {
  return manager.find(CategoryRow, { order: { order: 'ASC' } });
}
