/** Rejecting needs two people: one proposes it with a code, the operation room approves or declines. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { RejectionCode } from '@bekhedmetkom/schema/events/vocabulary';
import type { Proposal } from '../case/case.record.ts';
import { maxReasonLength } from '../case/case.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { minutesTaken } from '../clock/case-clock.ts';
import { roomOf } from '../transfer/room.ts';
import { readText } from '../wording/written-text.ts';

/** Proposes not to take a case on. `text` is what the applicant is to be told. */
export function proposeRejection(
  deps: CaseDependencies,
  input: CaseStep & { code: RejectionCode; text: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'PROPOSE_REJECTION' }, ({ record, now, post, directory }) => {
    const text = readText(input.text, { field: ['text'], min: 1, max: maxReasonLength });
    if ('refused' in text) return text;
    const { code } = input;
    return {
      after: {
        proposal: {
          kind: 'REJECTION',
          code,
          text: text.text,
          by: viewer.subject,
          post,
          at: now.toISOString(),
        },
      },
      text: text.text,
      internal: true,
      told: roomOf(directory, record),
      detail: { code },
    };
  });
}

/** Rejects as proposed: the applicant is told code and reason, and the clock stops. */
export function approveRejection(
  deps: CaseDependencies,
  input: CaseStep,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'REJECT' }, (context) => {
    const { record, now, calendar } = context;
    const { code, text, post } = proposed(context);
    return {
      after: {
        rejectionCode: code,
        acknowledgedAt: record.acknowledgedAt ?? now,
        publishedAt: now,
        closedAt: now,
        workingMinutes: minutesTaken(record, calendar, now),
      },
      text,
      told: post === null ? [] : [post],
      detail: { code, proposer: post },
    };
  });
}

/** Declines a rejection: the case goes on as if it had not been proposed. */
export function declineRejection(
  deps: CaseDependencies,
  input: CaseStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'DECLINE_REJECTION' }, (context) => {
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    const { code, post } = proposed(context);
    return {
      after: { proposal: null },
      text: reason.text,
      internal: true,
      told: post === null ? [] : [post],
      detail: { code, proposer: post },
    };
  });
}

function proposed({ record }: TransitionContext): Extract<Proposal, { kind: 'REJECTION' }> {
  if (record.proposal?.kind === 'REJECTION') return record.proposal;
  throw new Fault('INTERNAL_SERVER_ERROR', `case ${record.id} has no rejection to decide about`);
}
