/** The lists that staff screens offer, in the order in which they are shown. */
import type { CaseState, CaseType, Importance, Outcome, Pillar } from '../../graphql/generated/graphql.ts';

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
/** States that a case can be in today while somebody works on it, and the two it ends in. */
export const listedStates = [
  'SUBMITTED',
  'ASSIGNED',
  'IN_PROGRESS',
  'PENDING_REVIEW',
  'RESOLVED',
  'CLOSED',
] as const satisfies readonly CaseState[];

const openStates: readonly CaseState[] = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
];

/** Whether somebody still owes an answer. */
export function isOpen(state: CaseState): boolean {
  return openStates.includes(state);
}
