import type { Tx } from '@bekhedmetkom/platform/database';
import type { Role } from '@bekhedmetkom/schema/events/vocabulary';
import { addDays } from '@bekhedmetkom/time/amman';
import { MoreThanOrEqual } from 'typeorm';
import { HoldingRow, PostRow } from './post.entity.ts';
import type { Holding, Post } from './post.ts';

export async function putPost({ manager }: Tx, post: Post): Promise<void> {
  await manager.upsert(PostRow, { ...post, programme: post.programme ?? null }, ['key']);
}

/**
 * Gives a post to a staff member from a day on (YYYY-MM-DD); null leaves it vacant. Whoever held it until
 * then held it to the day before; what was planned for that day or later is dropped.
 */
export async function assignPost(
  { manager }: Tx,
  post: string,
  staff: string | null,
  from: string,
): Promise<void> {
  await manager.delete(HoldingRow, { post, validFrom: MoreThanOrEqual(from) });
  await manager
    .createQueryBuilder()
    .update(HoldingRow)
    .set({ validTo: addDays(from, -1) })
    .where('post = :post and (valid_to is null or valid_to >= :from)', { post, from })
    .execute();
  if (staff !== null) await manager.insert(HoldingRow, { post, staff, validFrom: from });
}

const first: readonly Role[] = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'];
const rankOf = (post: Post) => (first.includes(post.role) ? first.indexOf(post.role) : first.length);

/** All posts: focal points first, then those above them, then all others. */
export async function readPosts({ manager }: Tx): Promise<Post[]> {
  const posts = await manager.find(PostRow, { order: { key: 'ASC' } });
  return posts.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Who holds what today, by the database's clock. */
export async function readHoldingsToday({ manager }: Tx): Promise<Holding[]> {
  return manager
    .createQueryBuilder(HoldingRow, 'holding')
    .distinctOn(['holding.post'])
    .where('holding.validFrom <= today() and (holding.validTo is null or today() <= holding.validTo)')
    .orderBy('holding.post')
    .addOrderBy('holding.validFrom', 'DESC')
    .getMany();
}
