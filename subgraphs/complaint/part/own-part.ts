import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import { answeringEntities } from '../case/case.policy.ts';
import { loadParts } from './part.store.ts';

/** Of what is allowed, what there is something to do for: a part is answered by whom it is asked of. */
export async function withOwnPart(
  tx: Tx,
  caseId: string,
  allowed: CaseAction[],
  viewer: Viewer,
): Promise<CaseAction[]> {
  if (!allowed.includes('ANSWER_PART')) return allowed;
  const own = answeringEntities(viewer);
  const parts = (await loadParts(tx, [caseId])).get(caseId) ?? [];
  const waits = parts.some(({ state, entity }) => state === 'OPEN' && own.includes(entity));
  return waits ? allowed : allowed.filter((action) => action !== 'ANSWER_PART');
}
