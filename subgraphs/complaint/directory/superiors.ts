/**
 * Who stands above the main focal point of an entity (domain.md §3): the next post upward that somebody holds, at last
 * the operation room. While the main focal point's post is vacant it does that post's work. Pure.
 */
import type { DirectoryEvent } from '@bekhedmetkom/schema/events/directory';
import type { Role } from '@bekhedmetkom/schema/events/vocabulary';

type Post = DirectoryEvent<'post.changed'>;

/** A post, or the operation room; `isVacant`: the main focal point's post is held by nobody, or there is none. */
export interface Superior {
  post: Post | null;
  isVacant: boolean;
}

interface Posts {
  entities: readonly string[];
  mainFocalPointOf(entity: string | null): Post | undefined;
  postsOfRole(role: Role, entity: string | null): readonly Post[];
  post(key: string): Post | undefined;
}

/** Nobody's chain of superiors is longer; one that goes round ends here. */
const maxChainLength = 12;
const above = ['SECRETARY_GENERAL', 'MINISTER'] as const;
const room: Superior = { post: null, isVacant: true };

/** The superiors of every entity, found once for a snapshot of the directory. */
export function readSuperiors(posts: Posts) {
  const known = new Map(posts.entities.map((entity) => [entity, superiorIn(posts, entity)]));
  const below = Map.groupBy(known.keys(), (entity) => known.get(entity)?.post?.key ?? '');
  return {
    superiorOf: (entity: string): Superior => known.get(entity) ?? room,
    entitiesBelow: (post: string): readonly string[] => below.get(post) ?? [],
    entitiesBelowRoom: below.get('') ?? [],
    workingPostsOf(entity: string | null): string[] {
      if (entity === null) return [];
      const main = posts.mainFocalPointOf(entity);
      const { post, isVacant } = known.get(entity) ?? room;
      if (!isVacant && main) return [main.key];
      if (post) return [post.key];
      return posts.postsOfRole('OPERATION_ROOM', null).map(({ key }) => key);
    },
  };
}

function superiorIn(posts: Posts, entity: string): Superior {
  const main = posts.mainFocalPointOf(entity);
  const isVacant = !main?.holder;
  const seen = new Set([main?.key]);
  let post = main?.superior ? posts.post(main.superior) : undefined;
  for (let step = 0; post && step < maxChainLength && !seen.has(post.key); step++) {
    if (post.entity === null) return { post: null, isVacant };
    if (post.holder && post.role !== 'SUB_FOCAL_POINT') return { post, isVacant };
    seen.add(post.key);
    post = post.superior === null ? undefined : posts.post(post.superior);
  }
  // Nobody is named: the next one upward of the same entity.
  const held = above.flatMap((role) => posts.postsOfRole(role, entity)).find((one) => one.holder);
  return { post: held ?? null, isVacant };
}
