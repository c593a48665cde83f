/** Who holds which post, as far as telling them is concerned. Pure. */
import type { Programme, Role } from '@bekhedmetkom/schema/events/vocabulary';

export interface Post {
  key: string;
  role: Role;
  entity: string | null;
  /** Where work and warnings go while the post is vacant. */
  superior: string | null;
  vacant: boolean;
  /** Of a programme's coordinator. */
  programme: Programme | null;
  /** The holder at the issuer of identities; null when vacant, or when the holder has no account. */
  subject: string | null;
}

export interface Posts {
  /** Subjects reached through the posts of a role: those of an entity, or with null those above entities. */
  holding(role: Role, entity: string | null): string[];
  /** Subjects reached through the posts of a programme's coordinators. */
  coordinating(programme: Programme): string[];
  /** Subjects reached through one post. */
  reaching(key: string): string[];
  /** The post at which a message to one arrives: itself, or the first above it that is held. Null when none is. */
  arrivesAt(key: string): string | null;
}

/**
 * Looks posts up. A vacancy falls through to the superior, and on upward until somebody holds the post; a
 * holder without an account is no vacancy and is reached by nobody.
 */
export function lookUp(posts: readonly Post[]): Posts {
  const byKey = new Map(posts.map((post) => [post.key, post]));

  function heldFrom(key: string): Post | null {
    const seen = new Set<string>();
    for (let post = byKey.get(key); post && !seen.has(post.key); post = byKey.get(post.superior ?? '')) {
      if (!post.vacant) return post;
      seen.add(post.key);
    }
    return null;
  }

  function reaching(key: string): string[] {
    const subject = heldFrom(key)?.subject ?? null;
    return subject === null ? [] : [subject];
  }

  const reachingAll = (held: Post[]) => [...new Set(held.flatMap((post) => reaching(post.key)))];
  return {
    reaching,
    arrivesAt: (key) => heldFrom(key)?.key ?? null,
    holding: (role, entity) =>
      reachingAll(posts.filter((post) => post.role === role && post.entity === entity)),
    coordinating: (programme) =>
      reachingAll(
        posts.filter((post) => post.role === 'PROGRAMME_COORDINATOR' && post.programme === programme),
      ),
  };
}
