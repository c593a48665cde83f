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

const pages = `
select entry.* from unnest($1::uuid[]) as one(id)
cross join lateral (
  select case_id as "caseId", seq, at, action, actor, post, state, body as text, internal
  from timeline where case_id = one.id and seq > $2 order by seq limit $3
) entry`;

/** The entries after `after` of several cases, at most `limit` each, oldest first. */
export async function loadTimelines(
  tx: Tx,
  caseIds: readonly string[],
  after: number,
  limit: number,
): Promise<Map<string, TimelineRow[]>> {
  const rows = await tx.prepared<TimelineRow>('load-timelines', pages, [caseIds, after, limit]);
  return Map.groupBy(rows, (row) => row.caseId);
}

/** How many entries a case has. */
export async function countTimeline(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'count-timeline',
    'select count(*)::int as count from timeline where case_id = $1',
    [caseId],
  );
  return row?.count ?? 0;
}
