import type { Tx } from '@bekhedmetkom/platform/database';
import type { Outcome, Solved } from '@bekhedmetkom/schema/events/vocabulary';

/** A round of a case, with the answer that was published in it. */
export interface CycleRow {
  caseId: string;
  number: number;
  openedBy: 'APPLICANT' | 'OPERATION_ROOM';
  submittedAt: Date;
  dueAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  outcome: Outcome | null;
  score: number | null;
  solved: Solved | null;
  comment: string | null;
  ratedAt: Date | null;
  reason: string | null;
  answer: string | null;
}

const byCase = `
select y.case_id as "caseId", y.number, y.opened_by as "openedBy", y.submitted_at as "submittedAt",
  y.due_at as "dueAt", y.published_at as "publishedAt", y.closed_at as "closedAt", y.outcome,
  y.rating_score as score, y.rating_solved as solved, y.rating_comment as comment, y.rated_at as "ratedAt",
  y.reason, given.body as answer
from cycle y
left join lateral (
  select body from answer
  where case_id = y.case_id and cycle = y.number and decision = 'APPROVED' order by number desc limit 1
) given on y.published_at is not null
where y.case_id = any($1::uuid[]) order by y.case_id, y.number`;

/** Every round of these cases, the first one first. */
export async function loadCycles(tx: Tx, ids: readonly string[]): Promise<Map<string, CycleRow[]>> {
  return Map.groupBy(await tx.prepared<CycleRow>('load-cycles', byCase, [ids]), (row) => row.caseId);
}
