import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import { answeringEntities } from '../case-access/case.policy.ts';
import type { ContributionRow } from '../handover/contribution.store.ts';

/** Of what is allowed, what there is something to do for: a part is answered by whom it is asked of. */
export async function withOwnContributions(
  partsOf: () => Promise<readonly ContributionRow[]>,
  allowed: CaseAction[],
  viewer: Viewer,
): Promise<CaseAction[]> {
  if (!allowed.includes('ANSWER_PART')) return allowed;
  const own = answeringEntities(viewer);
  const waits = (await partsOf()).some(({ state, entity }) => state === 'OPEN' && own.includes(entity));
  return waits ? allowed : allowed.filter((action) => action !== 'ANSWER_PART');
}
