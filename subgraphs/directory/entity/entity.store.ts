import type { Tx } from '@bekhedmetkom/platform/database';
import type { Entity } from './entity.ts';

export async function putEntity(tx: Tx, entity: Entity): Promise<void> {
  const { code, names, sector, kind, parent, successor, validFrom, validTo, order } = entity;
  await tx.prepared(
    'put-entity',
    `insert into entity (code, name_ar, name_en, sector, kind, parent, successor, valid_from, valid_to,
       position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (code) do update set name_ar = excluded.name_ar, name_en = excluded.name_en,
       sector = excluded.sector, kind = excluded.kind, parent = excluded.parent,
       successor = excluded.successor, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       position = excluded.position`,
    [code, names.ar, names.en, sector, kind, parent, successor, validFrom, validTo, order],
  );
}

export async function readEntities(tx: Tx): Promise<Entity[]> {
  return tx.query(
    `select code, json_build_object('ar', name_ar, 'en', name_en) as names, sector, kind, parent, successor,
       valid_from as "validFrom", valid_to as "validTo", position as "order"
     from entity order by position, code`,
  );
}
