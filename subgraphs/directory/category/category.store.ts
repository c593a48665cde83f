import type { Tx } from '@bekhedmetkom/platform/database';
import type { Category } from './category.ts';

export async function putCategory(tx: Tx, category: Category): Promise<void> {
  const { code, names, sector, defaultPillar, programme, personal, order } = category;
  await tx.prepared(
    'put-category',
    `insert into category (code, name_ar, name_en, sector, default_pillar, programme, position, personal)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (code) do update set name_ar = excluded.name_ar, name_en = excluded.name_en,
       sector = excluded.sector, default_pillar = excluded.default_pillar,
       programme = excluded.programme, position = excluded.position, personal = excluded.personal`,
    [code, names.ar, names.en, sector, defaultPillar, programme, order, personal],
  );
}

export async function readCategories(tx: Tx): Promise<Category[]> {
  return tx.query(
    `select code, json_build_object('ar', name_ar, 'en', name_en) as names, sector,
       default_pillar as "defaultPillar", programme, personal, position as "order"
     from category order by position`,
  );
}
