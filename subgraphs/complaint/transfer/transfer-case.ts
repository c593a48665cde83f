import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxReasonLength } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { askTransfer } from '../handover/transfer.store.ts';
import { readText } from '../wording/written-text.ts';
import { checkTarget } from './target.ts';

export interface TransferInput extends CaseStep {
  toEntityCode: string;
  reason: string;
}

/**
 * Asks another entity to take the case. Its clock goes on; the target's main focal point decides within the
 * time of the terms, and after that the operation room.
 */
export function transferCase(
  deps: CaseDependencies,
  input: TransferInput,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'TRANSFER' }, (context) => ask(context, input));
}

async function ask(
  { tx, record, now, post, directory, keep }: TransitionContext,
  { toEntityCode, ...input }: TransferInput,
) {
  const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
  if ('refused' in reason) return reason;
  const from = record.entity ?? '';
  const refusal = checkTarget(directory, { code: toEntityCode, from, now, field: ['toEntityCode'] });
  if (refusal) return refusal;
  await askTransfer(tx, record.id, { from, to: toEntityCode, reason: keep(reason.text), at: now, post });
  return {
    after: { transferTo: toEntityCode, transferAtRoom: false, previousState: record.state },
    text: reason.text,
    internal: true,
    told: directory.workingPostsOf(toEntityCode),
    detail: { from, to: toEntityCode },
  };
}
