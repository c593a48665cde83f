import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { StaffMember } from './staff-member.ts';

/** Addresses are for the programs that write to staff, for administrators, and for whose they are. */
export function mayKnowAddress(viewer: Viewer, member: StaffMember): boolean {
  if (viewer.kind === 'service') return true;
  if (viewer.grants.some(({ role }) => role === 'ADMINISTRATOR')) return true;
  return viewer.subject !== null && viewer.subject === member.subject;
}

/** Who holds a post is for colleagues and our own programs; the public sees the post, not the person. */
export function mayKnow(viewer: Viewer, member: StaffMember): boolean {
  if (viewer.kind === 'service' || viewer.grants.length > 0) return true;
  return viewer.subject !== null && viewer.subject === member.subject;
}
