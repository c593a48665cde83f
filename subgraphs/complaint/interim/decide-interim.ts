/** The two ends of a proposed interim reply: it is given, and the due date moves, or it is declined. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { CaseRecord, Proposal } from '../case/case.record.ts';
import { maxReasonLength } from '../case/case.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { CaseStep } from '../case-change/start-case.ts';
import { dueDates } from '../clock/case-clock.ts';
import { readText } from '../wording/written-text.ts';
import { checkPromise } from './interim.ts';

/** Gives the reply to the applicant: the current due date moves, the original one stays. */
export function approveInterim(deps: CaseDependencies, input: CaseStep, viewer: Viewer): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'INTERIM_REPLY' }, ({ record, now, terms, calendar }) => {
    const { text, dueOn, post } = proposed(record);
    // Days may have passed since it was proposed.
    const refusal = checkPromise(dueOn, record, terms.interimFactor, calendar, now);
    if (refusal) return { refused: refusal.refused, ...(refusal.facts && { facts: refusal.facts }) };
    const promise = { interimDueOn: dueOn, interimAt: now };
    const { dueAt } = dueDates({ ...record, ...promise }, calendar);
    return {
      after: { ...promise, dueAt, proposal: null },
      text,
      told: post === null ? [] : [post],
      detail: { dueOn },
    };
  });
}

/** Sends the proposal back with a reason for staff; another one may follow. */
export function declineInterim(
  deps: CaseDependencies,
  input: CaseStep & { reason: string },
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'DECLINE_INTERIM' }, ({ record }) => {
    const reason = readText(input.reason, { field: ['reason'], min: 1, max: maxReasonLength });
    if ('refused' in reason) return reason;
    const { post } = proposed(record);
    return {
      after: { proposal: null },
      text: reason.text,
      internal: true,
      told: post === null ? [] : [post],
    };
  });
}

// The workflow has seen to it that there is one.
function proposed({ id, proposal }: CaseRecord): Extract<Proposal, { kind: 'INTERIM' }> {
  if (proposal?.kind === 'INTERIM') return proposal;
  throw new Error(`case ${id} has no interim reply to decide about`);
}
