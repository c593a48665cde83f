import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord } from '../case/case.record.ts';
import { accessTo } from '../case-access/case.policy.ts';
import type { Directory } from '../directory/directory.ts';
import { mentionableRoles } from './note.ts';

type Post = NonNullable<ReturnType<Directory['post']>>;

/**
 * Posts that a note on this case may mention: those of its entity, of entities that write a part of the
 * answer or are asked to take it over, the operation room and the reviewers, as far as they may see the case.
 */
export function mentionablePosts(directory: Directory, record: CaseRecord): Post[] {
  const entities = [record.entity, record.transferTo, ...record.partEntities, null];
  const posts = [...new Set(entities)].flatMap((entity) =>
    mentionableRoles.flatMap((role) => directory.postsOfRole(role, entity)),
  );
  return posts.filter((post) => sees(post, record));
}

// Asked of the post, whoever holds it: what its role gives, and nothing else.
function sees({ role, entity, programme }: Post, record: CaseRecord): boolean {
  const viewer: Viewer = {
    kind: 'person',
    subject: null,
    grants: [{ role, scope: role === 'PROGRAMME_COORDINATOR' ? (programme ?? '') : entity }],
    language: 'ar',
    client: null,
  };
  return accessTo(viewer, record)?.seesInternal ?? false;
}
