import type { StaffApplicantQuery } from '../../graphql/generated/graphql.ts';

/** What a look at the applicant's identity brought. */
export interface Revealed {
  shown: boolean;
  /** Null when the viewer may not see it. */
  applicant: NonNullable<StaffApplicantQuery['case']>['applicant'];
  /** When the look was recorded (RFC 3339). */
  at: string | null;
}
