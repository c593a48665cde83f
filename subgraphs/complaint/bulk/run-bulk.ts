import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Refusal } from '../case/case.ts';
import { toCaseObject } from '../case/case.type.ts';
import { caseKeyOf } from '../case/case-reader.ts';
import type { CaseResult } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { toUserError } from '../refusal/refusal.ts';
import { checkItems, eachOf } from './bulk.ts';
import type { BulkItem, BulkPayload, BulkResult, BulkUndo } from './bulk.type.ts';

/** One case done; `undo` says how to take it back, if it can be. */
export interface Done {
  result: CaseResult;
  undo?: BulkUndo | null;
}

/**
 * Takes one action on many cases, each in a transaction of its own: what is refused for one, or fails, keeps
 * none of the others from being done.
 */
export async function runBulk<I extends BulkItem>(
  items: readonly I[],
  viewer: Viewer,
  act: (step: CaseStep, item: I) => Promise<Done>,
): Promise<BulkPayload> {
  const { language } = viewer;
  const refusal = checkItems(items);
  if (refusal) return { results: [], undo: [], userErrors: [toUserError(refusal, language)] };
  const failed = (caseId: string, refused: Refusal): { result: BulkResult; undo: null } => ({
    result: { caseId, case: null, userErrors: [toUserError(refused, language)] },
    undo: null,
  });
  const done = await eachOf(items, async (item) => {
    const { caseId, expectedVersion } = item;
    try {
      const { result, undo } = await act({ caseId: caseKeyOf(caseId), expectedVersion }, item);
      const userErrors = result.refusals.map((one) => toUserError(one, language));
      const kase = toCaseObject(result.record, result.access, language);
      return { result: { caseId, case: kase, userErrors }, undo: undo ?? null };
    } catch (error) {
      if (error instanceof Fault && error.code === 'NOT_FOUND')
        return failed(caseId, { refused: 'NOT_FOUND' });
      // The others are done, or will be: that is told, whatever happened to this one.
      if (error instanceof Fault && error.code === 'SERVICE_UNAVAILABLE') {
        return failed(caseId, { refused: 'NOT_DONE' });
      }
      throw error;
    }
  });
  return {
    results: done.map(({ result }) => result),
    undo: done.flatMap(({ undo }) => undo ?? []),
    userErrors: [],
  };
}
