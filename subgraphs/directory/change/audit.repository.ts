import type { Tx } from '@bekhedmetkom/platform/database';

/** What an administrator did. Never personal data beside who did it. */
export interface AuditLine {
  /** Subject of the issuer. */
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/**
 * Writes a line of the audit trail, chained to the one before it. Within a change of the directory only: those
 * come one after the other, so the chain has no forks.
 */
export async function noteChange(tx: Tx, { actor, action, detail }: AuditLine): Promise<void> {
  await tx.query(
    `insert into audit (seq, at, actor, action, detail, hash)
     select next.seq, next.at, $1::text, $2::text, $3::jsonb,
       audit_hash(last.hash, next.seq, next.at, $1::text, $2::text, $3::jsonb)
     from (select) always
     left join lateral (select seq, hash from audit order by seq desc limit 1) last on true
     cross join lateral (select coalesce(last.seq, 0) + 1 as seq, now() as at) next`,
    [actor, action, JSON.stringify(detail)],
  );
}

/** The first line of the audit trail that does not fit the one before it; null when the chain is whole. */
export async function findBrokenLink(tx: Tx): Promise<number | null> {
  const [broken] = await tx.query<{ seq: number }>(
    `select seq from (
       select seq, hash, audit_hash(lag(hash) over (order by seq), seq, at, actor, action, detail) as expected
       from audit
     ) line where hash <> expected order by seq limit 1`,
  );
  return broken?.seq ?? null;
}
