import type { Context } from '../graph/context.ts';
import { ViewerType } from './viewer.type.ts';

/** The person who asks; null for visitors who are not signed in, and for programs. */
export function viewerOf({ viewer, directory }: Context): ViewerType | null {
  if (viewer.kind !== 'person' || viewer.subject === null) return null;
  return new ViewerType(viewer.subject, directory.staffMemberOf(viewer.subject) ?? null);
}
