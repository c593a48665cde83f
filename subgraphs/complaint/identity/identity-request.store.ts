/** Requests to be shown who filed a report, and what became of them. */
import type { Tx } from '@bekhedmetkom/platform/database';

export interface IdentityRequestRow {
  id: string;
  caseId: string;
  reason: string;
  requestedBy: string;
  requestedPost: string | null;
  requestedAt: Date;
  decision: 'APPROVED' | 'DECLINED' | null;
  decidedBy: string | null;
  decidedPost: string | null;
  decidedAt: Date | null;
}

const columns = `id, case_id as "caseId", reason, requested_by as "requestedBy",
  requested_post as "requestedPost", requested_at as "requestedAt", decision, decided_by as "decidedBy",
  decided_post as "decidedPost", decided_at as "decidedAt"`;

const add = `
insert into identity_request (case_id, reason, requested_by, requested_post, requested_at)
values ($1, $2, $3, $4, clock_timestamp())
on conflict do nothing returning ${columns}`;

/** Keeps a request; undefined when one of the same person waits already. */
export async function addIdentityRequest(
  tx: Tx,
  { caseId, reason, by, post }: { caseId: string; reason: string; by: string; post: string | null },
): Promise<IdentityRequestRow | undefined> {
  const [row] = await tx.prepared<IdentityRequestRow>('add-identity-request', add, [
    caseId,
    reason,
    by,
    post,
  ]);
  return row;
}

const lock = `select ${columns} from identity_request where id = $1 for update`;

/** A request, locked until the transaction ends. */
export async function lockIdentityRequest(tx: Tx, id: string): Promise<IdentityRequestRow | undefined> {
  const [row] = await tx.prepared<IdentityRequestRow>('lock-identity-request', lock, [id]);
  return row;
}

const decide = `
update identity_request set decision = $2, decided_by = $3, decided_post = $4, decided_at = clock_timestamp()
where id = $1 returning ${columns}`;

/** Decides a locked request. */
export async function decideIdentityRequest(
  tx: Tx,
  id: string,
  { decision, by, post }: { decision: 'APPROVED' | 'DECLINED'; by: string; post: string | null },
): Promise<IdentityRequestRow | undefined> {
  const values = [id, decision, by, post];
  const [row] = await tx.prepared<IdentityRequestRow>('decide-identity-request', decide, values);
  return row;
}

const ofCases = `
select ${columns} from identity_request where case_id = any($1::uuid[]) order by case_id, id`;

/** The requests about these cases, the oldest first, by the id of the case. */
export async function loadIdentityRequests(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, IdentityRequestRow[]>> {
  const rows = await tx.prepared<IdentityRequestRow>('load-identity-requests', ofCases, [caseIds]);
  return Map.groupBy(rows, (row) => row.caseId);
}
