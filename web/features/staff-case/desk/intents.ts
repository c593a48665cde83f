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
