export type Language = 'ar' | 'en';

export interface Grant {
  role: string;
  /** What the role is limited to; null is everything. */
  scope: string | null;
}

export interface Viewer {
  kind: 'anonymous' | 'person' | 'service';
  subject: string | null;
  grants: Grant[];
  language: Language;
  /** An opaque key per caller for rate limits; never an address. */
  client: string | null;
}

export const anonymous: Viewer = {
  kind: 'anonymous',
  subject: null,
  grants: [],
  language: 'ar',
  client: null,
};

/** The identity under which one of our own programs calls another. */
export function serviceViewer(program: string): Viewer {
  return { kind: 'service', subject: program, grants: [], language: 'ar', client: null };
}

/** Says whether the viewer holds a role; with a scope, in that scope or everywhere. */
export function holds(viewer: Viewer, role: string, scope?: string): boolean {
  return viewer.grants.some(
    (grant) => grant.role === role && (scope === undefined || grant.scope === null || grant.scope === scope),
  );
}
