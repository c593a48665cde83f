import type { Directory } from './directory.ts';

/** The post in which a subject acts on a case of an entity: one there, else one above all entities. */
export function actingPost(directory: Directory, subject: string | null, entity: string | null) {
  const posts = subject === null ? [] : directory.postsOf(subject);
  return posts.find((post) => post.entity === entity) ?? posts.find((post) => post.entity === null);
}
