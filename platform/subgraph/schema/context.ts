import type { Viewer } from '../../auth/auth.ts';

/** What every resolver is handed, whatever else its program adds. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
}
