import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { entityChanged, postChanged } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { saveEntityNames, savePosts } from './post.repository.ts';
import type { Post } from './post.ts';

/** Takes over what the directory announced about posts and entities; the last word on each counts. */
export async function followDirectory(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const posts = new Map<string, Post>();
  const names = new Map<string, { code: string } & Names>();
  for (const { type, payload } of events) {
    if (type === 'post.changed') {
      const { key, role, entity, superior, holder, programme = null } = postChanged.parse(payload);
      const held = { vacant: holder === null, subject: holder?.subject ?? null };
      posts.set(key, { key, role, entity, superior, programme, ...held });
    } else if (type === 'entity.changed') {
      const { code, names: named } = entityChanged.parse(payload);
      names.set(code, { code, ...named });
    }
  }
  if (posts.size > 0) await savePosts(tx, [...posts.values()]);
  if (names.size > 0) await saveEntityNames(tx, [...names.values()]);
}
