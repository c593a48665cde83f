/** Answers: every one that was proposed, and what became of it. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { Outcome } from '@bekhedmetkom/schema/events/vocabulary';

interface OfCase {
  id: string;
  cycle: number;
}

export interface AnswerRow {
  caseId: string;
  cycle: number;
  outcome: Outcome;
  text: string;
  authorSubject: string | null;
  authorStaff: string | null;
  authorPost: string | null;
  proposedAt: Date;
  decision: 'APPROVED' | 'RETURNED' | null;
  decidedAt: Date | null;
  reason: string | null;
}

const columns = `case_id as "caseId", cycle, outcome, body as text, author_subject as "authorSubject",
  author_staff as "authorStaff", author_post as "authorPost", proposed_at as "proposedAt", decision,
  decided_at as "decidedAt", reason`;

const add = `
insert into answer (case_id, cycle, number, outcome, body, author_subject, author_staff, author_post,
  proposed_at, decision, decided_at)
select $1::uuid, $2::int, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8::timestamptz,
  case when $9::boolean then 'APPROVED' end, case when $9::boolean then $8::timestamptz end
from answer where case_id = $1::uuid and cycle = $2::int`;

/** Keeps a proposed answer; `published` when it needs no review. */
export async function addAnswer(
  tx: Tx,
  { id, cycle }: OfCase,
  answer: {
    outcome: Outcome;
    text: string;
    subject: string | null;
    staff: string | null;
    post: string | null;
    at: Date;
    published: boolean;
  },
): Promise<void> {
  const { outcome, text, subject, staff, post, at, published } = answer;
  await tx.prepared('add-answer', add, [id, cycle, outcome, text, subject, staff, post, at, published]);
}

const decide = `
update answer set decision = $3, decided_by = $4, decided_at = $5, reason = $6
where case_id = $1 and cycle = $2 and decision is null`;

/** Records what a reviewer decided about the answer under review. */
export async function decideAnswer(
  tx: Tx,
  { id, cycle }: OfCase,
  verdict: { decision: 'APPROVED' | 'RETURNED'; by: string | null; at: Date; reason: string | null },
): Promise<void> {
  const { decision, by, at, reason } = verdict;
  await tx.prepared('decide-answer', decide, [id, cycle, decision, by, at, reason]);
}

const last = `
select distinct on (case_id, cycle) ${columns} from answer
where (case_id, cycle) in (select * from unnest($1::uuid[], $2::int[]))
order by case_id, cycle, number desc`;

/** The answers proposed last in these cycles, in no order. */
export async function lastAnswers(tx: Tx, of: readonly OfCase[]): Promise<AnswerRow[]> {
  return tx.prepared<AnswerRow>('last-answers', last, [of.map(({ id }) => id), of.map(({ cycle }) => cycle)]);
}

/** The answer proposed last in the case's current cycle. */
export async function lastAnswer(tx: Tx, of: OfCase): Promise<AnswerRow | undefined> {
  const [answer] = await lastAnswers(tx, [of]);
  return answer;
}
