import type { Tx } from '@bekhedmetkom/platform/database';
import type { Sector } from './sector.ts';

export async function putSector(tx: Tx, { code, names, order }: Sector): Promise<void> {
  await tx.prepared(
    'put-sector',
    `insert into sector (code, name_ar, name_en, position) values ($1, $2, $3, $4)
     on conflict (code) do update
       set name_ar = excluded.name_ar, name_en = excluded.name_en, position = excluded.position`,
    [code, names.ar, names.en, order],
  );
}

export async function readSectors(tx: Tx): Promise<Sector[]> {
  return tx.query(
    `select code, json_build_object('ar', name_ar, 'en', name_en) as names, position as "order"
     from sector order by position`,
  );
}
