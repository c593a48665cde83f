import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';

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

/** Steps that are between staff alone: to an applicant they did not happen. */
const told = (staff: string): string => `(${staff}::boolean or action is distinct from 'SCORE_ANSWER')`;
const pages = `
select entry.* from unnest($1::uuid[]) as one(id)
cross join lateral (
  select case_id as "caseId", seq, at, action, actor, post, state, body as text, internal
  from timeline where case_id = one.id and seq > $2 and ${told('$4')} order by seq limit $3
) entry`;

/** The entries after `after` of several cases, at most `limit` each, oldest first; all of them for `staff`. */
export async function loadTimelines(
  tx: Tx,
  caseIds: readonly string[],
  { after, limit, staff }: { after: number; limit: number; staff: boolean },
): Promise<Map<string, TimelineRow[]>> {
  const rows = await tx.prepared<TimelineRow>('load-timelines', pages, [caseIds, after, limit, staff]);
  return Map.groupBy(rows, (row) => row.caseId);
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
