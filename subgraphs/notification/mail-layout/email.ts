import type { Language } from '@bekhedmetkom/platform/auth';
import type { NotificationKind } from '../message/kind.ts';

/** What every mail says around its message, in one language. */
export interface Frame {
  /** `{name}` is the applicant's, as she wrote it. */
  greeting: string;
  greetingWithoutName: string;
  about: string;
  reference: string;
  /** Stands before what the applicant is asked. */
  question: string;
  /** Stands before the stars. */
  rate: string;
  /** What one star means, … what five mean. */
  stars: readonly [string, string, string, string, string];
  /** What the button does without the follow-up code, and for how long. */
  linkNote: string;
  /** Asks the reader to confirm the address. */
  confirm: string;
  confirmButton: string;
  why: string;
  /** The same for staff. */
  whyStaff: string;
  doNotReply: string;
  platform: string;
  contactCentre: string;
}

/** What a kind of mail adds to the notification of the same kind. */
interface Extra {
  /** Words of the one button. */
  button: string;
  /** What happens next, or what to keep; may be empty. */
  next: string;
}

/** The kinds that go out by mail; the table of who is told what is checked against this list by a test. */
export const mailKinds = [
  'case-received',
  'case-following',
  'case-accepted',
  'question-asked',
  'interim-given',
  'case-answered',
  'case-rejected',
  'case-merged',
  'case-reopened',
  'appeal-declined',
  'due-moved',
  'case-closed',
  'followed-interim',
  'followed-answered',
  'followed-rejected',
  'followed-withdrawn',
  'case-escalated',
] as const satisfies readonly NotificationKind[];
export type MailKind = (typeof mailKinds)[number];

export interface MailWords {
  frame: Frame;
  kinds: Record<MailKind, Extra>;
}

/** A mail ready to be sent. */
export interface Email {
  language: Language;
  subject: string;
  html: string;
  text: string;
}
