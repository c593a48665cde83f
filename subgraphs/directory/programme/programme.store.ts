import type { Tx } from '@bekhedmetkom/platform/database';
import type { Programme } from './programme.ts';

export async function putProgramme(tx: Tx, programme: Programme): Promise<void> {
  const { code, names, restricted, coordinated, order } = programme;
  await tx.prepared(
    'put-programme',
    `insert into programme (code, name_ar, name_en, restricted, coordinated, position)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (code) do update set name_ar = excluded.name_ar, name_en = excluded.name_en,
       restricted = excluded.restricted, coordinated = excluded.coordinated, position = excluded.position`,
    [code, names.ar, names.en, restricted, coordinated, order],
  );
}

export async function readProgrammes(tx: Tx): Promise<Programme[]> {
  return tx.query(
    `select code, json_build_object('ar', name_ar, 'en', name_en) as names, restricted, coordinated,
       position as "order"
     from programme order by position`,
  );
}
