/**
 * Who filed a report is kept from everybody inside the reported entity, for good, and from others until two people
 * agree: a custodian outside the entity asks with a reason, and another one approves. Both steps are audited.
 */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { appendToAudit } from '../audit/audit.store.ts';
import { type Access, accessTo } from '../case/case.policy.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import { longestReason, type Refusal } from '../case/case.ts';
import { actingPost } from '../directory/acting-post.ts';
import type { Directory } from '../directory/directory.ts';
import { notFound, nothingThere } from '../refusal/not-found.ts';
import { readText } from '../submission/written-text.ts';
import {
  addIdentityRequest,
  decideIdentityRequest,
  type IdentityRequestRow,
  lockIdentityRequest,
} from './identity-request.store.ts';

interface Room {
  database: Database;
  directory(): Directory;
}

export interface IdentityResult {
  record: CaseRecord;
  access: Access;
  request: IdentityRequestRow | null;
  refusals: Refusal[];
}

/** Asks to be shown who filed a report. A case that the viewer may not see is NOT_FOUND. */
export function requestIdentity(
  { database, directory }: Room,
  input: { caseId: string | null; reason: string },
  viewer: Viewer,
): Promise<IdentityResult> {
  return database.transaction(async (tx) => {
    const { record, access } = await openCase(tx, input.caseId, viewer);
    const refuse = (refusal: Refusal) => ({ record, access, request: null, refusals: [refusal] });
    if (!access.isCustodian || viewer.subject === null) return refuse({ refused: 'FORBIDDEN' });
    if (record.type !== 'REPORT') return refuse({ refused: 'NOT_CONFIDENTIAL' });
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: longestReason });
    if ('refused' in reason) return refuse(reason);
    const post = actingPost(directory(), viewer.subject, null)?.key ?? null;
    const given = { caseId: record.id, reason: reason.text, by: viewer.subject, post };
    const request = await addIdentityRequest(tx, given);
    if (!request) return refuse({ refused: 'IDENTITY_ASKED' });
    await note(tx, request, 'REQUEST_IDENTITY', viewer.subject);
    return { record, access, request, refusals: [] };
  });
}

/** Decides a request of somebody else; once. */
export function decideIdentity(
  { database, directory }: Room,
  input: { id: string | null; approve: boolean },
  viewer: Viewer,
): Promise<IdentityResult> {
  return database.transaction(async (tx) => {
    const asked = input.id === null ? undefined : await lockIdentityRequest(tx, input.id);
    if (!asked) throw nothingThere(viewer.language);
    const { record, access } = await openCase(tx, asked.caseId, viewer);
    const refuse = (refusal: Refusal) => ({ record, access, request: asked, refusals: [refusal] });
    if (!access.isCustodian || viewer.subject === null) return refuse({ refused: 'FORBIDDEN' });
    if (asked.decision !== null) return refuse({ refused: 'ALREADY_SETTLED' });
    if (asked.requestedBy === viewer.subject) return refuse({ refused: 'OWN_PROPOSAL' });
    const decision = input.approve ? ('APPROVED' as const) : ('DECLINED' as const);
    const post = actingPost(directory(), viewer.subject, null)?.key ?? null;
    const decided = await decideIdentityRequest(tx, asked.id, { decision, by: viewer.subject, post });
    await note(tx, asked, `${decision}_IDENTITY`, viewer.subject);
    return { record, access, request: decided ?? asked, refusals: [] };
  });
}

/** Whether the viewer, still a custodian of the case, asked with a reason and somebody else approved. */
export function mayLearnIdentity(
  access: Access,
  requests: readonly IdentityRequestRow[],
  viewer: Viewer,
): boolean {
  return (
    access.isCustodian &&
    requests.some((one) => one.decision === 'APPROVED' && one.requestedBy === viewer.subject)
  );
}

async function openCase(tx: Tx, id: string | null, viewer: Viewer) {
  const [record] = id === null ? [] : await loadCases(tx, [id]);
  const access = record && accessTo(viewer, record);
  if (!record || !access?.seesInternal) throw notFound(viewer.language);
  return { record, access };
}

function note(tx: Tx, { id, caseId }: IdentityRequestRow, action: string, actor: string): Promise<unknown> {
  return appendToAudit(tx, [caseId], { actorKind: 'STAFF', actor, action, detail: { request: id } });
}
