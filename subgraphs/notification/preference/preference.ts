/** How a person wants to be told. Pure. */
import type { NotificationKind } from '../message/kind.ts';

export interface Preference {
  email: boolean;
  inApp: boolean;
  /** The language of mails; null is that of the case. */
  language: 'ar' | 'en' | null;
}

/** What holds for somebody who never chose. */
export const unchosen: Preference = { email: true, inApp: true, language: null };

/** What is told in the application to whoever it concerns, chosen or not: else a case could go late unseen. */
const duties: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  'transfer-asked',
  'transfer-to-decide',
  'part-requested',
  'rejection-proposed',
  'appeal-made',
  'case-near-due',
  'case-escalated',
  'escalation-requested',
]);

/** Says whether a kind is told in the application whatever the person chose. */
export function mustBeHeard(kind: NotificationKind): boolean {
  return duties.has(kind);
}
