import type { Viewer } from '@bekhedmetkom/platform/auth';
import { longestReason } from '../case/case.ts';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { readText } from '../submission/written-text.ts';
import { checkTarget } from './target.ts';
import { askTransfer } from './transfer.store.ts';

export interface TransferInput extends CaseStep {
  toEntityCode: string;
  reason: string;
}

/**
 * Asks another entity to take the case. Its clock goes on; the target's main focal point decides within the
 * time of the terms, and after that the operation room.
 */
export function transferCase(room: CaseRoom, input: TransferInput, viewer: Viewer): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'TRANSFER' }, (moment) => ask(moment, input));
}

async function ask(
  { tx, record, now, post, directory, keep }: Moment,
  { toEntityCode, ...input }: TransferInput,
) {
  const reason = readText(input.reason, { field: ['reason'], min: 1, max: longestReason });
  if ('refused' in reason) return reason;
  const from = record.entity ?? '';
  const refusal = checkTarget(directory, { code: toEntityCode, from, now, field: ['toEntityCode'] });
  if (refusal) return refusal;
  await askTransfer(tx, record.id, { from, to: toEntityCode, reason: keep(reason.text), at: now, post });
  return {
    after: { transferTo: toEntityCode, transferAtRoom: false, returnsTo: record.state },
    text: reason.text,
    internal: true,
    told: directory.workingPostsOf(toEntityCode),
    detail: { from, to: toEntityCode },
  };
}
