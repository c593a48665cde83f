/** Proposals that wait for a second person: which of them the viewer may decide about, as a condition of SQL. */
import type { Bind } from './case-predicate.ts';

export interface DecidingScope {
  /** Nobody decides about a proposal of their own. */
  subject: string | null;
  /** Entities whose interim replies the viewer decides about as main focal point. */
  interims: readonly string[];
  /** Posts of main focal points above whom the viewer stands next: what they propose themselves. */
  mainPosts: readonly string[];
  /** Whether rejections of cases that are not restricted, and of these programmes. */
  room: boolean;
  programmes: readonly string[];
}

/** The proposals on cases `c` about which the viewer may decide; the same guards as `transitions.ts` has. */
export function decidedByViewer(scope: DecidingScope, bind: Bind): string {
  const isInterim = `c.proposal->>'kind' = 'INTERIM'`;
  const isRejection = `c.proposal->>'kind' = 'REJECTION'`;
  const ways = [
    scope.interims.length > 0 && `(${isInterim} and c.entity = any(${bind(scope.interims)}::text[]))`,
    scope.mainPosts.length > 0 &&
      `(${isInterim} and c.proposal->>'post' = any(${bind(scope.mainPosts)}::text[]))`,
    scope.room && `(${isRejection} and not c.restricted)`,
    scope.programmes.length > 0 &&
      `(${isRejection} and c.programme = any(${bind(scope.programmes)}::text[]))`,
  ].filter((way) => way !== false);
  const own = `c.proposal->>'by' is distinct from ${bind(scope.subject)}::text`;
  return `(c.proposal is not null and ${own} and (${ways.join(' or ') || 'false'}))`;
}
