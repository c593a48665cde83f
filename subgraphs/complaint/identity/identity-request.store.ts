/** Requests to be shown who filed a report, and what became of them. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CustodianScope } from '../case-access/case.policy.ts';
import type { IdentityDecisions } from './identity.ts';

export interface IdentityRequestRow extends IdentityDecisions {
  id: string;
  caseId: string;
  reason: string;
  requestedPost: string | null;
  requestedAt: Date;
  /** The custodian who decided in favour of a request of somebody who is none. */
  endorsedPost: string | null;
  endorsedAt: Date | null;
  endorsedBecause: string | null;
  decidedBy: string | null;
  decidedPost: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
}

const columns = `r.id, r.version, r.case_id as "caseId", r.reason, r.requested_by as "requestedBy",
  r.requested_post as "requestedPost", r.requested_at as "requestedAt", r.asked_as_custodian as "askedAsCustodian",
  r.endorsed_by as "endorsedBy", r.endorsed_post as "endorsedPost", r.endorsed_at as "endorsedAt",
  r.endorsed_because as "endorsedBecause", r.decision,
  r.decided_by as "decidedBy", r.decided_post as "decidedPost", r.decided_at as "decidedAt",
  r.decision_reason as "decisionReason", r.visible_until as "visibleUntil"`;

const add = `
insert into identity_request as r (case_id, reason, requested_by, requested_post, requested_at, asked_as_custodian)
values ($1, $2, $3, $4, clock_timestamp(), $5)
on conflict do nothing returning ${columns}`;

interface NewRequest {
  caseId: string;
  reason: string;
  by: string;
  post: string | null;
  asCustodian: boolean;
}

/** Keeps a request; undefined when one of the same person waits already. */
export async function addIdentityRequest(tx: Tx, one: NewRequest): Promise<IdentityRequestRow | undefined> {
  const values = [one.caseId, one.reason, one.by, one.post, one.asCustodian];
  const [row] = await tx.prepared<IdentityRequestRow>('add-identity-request', add, values);
  return row;
}

const lock = `select ${columns} from identity_request r where r.id = $1 for update`;

/** A request, locked until the transaction ends. */
export async function lockIdentityRequest(tx: Tx, id: string): Promise<IdentityRequestRow | undefined> {
  const [row] = await tx.prepared<IdentityRequestRow>('lock-identity-request', lock, [id]);
  return row;
}

const endorse = `
update identity_request r set endorsed_by = $2, endorsed_post = $3, endorsed_at = $4, endorsed_because = $5,
  version = version + 1
where r.id = $1 returning ${columns}`;

interface Decider {
  by: string;
  post: string | null;
  at: Date;
  reason: string | null;
}

/** Records that a custodian decided in favour of a locked request; it waits for a second person from then on. */
export async function endorseIdentityRequest(
  tx: Tx,
  id: string,
  { by, post, at, reason }: Decider,
): Promise<IdentityRequestRow | undefined> {
  const values = [id, by, post, at, reason];
  const [row] = await tx.prepared<IdentityRequestRow>('endorse-identity-request', endorse, values);
  return row;
}

const decide = `
update identity_request r set decision = $2, decided_by = $3, decided_post = $4, decided_at = $5,
  decision_reason = $6, visible_until = $7, version = version + 1
where r.id = $1 returning ${columns}`;

interface Decision extends Decider {
  decision: 'APPROVED' | 'DECLINED';
  visibleUntil: Date | null;
}

/** Decides a locked request. */
export async function decideIdentityRequest(
  tx: Tx,
  id: string,
  { decision, by, post, at, reason, visibleUntil }: Decision,
): Promise<IdentityRequestRow | undefined> {
  const values = [id, decision, by, post, at, reason, visibleUntil];
  const [row] = await tx.prepared<IdentityRequestRow>('decide-identity-request', decide, values);
  return row;
}

const ofCases = `
select ${columns} from identity_request r where r.case_id = any($1::uuid[]) order by r.case_id, r.id`;

/** The requests about these cases, the oldest first, by the id of the case. */
export async function loadIdentityRequests(
  tx: Tx,
  caseIds: readonly string[],
): Promise<Map<string, IdentityRequestRow[]>> {
  const rows = await tx.prepared<IdentityRequestRow>('load-identity-requests', ofCases, [caseIds]);
  return Map.groupBy(rows, (row) => row.caseId);
}

// Of the waiting ones those that the person neither made nor decided about.
const waiting = `r.decision is null and r.requested_by <> $1 and r.endorsed_by is distinct from $1
  and (($2 and not c.restricted) or ($3 and c.restricted) or c.programme = any($4::text[]))`;
const tables = 'identity_request r join cases c on c.id = r.case_id';
const toDecide = `
select ${columns} from ${tables} where ${waiting} and ($5::uuid is null or r.id > $5) order by r.id limit $6`;
const countToDecide = `
select count(*)::int as count from (select from ${tables} where ${waiting} limit 10000) counted`;

interface Page {
  limit: number;
  after: string | null;
}

const scoped = (subject: string, { open, restricted, programmes }: CustodianScope) => [
  subject,
  open,
  restricted,
  programmes,
];

/** A page of the requests that wait for this person's decision, the oldest first. */
export function listRequestsToDecide(
  tx: Tx,
  subject: string,
  scope: CustodianScope,
  { limit, after }: Page,
): Promise<IdentityRequestRow[]> {
  const values = [...scoped(subject, scope), after, limit];
  return tx.prepared<IdentityRequestRow>('identity-requests-to-decide', toDecide, values);
}

/** How many of them there are, up to 10,000. */
export async function countRequestsToDecide(tx: Tx, subject: string, scope: CustodianScope): Promise<number> {
  const values = scoped(subject, scope);
  const [row] = await tx.prepared<{ count: number }>('count-requests-to-decide', countToDecide, values);
  return row?.count ?? 0;
}

const own = `
select ${columns} from identity_request r
where r.requested_by = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`;
const countOwn = `
select count(*)::int as count from (select from identity_request where requested_by = $1 limit 10000) counted`;

/** A page of what this person asked, the newest first. */
export function listOwnRequests(
  tx: Tx,
  subject: string,
  { limit, after }: Page,
): Promise<IdentityRequestRow[]> {
  return tx.prepared<IdentityRequestRow>('own-identity-requests', own, [subject, after, limit]);
}

/** How many requests this person made, up to 10,000. */
export async function countOwnRequests(tx: Tx, subject: string): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>('count-own-identity-requests', countOwn, [subject]);
  return row?.count ?? 0;
}
