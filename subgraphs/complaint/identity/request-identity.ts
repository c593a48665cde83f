/**
 * Who filed a report is kept from everybody inside the reported entity, for good, and from others until two custodians
 * agree (`identity.ts`). Each step is audited, in its transaction.
 */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Database, databaseNow, type Tx } from '@bekhedmetkom/platform/database';
import { appendToAudit } from '../audit/audit.store.ts';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import { maxReasonLength, type Refusal } from '../case/case.ts';
import { type Access, accessTo } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { actingPost } from '../directory/acting-post.ts';
import type { Directory } from '../directory/directory.ts';
import { notFound, nothingThere } from '../refusal/not-found.ts';
import { dueByWorkingDays } from '../sla/sla.ts';
import { readText } from '../wording/written-text.ts';
import { decideIdentityStep, isInForce } from './identity.ts';
import {
  addIdentityRequest,
  decideIdentityRequest,
  endorseIdentityRequest,
  type IdentityRequestRow,
  loadIdentityRequests,
  lockIdentityRequest,
} from './identity-request.store.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
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
  { database, directory, words }: Dependencies,
  input: { caseId: string | null; reason: string },
  viewer: Viewer,
): Promise<IdentityResult> {
  return database.transaction(async (tx) => {
    const { record, access } = await openCase(tx, input.caseId, viewer);
    const refuse = (refusal: Refusal) => ({ record, access, request: null, refusals: [refusal] });
    if (!access.mayAskIdentity || viewer.subject === null) return refuse({ refused: 'FORBIDDEN' });
    if (record.type !== 'REPORT') return refuse({ refused: 'NOT_CONFIDENTIAL' });
    if (record.anonymous) return refuse({ refused: 'IDENTITY_UNKNOWN' });
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return refuse(reason);
    const now = await databaseNow(tx);
    const earlier = (await loadIdentityRequests(tx, [record.id])).get(record.id) ?? [];
    if (earlier.some((one) => one.requestedBy === viewer.subject && isInForce(one, now))) {
      return refuse({ refused: 'IDENTITY_SHOWN' });
    }
    const post = actingPost(directory(), viewer.subject, null)?.key ?? null;
    const asCustodian = access.isCustodian;
    const kept = words.keep(record, reason.text);
    const given = { caseId: record.id, reason: kept, by: viewer.subject, post, asCustodian };
    const request = await addIdentityRequest(tx, given);
    if (!request) return refuse({ refused: 'IDENTITY_ASKED' });
    await note(tx, request, 'REQUEST_IDENTITY', viewer.subject);
    return { record, access, request, refusals: [] };
  });
}

const auditActions = {
  ENDORSE: 'ENDORSED_IDENTITY',
  APPROVE: 'APPROVED_IDENTITY',
  DECLINE: 'DECLINED_IDENTITY',
} as const;

export interface IdentityDecisionInput {
  id: string | null;
  approve: boolean;
  /** Why; required when declining. */
  reason: string | null;
  /** The version of the request that the decider saw; null: whatever it is now. */
  expectedVersion: number | null;
}

/** Takes a custodian's step on a request of somebody else. */
export function decideIdentity(
  { database, directory, words }: Dependencies,
  input: IdentityDecisionInput,
  viewer: Viewer,
): Promise<IdentityResult> {
  return database.transaction(async (tx) => {
    const asked = input.id === null ? undefined : await lockIdentityRequest(tx, input.id);
    if (!asked) throw nothingThere(viewer.language);
    const { record, access } = await openCase(tx, asked.caseId, viewer);
    const refuse = (refusal: Refusal) => ({ record, access, request: asked, refusals: [refusal] });
    const { subject } = viewer;
    if (!access.isCustodian || subject === null) return refuse({ refused: 'FORBIDDEN' });
    const { approve, expectedVersion } = input;
    const step = decideIdentityStep(asked, { subject, approve, expectedVersion });
    if (typeof step !== 'string') return refuse(step);
    const min = approve ? 0 : 1;
    const reason = readText(input.reason ?? '', { field: ['reason'], min, max: maxReasonLength });
    if ('refused' in reason) return refuse(reason);
    const known = directory();
    const at = await databaseNow(tx);
    const post = actingPost(known, subject, null)?.key ?? null;
    const decider = { by: subject, post, at, reason: words.keep(record, reason.text || null) };
    const until = () => {
      const calendar = known.calendar(record.calendarVersion);
      const days = known.termsOf(record).identityWorkingDays;
      return new Date(dueByWorkingDays(calendar, at.getTime(), days));
    };
    const decided =
      step === 'ENDORSE'
        ? await endorseIdentityRequest(tx, asked.id, decider)
        : await decideIdentityRequest(tx, asked.id, {
            ...decider,
            decision: step === 'APPROVE' ? 'APPROVED' : 'DECLINED',
            visibleUntil: step === 'APPROVE' ? until() : null,
          });
    await note(tx, asked, auditActions[step], subject);
    return { record, access, request: decided ?? asked, refusals: [] };
  });
}

/** Whether the viewer, still outside the entity, asked with a reason, and two custodians agreed not long ago. */
export function mayLearnIdentity(
  access: Access,
  requests: readonly IdentityRequestRow[],
  viewer: Viewer,
  now: Date,
): boolean {
  return (
    access.mayAskIdentity && requests.some((one) => one.requestedBy === viewer.subject && isInForce(one, now))
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
