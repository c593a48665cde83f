import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { sayRefusal } from '../refusal/say-refusal.ts';

/** Whose notifications a viewer may see: her own. Throws a Fault UNAUTHENTICATED for anybody else. */
export function ownSubject(viewer: Viewer): string {
  if (viewer.kind === 'person' && viewer.subject !== null) return viewer.subject;
  throw new Fault('UNAUTHENTICATED', sayRefusal('sign-in', viewer.language));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Says whether a key can be that of a notification at all; anything else names nothing. */
export function isNotificationKey(key: string | null): key is string {
  return key !== null && uuid.test(key);
}
