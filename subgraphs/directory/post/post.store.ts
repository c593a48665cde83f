import type { Tx } from '@bekhedmetkom/platform/database';
import type { Holding, Post } from './post.ts';

export async function putPost(tx: Tx, post: Post): Promise<void> {
  const { key, role, entity, unit, names, superior, programme = null } = post;
  await tx.prepared(
    'put-post',
    `insert into post (key, role, entity, unit, name_ar, name_en, superior, programme)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (key) do update set role = excluded.role, entity = excluded.entity, unit = excluded.unit,
       name_ar = excluded.name_ar, name_en = excluded.name_en, superior = excluded.superior,
       programme = excluded.programme`,
    [key, role, entity, unit, names.ar, names.en, superior, programme],
  );
}

/**
 * Gives a post to a staff member from a day on (YYYY-MM-DD); null leaves it vacant. Whoever held it until
 * then held it to the day before; what was planned for that day or later is dropped.
 */
export async function assignPost(tx: Tx, post: string, staff: string | null, from: string): Promise<void> {
  await tx.query('delete from holding where post = $1 and valid_from >= $2', [post, from]);
  await tx.query(
    `update holding set valid_to = $2::date - 1
     where post = $1 and (valid_to is null or valid_to >= $2)`,
    [post, from],
  );
  if (staff === null) return;
  await tx.query('insert into holding (post, staff, valid_from) values ($1, $2, $3)', [post, staff, from]);
}

export async function readPosts(tx: Tx): Promise<Post[]> {
  return tx.query(
    `select key, role, entity, unit, json_build_object('ar', name_ar, 'en', name_en) as names, superior, programme
     from post
     order by array_position(array['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'], role),
       key`,
  );
}

/** Who holds what today, by the database's clock. */
export async function readHoldingsToday(tx: Tx): Promise<Holding[]> {
  return tx.query(
    `select distinct on (post) post, staff, valid_from as "validFrom", valid_to as "validTo" from holding
     where valid_from <= today() and (valid_to is null or today() <= valid_to)
     order by post, valid_from desc`,
  );
}
