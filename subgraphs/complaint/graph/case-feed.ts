/** The streams of this room, as resolvers are handed them. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { AttachmentAdded, CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseFilter } from '../case-list/case-filter.ts';
import type { CaseObject } from './case.type.ts';

/** An event together with its case, as the viewer may see it now. */
export interface SeenEvent {
  event: LoggedEvent<CaseEvent | AttachmentAdded>;
  kase: CaseObject;
}

export interface Feed {
  /** Cursor of the newest event handed out here. Throws a Fault FORBIDDEN to whoever is no staff. */
  cursor(viewer: Viewer): string;
  /** Every change the viewer may see as staff. */
  watchAll(
    args: { filter?: CaseFilter | null; after?: string | null },
    viewer: Viewer,
  ): AsyncIterableIterator<SeenEvent>;
  /** Every change of one case, and of the one that it follows. Throws a Fault NOT_FOUND where trackCase would. */
  watchOne(
    args: { reference: string; secret?: string | null; after?: string | null },
    viewer: Viewer,
  ): Promise<AsyncIterableIterator<SeenEvent>>;
}
