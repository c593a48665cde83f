import type { Viewer } from '@bekhedmetkom/platform/auth';

/**
 * Whether a viewer sees figures as the public does, without those that rest on fewer than five cases. Figures
 * are open to everybody; whoever holds a post sees them whole.
 */
export function seesAsPublic(viewer: Viewer): boolean {
  return viewer.kind !== 'service' && viewer.grants.length === 0;
}
