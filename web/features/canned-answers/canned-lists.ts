/** Whose canned answers the viewer's posts open, and what may be done with them. */
import type { Posts } from '../staff-shell/staff-post.ts';

export interface CannedList {
  /** Code of the entity; null: the list that is everybody's. */
  entity: string | null;
  choosesEntity: boolean;
  mayAdd: boolean;
}

/** The list that the page shows when `asked` is wanted; null when there is none for these posts. */
export function cannedListOf(posts: Posts, asked: string | null): CannedList | null {
  if (posts.some(({ role }) => role === 'OPERATION_ROOM')) {
    return { entity: asked, choosesEntity: true, mayAdd: true };
  }
  const own = posts.filter(({ role }) => role === 'MAIN_FOCAL_POINT' || role === 'SUB_FOCAL_POINT');
  const post = own.find(({ entity }) => entity?.code === asked) ?? own.find(({ entity }) => entity);
  const entity = post?.entity?.code ?? null;
  if (entity === null) return null;
  const mayAdd = own.some((one) => one.role === 'MAIN_FOCAL_POINT' && one.entity?.code === entity);
  return { entity, choosesEntity: false, mayAdd };
}
