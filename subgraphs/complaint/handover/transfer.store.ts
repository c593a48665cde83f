/** Transfers: each time somebody was asked to decide about one, and what became of it. */
import type { Tx } from '@bekhedmetkom/platform/database';

export interface TransferRow {
  caseId: string;
  number: number;
  from: string;
  to: string;
  reason: string;
  atRoom: boolean;
  requestedAt: Date;
  requestedPost: string | null;
  decision: 'ACCEPTED' | 'REFUSED' | 'REFERRED' | 'ENDED' | null;
  decidedAt: Date | null;
  decidedPost: string | null;
  refusal: string | null;
  receivedBy: string | null;
  creditedMinutes: number | null;
}

const columns = `case_id as "caseId", number, from_entity as "from", to_entity as "to", reason, at_room as "atRoom",
  requested_at as "requestedAt", requested_post as "requestedPost", decision, decided_at as "decidedAt",
  decided_post as "decidedPost", refusal, received_by as "receivedBy", credited_minutes as "creditedMinutes"`;

const ask = `
insert into transfer (case_id, number, from_entity, to_entity, reason, at_room, requested_at, requested_post)
select $1::uuid, coalesce(max(number), 0) + 1, $2, $3, $4, false, $5::timestamptz, $6
from transfer where case_id = $1::uuid`;

/** Asks an entity to take a locked case. */
export async function askTransfer(
  tx: Tx,
  caseId: string,
  asked: { from: string; to: string; reason: string; at: Date; post: string | null },
): Promise<void> {
  const { from, to, reason, at, post } = asked;
  await tx.prepared('ask-transfer', ask, [caseId, from, to, reason, at, post]);
}

const decide = `
update transfer set decision = $2, decided_at = $3, decided_post = $4, refusal = $5, received_by = $6,
  credited_minutes = $7
where case_id = $1 and decision is null`;

interface Decision {
  decision: NonNullable<TransferRow['decision']>;
  at: Date;
  post?: string | null;
  refusal?: string;
  receivedBy?: string;
  creditedMinutes?: number;
}

/** Records what became of the transfer that waits, if one does. */
export async function decideTransfer(tx: Tx, caseId: string, verdict: Decision): Promise<void> {
  const { decision, at, post = null, refusal = null, receivedBy = null, creditedMinutes = null } = verdict;
  const values = [caseId, decision, at, post, refusal, receivedBy, creditedMinutes];
  await tx.prepared('decide-transfer', decide, values);
}

const refer = `
insert into transfer (case_id, number, from_entity, to_entity, reason, at_room, requested_at, requested_post)
select case_id, number + 1, from_entity, to_entity, reason, true, $2, requested_post
from transfer where case_id = $1 order by number desc limit 1`;

/** Asks the operation room about the transfer that was decided last. */
export async function askRoom(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.prepared('ask-room', refer, [caseId, at]);
}

const all = `select ${columns} from transfer where case_id = any($1::uuid[]) order by case_id, number`;

/** The transfers of cases, oldest first, by the id of the case. */
export async function loadTransfers(tx: Tx, caseIds: readonly string[]): Promise<Map<string, TransferRow[]>> {
  const rows = await tx.prepared<TransferRow>('load-transfers', all, [caseIds]);
  return Map.groupBy(rows, (row) => row.caseId);
}
