import type { Tx } from '@bekhedmetkom/platform/database';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { In } from 'typeorm';
import { EntityNameRow, PostRow } from './post.entity.ts';
import type { Post } from './post.ts';

/** All posts there are: some hundreds. */
export function readPosts({ manager }: Tx): Promise<Post[]> {
  return manager.find(PostRow, { order: { key: 'ASC' } });
}

/** Keeps posts as they were last announced. */
export async function savePosts({ manager }: Tx, posts: Post[]): Promise<void> {
  if (posts.length > 0) await manager.upsert(PostRow, posts, ['key']);
}

/** Keeps the names of entities, which texts mention. */
export async function saveEntityNames({ manager }: Tx, names: ({ code: string } & Names)[]): Promise<void> {
  if (names.length > 0) await manager.upsert(EntityNameRow, names, ['code']);
}

/** Names of the entities asked for, by code. */
export async function readEntityNames({ manager }: Tx, codes: string[]): Promise<Map<string, Names>> {
  const rows = await manager.findBy(EntityNameRow, { code: In(codes) });
  return new Map(rows.map(({ code, ar, en }) => [code, { ar, en }]));
}
