import type { NotificationKind } from './kind.ts';

/** A title and a body: ICU messages in content/, plain text once filled. */
export interface Message {
  title: string;
  body: string;
}

/** What staff are told; the rest is for applicants. */
type StaffKind = Extract<
  NotificationKind,
  | 'case-arrived'
  | 'case-unassigned'
  | 'case-assigned'
  | `transfer-${string}`
  | 'applicant-replied'
  | 'nobody-replied'
  | `part-${string}`
  | 'interim-proposed'
  | 'interim-approved'
  | 'interim-declined'
  | `answer-${string}`
  | `rejection-${string}`
  | 'merged-away'
  | 'case-withdrawn'
  | 'case-rated'
  | 'case-came-back'
  | 'appeal-made'
  | 'case-near-due'
  | 'case-escalated'
  | 'escalation-requested'
  | 'note-mention'
  | 'promise-noted'
>;

/** One message per kind: a language that lacks one does not compile. */
export type Messages = Record<NotificationKind, Message>;
export type StaffMessages = Record<StaffKind, Message>;
export type ApplicantMessages = Record<Exclude<NotificationKind, StaffKind>, Message>;
