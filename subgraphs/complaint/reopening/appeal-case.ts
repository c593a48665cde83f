/** When an applicant's reopenings are used up: an appeal to the operation room, and its ends. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { maxReasonLength } from '../case/case.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';
import { roomOf } from '../transfer/room.ts';
import { readText } from '../wording/written-text.ts';

/** Asks the operation room to look at an answered case again; reopening it grants the appeal. */
export function appealCase(
  deps: CaseDependencies,
  { id, access }: OwnCase,
  input: { expectedVersion: number; reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const { expectedVersion } = input;
  const request = { id, expectedVersion, action: 'APPEAL', viewer, access } as const;
  return changeCase(deps, request, ({ record, now, directory }) => {
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    return { after: { appealedAt: now }, text: reason.text, told: roomOf(directory, record) };
  });
}

/** Declines an appeal; the applicant is told why. */
export function declineAppeal(
  deps: CaseDependencies,
  input: CaseStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'DECLINE_APPEAL' }, () => {
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    return { after: { appealedAt: null }, text: reason.text };
  });
}
