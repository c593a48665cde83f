import { createHash } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';

/**
 * Whom a limit is counted against: a person who is signed in, wherever from, so that strangers behind the same
 * address cannot use up what is theirs; everybody else under the opaque key of the address.
 */
export function callerKey({ subject, client }: Pick<Viewer, 'subject' | 'client'>): string {
  if (subject === null) return `address ${client ?? ''}`;
  return `person ${createHash('sha256').update(subject).digest('base64url').slice(0, 22)}`;
}
