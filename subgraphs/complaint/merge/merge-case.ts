import type { Viewer } from '@bekhedmetkom/platform/auth';
import { parseReference } from '@bekhedmetkom/text/reference';
import { loadCaseByReference, lockCase } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import { accessTo } from '../case-access/case.policy.ts';
import {
  type CaseDependencies,
  type CaseResult,
  type Change,
  changeCaseWithin,
  type TransitionContext,
  within,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { addFollowers, lockFamily, moveFollowers } from './merge.store.ts';
import { checkMerge } from './merge.ts';

const field = ['intoReference'];

/**
 * Merges a case into another open one, which its reporter follows from then on; who followed the case follows
 * that one, too. The case itself ends as a duplicate and counts nowhere.
 */
export function mergeCase(
  deps: CaseDependencies,
  { caseId: id, expectedVersion, intoReference }: CaseStep & { intoReference: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const parsed = parseReference(intoReference);
  return deps.database.transaction(async (tx) => {
    const parent = parsed.problem === null ? await loadCaseByReference(tx, parsed.reference) : undefined;
    if (id !== null && parent) await lockFamily(tx, id, parent.id);
    const request = { id, expectedVersion, action: 'MERGE' as const, viewer };
    return changeCaseWithin(tx, within(deps), request, (context) => {
      if (parsed.problem !== null) return { refused: parsed.problem, field };
      return merge(context, parent?.id ?? null, parsed.reference);
    });
  });
}

async function merge(
  { tx, record, outcome: taken, now, viewer, directory }: TransitionContext,
  parentId: string | null,
  reference: string,
): Promise<Change | Refusal> {
  const parent = parentId === null ? undefined : (await lockCase(tx, parentId))?.record;
  const access = parent && accessTo(viewer, parent);
  if (!parent || access?.as !== 'STAFF') {
    return { refused: 'UNKNOWN_PARENT', field, facts: { reference } };
  }
  const everywhere = taken.as === 'OPERATION_ROOM' && access.capacities.includes('OPERATION_ROOM');
  const refusal = checkMerge(record, parent, everywhere);
  if (refusal) return refusal;
  await moveFollowers(tx, record, parent);
  await addFollowers(tx, parent.id, record.followers + 1);
  const former = directory.mainFocalPointOf(record.entity)?.key;
  return {
    // Whoever has the other case has this one, too: it is one matter from now on.
    after: {
      parentId: parent.id,
      entity: parent.entity,
      holderPost: parent.entity === record.entity ? record.holderPost : null,
      followers: 0,
      closedAt: now,
    },
    told: [former, parent.holderPost].filter((post) => typeof post === 'string'),
    detail: { into: parent.reference, moved: record.followers },
  };
}
