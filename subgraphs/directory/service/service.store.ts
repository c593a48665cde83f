import type { Tx } from '@bekhedmetkom/platform/database';
import type { Service } from './service.ts';

export async function putService(tx: Tx, { code, entity, unit, names }: Service): Promise<void> {
  await tx.prepared(
    'put-service',
    `insert into service (code, entity, unit, name_ar, name_en) values ($1, $2, $3, $4, $5)
     on conflict (code) do update set entity = excluded.entity, unit = excluded.unit,
       name_ar = excluded.name_ar, name_en = excluded.name_en`,
    [code, entity, unit, names.ar, names.en],
  );
}

export async function readServices(tx: Tx): Promise<Service[]> {
  return tx.query(
    `select code, entity, unit, json_build_object('ar', name_ar, 'en', name_en) as names
     from service order by code`,
  );
}
