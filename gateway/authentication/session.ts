import type { Viewer } from '@bekhedmetkom/platform/auth';

/** Who is asking, for one request or for the life of one socket. */
export interface Session {
  viewer: Viewer;
  /** Names the access token, to revoke it by; null for anonymous callers. */
  tokenId: string | null;
  /** Milliseconds since 1970; null for anonymous callers, who cannot expire. */
  expiresAt: number | null;
}
