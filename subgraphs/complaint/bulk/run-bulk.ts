import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import type { Refusal } from '../case/case.ts';
import type { CaseResult } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { toCaseObject } from '../graph/case.type.ts';
import { caseKeyOf } from '../graph/case-reader.ts';
import { toUserError } from '../refusal/refusal.ts';
import { checkItems, eachOf } from './bulk.ts';
import type { BulkItem, BulkPayload, BulkResult, BulkUndo } from './bulk.type.ts';

/** One case done; `undo` says how to take it back, if it can be. */
export interface Done {
  result: CaseResult;
  undo?: BulkUndo | null;
}

export interface BulkOptions {
  viewer: Viewer;
  logger: Pick<Logger, 'error'>;
  /** Milliseconds after which no further case is begun: the answer has to arrive before its caller gives up. */
  budget?: number;
}

const usualBudget = 5_000;

/**
 * Takes one action on many cases, each in a transaction of its own. There is a result for each, always: what is
 * refused for one, or fails, or was not begun within the budget, keeps nobody from being told about the others.
 */
export async function runBulk<I extends BulkItem>(
  items: readonly I[],
  { viewer, logger, budget = usualBudget }: BulkOptions,
  act: (step: CaseStep, item: I) => Promise<Done>,
): Promise<BulkPayload> {
  const { language } = viewer;
  const refusal = checkItems(items);
  if (refusal) return { results: [], undo: [], userErrors: [toUserError(refusal, language)] };
  const failed = (caseId: string, refused: Refusal): { result: BulkResult; undo: null } => ({
    result: { caseId, case: null, userErrors: [toUserError(refused, language)] },
    undo: null,
  });
  const until = performance.now() + budget;
  const done = await eachOf(items, async (item) => {
    const { caseId, expectedVersion } = item;
    if (performance.now() > until) return failed(caseId, { refused: 'NOT_DONE' });
    try {
      const { result, undo } = await act({ caseId: caseKeyOf(caseId), expectedVersion }, item);
      const userErrors = result.refusals.map((one) => toUserError(one, language));
      const kase = toCaseObject(result.record, result.access, language);
      return { result: { caseId, case: kase, userErrors }, undo: undo ?? null };
    } catch (error) {
      if (error instanceof Fault && error.code === 'NOT_FOUND')
        return failed(caseId, { refused: 'NOT_FOUND' });
      logger.error({ err: error, caseId }, 'a case of a bulk action was not done');
      return failed(caseId, { refused: 'NOT_DONE' });
    }
  });
  return {
    results: done.map(({ result }) => result),
    undo: done.flatMap(({ undo }) => undo ?? []),
    userErrors: [],
  };
}
