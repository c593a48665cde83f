import type { Viewer } from '@bekhedmetkom/platform/auth';

/** Only our own programs may ask what somebody may do. */
export function mayAskAuthorisation(viewer: Viewer): boolean {
  return viewer.kind === 'service';
}
