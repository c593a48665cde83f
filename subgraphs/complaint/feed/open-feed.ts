/** The streams of this room: who may watch what, asked for every event. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { encodeCursor, type LoggedEvent, type LogSubscription } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { type Access, accessTo, applicantAccess, isStaff } from '../case-access/case.policy.ts';
import type { Directory } from '../directory/directory.ts';
import type { Feed } from '../graph/case-feed.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import { notFound } from '../refusal/not-found.ts';
import { type ProveSecret, readReference } from '../tracking/prove-secret.ts';
import { streamCases } from './case-stream.ts';
import { checkFeedFilter, passesFilter } from './feed-filter.ts';

interface Dependencies {
  tail: LogSubscription;
  reader: CaseReader;
  proveSecret: ProveSecret;
  directory(): Directory;
}

export function openFeed({ tail, reader, proveSecret, directory }: Dependencies): Feed {
  async function prove(reference: string, secret: string | null | undefined, viewer: Viewer) {
    if (typeof secret === 'string') {
      const id = await proveSecret(reference, secret, viewer);
      const parentId = (await reader.record(id))?.parentId ?? null;
      return { id, parentId, proven: applicantAccess as Access | undefined };
    }
    const found = await reader.byReference(readReference(reference, viewer.language), viewer);
    if (!found) throw notFound(viewer.language);
    const { id, parentId } = found.record;
    return { id, parentId, proven: undefined };
  }

  return {
    cursor(viewer) {
      mayWatch(viewer);
      return encodeCursor(tail.position);
    },
    watchAll({ filter, after }, viewer) {
      mayWatch(viewer);
      checkFeedFilter(filter ?? {});
      const { subject } = viewer;
      const scope = {
        directory,
        posts:
          subject === null
            ? []
            : directory()
                .postsOf(subject)
                .map((post) => post.key),
      };
      return streamCases({
        tail,
        after,
        accept: (event) => isStaffOf(viewer, event.payload) && passesFilter(event, filter ?? {}, scope),
        load: (id) => reader.byId(id, viewer),
      });
    },
    async watchOne({ reference, secret, after }, viewer) {
      const { id, parentId, proven } = await prove(reference, secret, viewer);
      const watched = watch(id, parentId);
      return streamCases({
        tail,
        after,
        accept: watched.concerns,
        filesOf: id,
        async load() {
          const kase = await reader.byId(id, viewer, proven);
          watched.follow(kase?.record.parentId ?? null);
          return kase;
        },
      });
    },
  };
}

/**
 * Whether an event is of a case, or of the one that it follows. Whom it follows may change on the way: the event says
 * so, or the case does, when the one that it followed was withdrawn and another follower's goes on.
 */
function watch(id: string, parentId: string | null) {
  let followed = parentId;
  return {
    concerns({ key, payload }: LoggedEvent<CaseEvent>): boolean {
      if (key !== id && key !== followed) return false;
      followed = payload.case.parent ?? followed;
      return true;
    },
    follow(other: string | null): void {
      followed = other ?? followed;
    },
  };
}

function mayWatch(viewer: Viewer): void {
  if (!isStaff(viewer)) throw new Fault('FORBIDDEN', 'Only staff watch the feed.');
}

// Somebody's own case is no reason to see it among the work of an entity.
function isStaffOf(viewer: Viewer, { case: facts }: CaseEvent): boolean {
  const transferTo = facts.transfer?.to ?? null;
  // An event that an earlier release wrote says nothing of parts: there were none.
  const asked: readonly string[] | undefined = facts.partEntities;
  const partEntities = asked ?? [];
  return accessTo({ ...viewer, subject: null }, { ...facts, transferTo, partEntities }) !== null;
}
