/** The lists that staff screens offer, in the order in which they are shown. */
import type {
  CaseState,
  CaseType,
  Channel,
  EscalationLevel,
  Importance,
  Outcome,
  Pillar,
} from '../../graphql/generated/graphql.ts';

export { caseTypes } from '../../ui/vocabulary.ts';
export type { CaseState, CaseType, Importance, Outcome, Pillar };

export const importances = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const satisfies readonly Importance[];
export const pillars = [
  'QUALITY',
  'TIME',
  'STAFF',
  'PROCEDURE',
  'INFRASTRUCTURE',
] as const satisfies readonly Pillar[];
export const channels = [
  'WEB',
  'MOBILE',
  'CONTACT_CENTRE',
  'CHATBOT',
  'FACEBOOK',
  'COUNTER',
  'PARTNER',
] as const satisfies readonly Channel[];
export const escalationLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const satisfies readonly EscalationLevel[];
/** All states, those in which somebody works on the case first. */
export const listedStates = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'DUPLICATE',
  'WITHDRAWN',
] as const satisfies readonly CaseState[];
