/** Whether a mail that waited still says what is so. Pure. */
import type { MailKind } from '../mail-layout/email.ts';

const open = ['ASSIGNED', 'IN_PROGRESS', 'TRANSFER_PENDING', 'AWAITING_APPLICANT', 'PENDING_REVIEW'];
const answered = ['RESOLVED', 'CLOSED'];

/** States of the case in which a kind of mail is true; a kind that is not named is true in every state. */
const trueIn: Partial<Record<MailKind, readonly string[]>> = {
  'case-accepted': open,
  'question-asked': ['AWAITING_APPLICANT'],
  'interim-given': open,
  'case-answered': answered,
  'case-rejected': ['REJECTED'],
  'case-merged': ['DUPLICATE'],
  'case-reopened': open,
  'due-moved': open,
  'case-escalated': ['SUBMITTED', ...open],
  'case-closed': ['CLOSED'],
};

/**
 * Says whether a mail may still go out. After an outage of the mail server the queue holds what is no longer so: a
 * question that was answered, a date that has moved again, an answer whose case was reopened.
 * @param state of the case, at the moment of sending
 * @param isNewest whether no later mail of the same kind about the case was queued
 */
export function isCurrent(kind: MailKind, state: string, isNewest: boolean): boolean {
  return isNewest && (trueIn[kind]?.includes(state) ?? true);
}
