import type { NotificationKind } from './notification.ts';

/** A title and a body: ICU messages in content/, plain text once filled. */
export interface Message {
  title: string;
  body: string;
}

/** One message per kind: a language that lacks one does not compile. */
export type Messages = Record<NotificationKind, Message>;
