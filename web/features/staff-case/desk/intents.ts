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
  'requestPart',
  'answerPart',
  'withdrawPart',
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
] as const;
export type Intent = (typeof intents)[number];

export function isIntent(value: unknown): value is Intent {
  return intents.some((intent) => intent === value);
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
