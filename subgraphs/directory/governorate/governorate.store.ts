import type { Tx } from '@bekhedmetkom/platform/database';
import type { Governorate } from './governorate.ts';

export async function putGovernorate(tx: Tx, { code, iso, names, order }: Governorate): Promise<void> {
  await tx.prepared(
    'put-governorate',
    `insert into governorate (code, iso, name_ar, name_en, position) values ($1, $2, $3, $4, $5)
     on conflict (code) do update set iso = excluded.iso, name_ar = excluded.name_ar,
       name_en = excluded.name_en, position = excluded.position`,
    [code, iso, names.ar, names.en, order],
  );
}

export async function readGovernorates(tx: Tx): Promise<Governorate[]> {
  return tx.query(
    `select code, iso, json_build_object('ar', name_ar, 'en', name_en) as names, position as "order"
     from governorate order by position`,
  );
}
