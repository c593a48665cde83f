/** Parts: what other entities are asked to contribute to the answer of a case. */
import type { Tx } from '@bekhedmetkom/platform/database';

export const contributionStates = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const;
export type ContributionState = (typeof contributionStates)[number];

export interface ContributionRow {
  caseId: string;
  number: number;
  entity: string;
  question: string;
  requestedAt: Date;
  requestedPost: string | null;
  dueAt: Date;
  state: ContributionState;
  answer: string | null;
  settledAt: Date | null;
  settledPost: string | null;
  /** Why it was withdrawn; null when it was overtaken with its case. */
  reason: string | null;
}

/** `select` list of a PartRow; the part is `p`. */
export const contributionColumns = `p.case_id as "caseId", p.number, p.entity, p.question, p.requested_at as "requestedAt",
  p.requested_post as "requestedPost", p.due_at as "dueAt", p.state, p.answer, p.settled_at as "settledAt",
  p.settled_post as "settledPost", p.reason`;

const add = `
insert into contribution (case_id, number, entity, question, requested_at, requested_post, due_at)
select $1::uuid, coalesce(max(number), 0) + 1, $2, $3, $4::timestamptz, $5, $6::timestamptz
from contribution where case_id = $1::uuid
returning number`;

/** Adds a part to a locked case; gives its number. */
export async function addContribution(
  tx: Tx,
  caseId: string,
  part: { entity: string; question: string; at: Date; post: string | null; dueAt: Date },
): Promise<number> {
  const { entity, question, at, post, dueAt } = part;
  const [row] = await tx.prepared<{ number: number }>('add-part', add, [
    caseId,
    entity,
    question,
    at,
    post,
    dueAt,
  ]);
  return row?.number ?? 0;
}

const closeStatement = `
update contribution set state = $3, answer = $4, reason = $5, settled_at = $6, settled_post = $7
where case_id = $1 and number = $2 and state = 'OPEN'`;

interface Settlement {
  answer: string | null;
  reason: string | null;
  at: Date;
  post: string | null;
}

/** Answers an open part of a locked case, or withdraws it when there is no answer. */
export async function closeContribution(
  tx: Tx,
  caseId: string,
  number: number,
  { answer, reason, at, post }: Settlement,
): Promise<void> {
  const state: ContributionState = answer === null ? 'WITHDRAWN' : 'ANSWERED';
  await tx.prepared('settle-part', closeStatement, [caseId, number, state, answer, reason, at, post]);
}

const withdrawAll = `
update contribution set state = 'WITHDRAWN', settled_at = $2 where case_id = $1 and state = 'OPEN'
returning entity`;

/** Withdraws the open parts of a locked case, as it moves on without them; gives their entities. */
export async function withdrawContributions(tx: Tx, caseId: string, at: Date): Promise<string[]> {
  const rows = await tx.prepared<{ entity: string }>('withdraw-parts', withdrawAll, [caseId, at]);
  return [...new Set(rows.map(({ entity }) => entity))];
}

const all = `select ${contributionColumns} from contribution p where p.case_id = any($1::uuid[]) order by p.case_id, p.number`;

/** The parts of cases, in the order of their numbers, by the id of the case. */
export async function loadContributions(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, ContributionRow[]>> {
  const rows = await tx.prepared<ContributionRow>('load-parts', all, [caseIds]);
  return Map.groupBy(rows, (row) => row.caseId);
}

/** Entities that still have to do with a case, for what they were asked: a withdrawn part no longer counts. */
export function contributingEntitiesOf(parts: readonly ContributionRow[]): string[] {
  return [...new Set(parts.filter(({ state }) => state !== 'WITHDRAWN').map(({ entity }) => entity))];
}
