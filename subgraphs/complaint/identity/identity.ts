/**
 * The rules of being shown who filed a report. Somebody outside the reported entity asks with a reason; a custodian
 * outside it decides; a second person approves. A custodian who asks has decided for their part: one other approval is
 * enough. So two custodians agree in any case, and nobody who is in the entity is one. Pure.
 */
import type { Refusal } from '../case/case.ts';

/** What the rules look at. */
export interface IdentityDecisions {
  version: number;
  requestedBy: string;
  askedAsCustodian: boolean;
  endorsedBy: string | null;
  decision: 'APPROVED' | 'DECLINED' | null;
  visibleUntil: Date | null;
}

export type IdentityState = 'AWAITING_CUSTODIAN' | 'AWAITING_SECOND' | 'APPROVED' | 'DECLINED' | 'EXPIRED';
export type IdentityStep = 'ENDORSE' | 'APPROVE' | 'DECLINE';

/** How far a request has come. */
export function identityState(request: IdentityDecisions, now: Date): IdentityState {
  if (request.decision === 'DECLINED') return 'DECLINED';
  if (request.decision === 'APPROVED') return isInForce(request, now) ? 'APPROVED' : 'EXPIRED';
  return isDecided(request) ? 'AWAITING_SECOND' : 'AWAITING_CUSTODIAN';
}

/** Whether who asked is shown the reporter now. */
export function isInForce(
  { decision, visibleUntil }: Pick<IdentityDecisions, 'decision' | 'visibleUntil'>,
  now: Date,
): boolean {
  return decision === 'APPROVED' && visibleUntil !== null && now < visibleUntil;
}

/** Which step a custodian takes by approving or declining, or why none. */
export function decideIdentityStep(
  request: IdentityDecisions,
  by: { subject: string; approve: boolean; expectedVersion: number | null },
): IdentityStep | Refusal {
  if (by.expectedVersion !== null && by.expectedVersion !== request.version) {
    return { refused: 'CONFLICT', field: ['expectedVersion'], facts: { version: request.version } };
  }
  const refusal = whyNotDecide(request, by.subject);
  if (refusal) return refusal;
  if (!by.approve) return 'DECLINE';
  return isDecided(request) ? 'APPROVE' : 'ENDORSE';
}

/** Why a custodian does not decide about a request; null when they may. */
export function whyNotDecide(request: IdentityDecisions, subject: string): Refusal | null {
  if (request.decision !== null) return { refused: 'IDENTITY_DECIDED' };
  if (request.requestedBy === subject) return { refused: 'OWN_PROPOSAL' };
  return request.endorsedBy === subject ? { refused: 'SECOND_PERSON' } : null;
}

/** Whether a custodian has decided in favour. */
function isDecided({ askedAsCustodian, endorsedBy }: IdentityDecisions): boolean {
  return askedAsCustodian || endorsedBy !== null;
}
