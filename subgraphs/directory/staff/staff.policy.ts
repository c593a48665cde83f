import type { Viewer } from '@bekhedmetkom/platform/auth';

/** Who holds a post is for colleagues and our own programs; the public sees the post, not the person. */
export function maySeeStaff(viewer: Viewer): boolean {
  return viewer.kind === 'service' || viewer.grants.length > 0;
}
