import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { StaffMember } from './staff-member.ts';

/** Who holds a post is for colleagues and our own programs; the public sees the post, not the person. */
export function mayKnow(viewer: Viewer, member: StaffMember): boolean {
  if (viewer.kind === 'service' || viewer.grants.length > 0) return true;
  return viewer.subject !== null && viewer.subject === member.subject;
}
