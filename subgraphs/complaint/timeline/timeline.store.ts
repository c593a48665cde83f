import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { staffActions } from '../case/transitions.ts';

export interface TimelineRow {
  caseId: string;
  seq: number;
  at: Date;
  action: CaseAction | null;
  actor: CaseEvent['by'];
  post: string | null;
  state: CaseState;
  text: string | null;
  internal: boolean;
}

const hidden = [...staffActions].map((action) => `'${action}'`).join(', ');
const told = (staff: string): string => `(${staff}::boolean or action is null or action not in (${hidden}))`;
const page = (direction: 'asc' | 'desc', comparison: '<' | '>'): string => `
select case_id as "caseId", seq, at, action, actor, post, state, body as text, internal
from timeline where case_id = $1 and seq ${comparison} $2 and ${told('$4')} order by seq ${direction} limit $3`;
const forward = page('asc', '>');
const backward = page('desc', '<');

/** A page from the oldest entry on, or from the newest back; all entries for `staff`. */
export interface TimelinePage {
  from: 'START' | 'END';
  /** The entry beyond which to go on; null: from the very end. */
  place: number | null;
  limit: number;
  staff: boolean;
}

/** The entries of a page, oldest first whichever end it begins at. */
export async function loadTimeline(
  tx: Tx,
  caseId: string,
  { from, place, limit, staff }: TimelinePage,
): Promise<TimelineRow[]> {
  if (from === 'START') return tx.prepared('timeline-on', forward, [caseId, place ?? 0, limit, staff]);
  const rows = await tx.prepared<TimelineRow>('timeline-back', backward, [
    caseId,
    place ?? 2_147_483_647,
    limit,
    staff,
  ]);
  return rows.toReversed();
}

/** How many entries a case has, to staff or to its applicant. */
export async function countTimeline(tx: Tx, caseId: string, staff: boolean): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'count-timeline',
    `select count(*)::int as count from timeline where case_id = $1 and ${told('$2')}`,
    [caseId, staff],
  );
  return row?.count ?? 0;
}
