import type { Viewer } from '@bekhedmetkom/platform/auth';

/**
 * Which subscriptions may be executed once for everyone of the same authorisation scope. Whatever is not
 * named here is executed per person, so that forgetting a name costs work, never a secret.
 */
const sharedFields: ReadonlyMap<string, (args: Record<string, unknown>) => boolean> = new Map([
  ['operationFeed', (args: Record<string, unknown>) => !asksForMine(args.filter)],
  ['kpiChanged', () => true],
]);

export const sharedFieldNames: readonly string[] = [...sharedFields.keys()];

/** Fields whose value depends on the person and not on the scope alone: they end the sharing. */
export const personalFields: ReadonlySet<string> = new Set([
  'Case.actions',
  'Case.applicant',
  'ProposedAnswer.byViewer',
]);

function asksForMine(filter: unknown): boolean {
  return typeof filter === 'object' && filter !== null && 'mine' in filter && filter.mine === true;
}

/** Says whether a subscription to a root field, with these arguments, is the same for a whole scope. */
export function isShared(field: string, args: Record<string, unknown>, personal: boolean): boolean {
  return !personal && (sharedFields.get(field)?.(args) ?? false);
}

/**
 * The identity under which a stream is executed: the caller's own for a personal one, the bare scope
 * (grants and language, nobody's name) for a shared one. Two callers share a stream only if these are equal.
 */
export function streamViewer(viewer: Viewer, shared: boolean): Viewer {
  const { kind, subject, grants, language } = viewer;
  return { kind, subject: shared ? null : subject, grants, language, client: null };
}
