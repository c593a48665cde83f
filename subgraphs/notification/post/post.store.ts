import type { Tx } from '@bekhedmetkom/platform/database';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { Post } from './post.ts';

/** All posts there are: some hundreds. */
export function readPosts(tx: Tx): Promise<Post[]> {
  return tx.prepared(
    'read-posts',
    'select key, role, entity, superior, vacant, programme, subject from post order by key',
  );
}

/** Keeps posts as they were last announced. */
export async function savePosts(tx: Tx, posts: Post[]): Promise<void> {
  await tx.query(
    `insert into post (key, role, entity, superior, vacant, programme, subject)
     select * from json_to_recordset($1)
       as (key text, role text, entity text, superior text, vacant boolean, programme text, subject text)
     on conflict (key) do update set role = excluded.role, entity = excluded.entity,
       superior = excluded.superior, vacant = excluded.vacant, programme = excluded.programme,
       subject = excluded.subject`,
    [JSON.stringify(posts)],
  );
}

/** Keeps the names of entities, which texts mention. */
export async function saveEntityNames(tx: Tx, names: ({ code: string } & Names)[]): Promise<void> {
  await tx.query(
    `insert into entity_name (code, ar, en)
     select * from json_to_recordset($1) as (code text, ar text, en text)
     on conflict (code) do update set ar = excluded.ar, en = excluded.en`,
    [JSON.stringify(names)],
  );
}

/** Names of the entities asked for, by code. */
export async function readEntityNames(tx: Tx, codes: string[]): Promise<Map<string, Names>> {
  const rows = await tx.prepared<{ code: string } & Names>(
    'read-entity-names',
    'select code, ar, en from entity_name where code = any($1)',
    [codes],
  );
  return new Map(rows.map(({ code, ar, en }) => [code, { ar, en }]));
}
