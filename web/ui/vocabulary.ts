/** The closed lists of the client schema, in the order in which people read them. */
export const caseTypes = ['COMPLAINT', 'INQUIRY', 'REPORT', 'SUGGESTION', 'COMPLIMENT'] as const;
export type CaseType = (typeof caseTypes)[number];

/** The same platform run for other purposes, each with its own categories and visibility. */
export const programmes = ['GOVERNMENT_SERVICES', 'HUMAN_RIGHTS', 'SMOKING'] as const;
export type Programme = (typeof programmes)[number];

export const applicantKinds = [
  'CITIZEN',
  'RESIDENT',
  'STUDENT',
  'LABOURER',
  'EMPLOYEE',
  'BUSINESS_OWNER',
  'INVESTOR',
] as const;

export type Importance = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
export type SlaStatus = 'ON_TIME' | 'DUE_SOON' | 'OVERDUE' | 'PAUSED' | 'STOPPED';

/** The icon that stands beside the name of each type. */
export const typeIcons = {
  COMPLAINT: 'complaint',
  INQUIRY: 'inquiry',
  REPORT: 'report',
  SUGGESTION: 'suggestion',
  COMPLIMENT: 'compliment',
} as const satisfies Record<CaseType, string>;

export function isCaseType(value: unknown): value is CaseType {
  return caseTypes.some((type) => type === value);
}
