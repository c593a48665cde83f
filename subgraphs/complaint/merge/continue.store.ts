/** Handing the work on a case over to the follower as whose it goes on; both are locked. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseRecord } from '../case/case.record.ts';

const eldest = `
select id from cases where parent_id = $1 and state = 'DUPLICATE' order by submitted_at, id limit 1`;

/** The follower of a case that was filed first; null when nobody follows it. */
export async function eldestFollower(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.prepared<{ id: string }>('eldest-follower', eldest, [id]);
  return row?.id ?? null;
}

type Round = Pick<CaseRecord, 'id' | 'cycle'>;
const followers = 'update cases set parent_id = $2 where parent_id = $1 and id <> $2';
const numbered = (table: string): string =>
  `(select coalesce(max(number), 0) from ${table} where case_id = $2::uuid)`;
const parts = `
update contribution set case_id = $2::uuid, number = number + ${numbered('contribution')} where case_id = $1::uuid`;
const transfers = `
update transfer set case_id = $2::uuid, number = number + ${numbered('transfer')}
where case_id = $1::uuid and decision is null`;
const promises = 'update follow_up set case_id = $2 where case_id = $1 and settled_at is null';
const answers = `
insert into answer (case_id, cycle, number, outcome, body, author_subject, author_staff, author_post, proposed_at)
select $2::uuid, $4::int,
  (select coalesce(max(number), 0) + 1 from answer where case_id = $2::uuid and cycle = $4::int),
  outcome, body, author_subject, author_staff, author_post, proposed_at
from answer where case_id = $1::uuid and cycle = $3::int and decision is null`;
const levels = `
insert into escalation (case_id, cycle, level, trigger, at, posts)
select $2::uuid, $4::int, level, trigger, at, posts from escalation
where case_id = $1::uuid and cycle = $3::int
on conflict do nothing`;
const round = 'update cycle set submitted_at = $3 where case_id = $1 and number = $2';

/** Counts the deadlines of a round of a locked case from this moment on; its own filing stays with the case. */
export async function beginRound(tx: Tx, { id, cycle }: Round, at: Date): Promise<void> {
  await tx.prepared('hand-over-round', round, [id, cycle, at]);
}

/**
 * Lets the other followers follow the heir, and moves what staff and other entities do for the case: contributions, a
 * transfer that waits, promises, an answer under review, the levels reached. What its applicant wrote stays.
 */
export async function handOver(tx: Tx, from: CaseRecord, to: Round): Promise<void> {
  const ids = [from.id, to.id];
  const rounds = [...ids, from.cycle, to.cycle];
  await tx.prepared('hand-over-followers', followers, ids);
  await tx.prepared('hand-over-parts', parts, ids);
  await tx.prepared('hand-over-transfers', transfers, ids);
  await tx.prepared('hand-over-promises', promises, ids);
  await tx.prepared('hand-over-answers', answers, rounds);
  await tx.prepared('hand-over-levels', levels, rounds);
  await beginRound(tx, to, from.cycleSubmittedAt);
}
