import type { Tx } from '@bekhedmetkom/platform/database';
import type { Unit } from './unit.ts';

export async function putUnit(tx: Tx, { code, entity, names }: Unit): Promise<void> {
  await tx.prepared(
    'put-unit',
    `insert into unit (code, entity, name_ar, name_en) values ($1, $2, $3, $4)
     on conflict (code) do update
       set entity = excluded.entity, name_ar = excluded.name_ar, name_en = excluded.name_en`,
    [code, entity, names.ar, names.en],
  );
}

export async function readUnits(tx: Tx): Promise<Unit[]> {
  return tx.query(
    "select code, entity, json_build_object('ar', name_ar, 'en', name_en) as names from unit order by code",
  );
}
