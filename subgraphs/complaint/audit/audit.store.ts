/** The audit trail: append-only, one hash chain a case. Transitions write their own line beside the case. */
import type { Tx } from '@bekhedmetkom/platform/database';

const lockAll = 'select id from cases where id = any($1::uuid[]) order by id for no key update';

const append = `
insert into audit (case_id, seq, at, actor_kind, actor, action, detail, hash)
select one.id, coalesce(last.seq, 0) + 1, clock.at, $2::text, $3::text, $4::text, $5::jsonb,
  audit_hash(last.hash, one.id, coalesce(last.seq, 0) + 1, clock.at, $2::text, $3::text, $4::text, $5::jsonb)
from unnest($1::uuid[]) as one(id)
cross join (select clock_timestamp() as at) clock
left join lateral (
  select seq, hash from audit where case_id = one.id order by seq desc limit 1
) last on true`;

/** Writes one line for each case, in the transaction of what it is about. The cases are locked meanwhile. */
export async function appendToAudit(
  tx: Tx,
  caseIds: readonly string[],
  line: {
    actorKind: 'APPLICANT' | 'STAFF' | 'SERVICE' | 'IMPORTER';
    actor: string | null;
    action: string;
    detail?: object;
  },
): Promise<void> {
  const { actorKind, actor, action, detail = {} } = line;
  await tx.prepared('lock-audited', lockAll, [caseIds]);
  await tx.prepared('append-audit', append, [caseIds, actorKind, actor, action, JSON.stringify(detail)]);
}

const verify = `
select seq from (
  select *, lag(hash) over (order by seq) as previous, row_number() over (order by seq) as place
  from audit where case_id = $1
) line
where seq <> place or hash <> audit_hash(previous, case_id, seq, at, actor_kind, actor, action, detail)
order by seq limit 1`;

/** The first line of a case's chain that was changed, or follows a missing one; null when all is as written. */
export async function findBrokenLink(tx: Tx, caseId: string): Promise<number | null> {
  const [broken] = await tx.query<{ seq: number }>(verify, [caseId]);
  return broken?.seq ?? null;
}
