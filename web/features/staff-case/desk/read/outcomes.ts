/** Which ways a case of each type can end (domain.md §2: a suggestion ends accepted, partly, or not). */
import type { CaseType, Outcome } from '../../../staff/vocabulary.ts';

const byType: Record<CaseType, readonly Outcome[]> = {
  COMPLAINT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  REPORT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  INQUIRY: ['EXPLAINED', 'OUT_OF_REMIT'],
  COMPLIMENT: ['ACCEPTED', 'EXPLAINED'],
  SUGGESTION: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
};

/** The outcomes offered for a type, the commonest first. */
export function outcomesOf(type: CaseType): readonly Outcome[] {
  return byType[type];
}
