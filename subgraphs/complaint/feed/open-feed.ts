/** The streams of this room: who may watch what, asked for every event. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { encodeCursor, type LoggedEvent, type LogTail } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { type Access, accessTo, applicantAccess, isStaff } from '../case/case.policy.ts';
import type { CaseFilter } from '../case/case-filter.ts';
import type { CaseReader } from '../case/case-reader.ts';
import type { Directory } from '../directory/directory.ts';
import { notFound } from '../refusal/not-found.ts';
import { type ProveSecret, readReference } from '../tracking/prove-secret.ts';
import { type SeenEvent, streamCases } from './case-stream.ts';
import { checkFeedFilter, passesFilter } from './feed-filter.ts';

interface Surroundings {
  tail: LogTail;
  reader: CaseReader;
  proveSecret: ProveSecret;
  directory(): Directory;
}

export interface Feed {
  /** Cursor of the newest event handed out here. Throws a Fault FORBIDDEN to whoever is no staff. */
  cursor(viewer: Viewer): string;
  /** Every change the viewer may see as staff. */
  watchAll(
    args: { filter?: CaseFilter | null; after?: string | null },
    viewer: Viewer,
  ): AsyncIterableIterator<SeenEvent>;
  /** Every change of one case. Throws a Fault NOT_FOUND where trackCase would. */
  watchOne(
    args: { reference: string; secret?: string | null; after?: string | null },
    viewer: Viewer,
  ): Promise<AsyncIterableIterator<SeenEvent>>;
}

export function openFeed({ tail, reader, proveSecret, directory }: Surroundings): Feed {
  async function prove(reference: string, secret: string | null | undefined, viewer: Viewer) {
    if (typeof secret === 'string') {
      const id = await proveSecret(reference, secret, viewer.language);
      return { id, proven: applicantAccess as Access | undefined };
    }
    const found = await reader.byReference(readReference(reference, viewer.language), viewer);
    if (!found) throw notFound(viewer.language);
    return { id: found.record.id, proven: undefined };
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
      const { id, proven } = await prove(reference, secret, viewer);
      return streamCases({
        tail,
        after,
        accept: ({ key }: LoggedEvent<CaseEvent>) => key === id,
        load: () => reader.byId(id, viewer, proven),
      });
    },
  };
}

function mayWatch(viewer: Viewer): void {
  if (!isStaff(viewer)) throw new Fault('FORBIDDEN', 'Only staff watch the feed.');
}

// Somebody's own case is no reason to see it among the work of an entity.
function isStaffOf(viewer: Viewer, { case: facts }: CaseEvent): boolean {
  const transferTo = facts.transfer?.to ?? null;
  return accessTo({ ...viewer, subject: null }, { ...facts, transferTo }) !== null;
}
