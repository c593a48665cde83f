import type { CaseAction } from '../../../../graphql/generated/graphql.ts';

/** What the forms of a case ask for; each is one mutation of the graph. */
export const intents = [
  'classify',
  'start',
  'propose',
  'approve',
  'return',
  'score',
  'transfer',
  'acceptTransfer',
  'refuseTransfer',
  'ask',
  'requestContribution',
  'answerContribution',
  'withdrawContribution',
  'proposeInterim',
  'approveInterim',
  'declineInterim',
  'proposeRejection',
  'approveRejection',
  'declineRejection',
  'merge',
  'assign',
  'reopen',
  'declineAppeal',
  'addNote',
  'addFollowUp',
  'settleFollowUp',
  'requestIdentity',
  'approveIdentity',
  'declineIdentity',
] as const;
export type Intent = (typeof intents)[number];

export function isIntent(value: unknown): value is Intent {
  return intents.some((intent) => intent === value);
}

const actions: Partial<Record<Intent, CaseAction>> = {
  classify: 'CLASSIFY',
  start: 'START',
  propose: 'PROPOSE_ANSWER',
  approve: 'APPROVE_ANSWER',
  return: 'RETURN_ANSWER',
  score: 'SCORE_ANSWER',
  transfer: 'TRANSFER',
  acceptTransfer: 'ACCEPT_TRANSFER',
  refuseTransfer: 'REFUSE_TRANSFER',
  ask: 'ASK_APPLICANT',
  requestContribution: 'REQUEST_PART',
  answerContribution: 'ANSWER_PART',
  withdrawContribution: 'WITHDRAW_PART',
  proposeInterim: 'PROPOSE_INTERIM',
  approveInterim: 'INTERIM_REPLY',
  declineInterim: 'DECLINE_INTERIM',
  proposeRejection: 'PROPOSE_REJECTION',
  approveRejection: 'REJECT',
  declineRejection: 'DECLINE_REJECTION',
  merge: 'MERGE',
  assign: 'ASSIGN',
  reopen: 'REOPEN',
  declineAppeal: 'DECLINE_APPEAL',
};

/** The action that stands in the timeline once the form has been done; null for what is no step of the case. */
export function actionOf(intent: Intent): CaseAction | null {
  return actions[intent] ?? null;
}

/** A step that has just succeeded, as the address of the page says it. */
export interface Done {
  intent: Intent;
  /** Tells one success from the next. */
  at: string;
}

/** The step that the address tells of; null when it tells of none. */
export function doneOf(address: Record<string, string | string[] | undefined>): Done | null {
  const { done, at } = address;
  return isIntent(done) ? { intent: done, at: typeof at === 'string' ? at : '' } : null;
}
