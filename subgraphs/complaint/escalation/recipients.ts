/**
 * Who is told of a level of escalation (domain.md §3): posts, not people. A vacant post's place is taken by
 * the nearest one above it that somebody holds, at last by the operation room or the Prime Minister's office,
 * so that nothing is told to nobody. Pure.
 */
import type { EscalationLevel, Role } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import type { Directory } from '../directory/directory.ts';
import { roomOf } from '../transfer/room.ts';

type Post = NonNullable<ReturnType<Directory['post']>>;
type Told = Pick<CaseRecord, 'entity' | 'holderPost' | 'programme' | 'restricted'>;

const ladderOfEntity = ['MAIN_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'] as const satisfies Role[];
/** Nobody's chain of superiors is longer; one that goes round ends here. */
const maxChainLength = 12;

/** Keys of the posts that are told when a case reaches a level, each once. */
export function recipients(directory: Directory, kase: Told, level: EscalationLevel): string[] {
  return [...new Set(postsOf(directory, kase, level))];
}

export interface Outlook {
  /** Keys of the posts that a level would tell as posts are held now. */
  posts: string[];
  /** Keys of the level's own posts in the entity that nobody holds, so that others are told. */
  vacant: string[];
  /** Whether others are told in place of the level's own posts: one is vacant, or the entity has none. */
  substituted: boolean;
}

/** Whom a level would tell if it were reached now, and in whose place. */
export function outlook(directory: Directory, kase: Told, level: EscalationLevel): Outlook {
  const own = ownPosts(directory, kase, level);
  const vacant = own.flatMap((post) => (post && !post.holder ? [post.key] : []));
  const substituted = vacant.length > 0 || own.includes(undefined);
  return { posts: recipients(directory, kase, level), vacant: [...new Set(vacant)], substituted };
}

/** The posts in the case's entity that a level is meant for; undefined where the entity has none of a role. */
function ownPosts(directory: Directory, kase: Told, level: EscalationLevel): (Post | undefined)[] {
  const within = (role: (typeof ladderOfEntity)[number]) => {
    const start = startOf(directory, kase.entity, role);
    // An entity under a ministry has no minister of its own: the climb from its posts reaches the ministry's.
    for (let post = start, step = 0; post && step < maxChainLength; step++) {
      if (post.role === role) return post;
      post = post.superior === null ? undefined : directory.post(post.superior);
    }
    return undefined;
  };
  switch (level) {
    case 'L0': {
      const holder = kase.holderPost === null ? undefined : directory.post(kase.holderPost);
      const focal = within('MAIN_FOCAL_POINT');
      return holder ? [holder, focal] : [focal];
    }
    case 'L1':
      return [within('MAIN_FOCAL_POINT')];
    case 'L2':
      return [within('SECRETARY_GENERAL')];
    case 'L3':
      return [within('MINISTER')];
    case 'L4':
      return [];
  }
}

function postsOf(directory: Directory, kase: Told, level: EscalationLevel): string[] {
  const within = (role: (typeof ladderOfEntity)[number]) => reach(directory, kase, role);
  switch (level) {
    case 'L0':
      return [...holderOf(directory, kase), ...within('MAIN_FOCAL_POINT')];
    case 'L1':
      return [...within('MAIN_FOCAL_POINT'), ...room(directory, kase)];
    case 'L2':
      return within('SECRETARY_GENERAL');
    case 'L3':
      return within('MINISTER');
    case 'L4':
      return office(directory);
  }
}

/** The post that has the case; while nobody has it, that is the main focal point's business. */
function holderOf(directory: Directory, kase: Told): string[] {
  const holder = kase.holderPost === null ? undefined : directory.post(kase.holderPost);
  if (!holder) return reach(directory, kase, 'MAIN_FOCAL_POINT');
  return recipientsUpward(directory, kase, holder) ?? room(directory, kase);
}

/** The post of a role in the case's entity, or whoever stands in for it. */
function reach(directory: Directory, kase: Told, role: (typeof ladderOfEntity)[number]): string[] {
  const start = startOf(directory, kase.entity, role);
  const found = start && recipientsUpward(directory, kase, start, role);
  if (found) return found;
  return role === 'MAIN_FOCAL_POINT' ? room(directory, kase) : office(directory);
}

/** Where the climb to a role begins: at its own post, else as near below it as the entity has one, else above. */
function startOf(directory: Directory, entity: string | null, role: (typeof ladderOfEntity)[number]) {
  if (entity === null) return undefined;
  const place = ladderOfEntity.indexOf(role);
  const below = ladderOfEntity.slice(0, place + 1).toReversed();
  const order = [...below, ...ladderOfEntity.slice(place + 1)];
  return order.flatMap((one) => directory.postsOfRole(one, entity))[0];
}

/** The first post from here upward that is high enough and held; null when the chain ends before. */
function recipientsUpward(
  directory: Directory,
  kase: Told,
  start: Post,
  role?: (typeof ladderOfEntity)[number],
): string[] | null {
  const least = role ? ladderOfEntity.indexOf(role) : -1;
  let post: Post | undefined = start;
  for (let step = 0; post && step < maxChainLength; step++) {
    if (post.role === 'OPERATION_ROOM') return room(directory, kase);
    if (post.role === 'PRIME_MINISTERS_OFFICE') return office(directory);
    const place = (ladderOfEntity as readonly Role[]).indexOf(post.role);
    if (post.holder && place >= least) return [post.key];
    post = post.superior === null ? undefined : directory.post(post.superior);
  }
  return null;
}

/** The posts of the operation room, or of the coordinator who does its work; the office above when none is held. */
function room(directory: Directory, kase: Told): string[] {
  const held = roomOf(directory, kase).filter((key) => directory.post(key)?.holder);
  return held.length > 0 ? held : office(directory);
}

/** All posts of the Prime Minister's office; held ones, or else all the same: somebody will hold them. */
function office(directory: Directory): string[] {
  const posts = directory.postsOfRole('PRIME_MINISTERS_OFFICE', null);
  const held = posts.filter((post) => post.holder);
  return (held.length > 0 ? held : posts).map((post) => post.key);
}
