/**
 * The forms of a case in the order in which they matter. Which of them exist is decided by the server alone, by
 * the actions that it offers; here it is only said which comes first and what it looks like.
 */
import type { CaseAction } from '../../../../graphql/generated/graphql.ts';
import type { IconName } from '../../../../ui/icon.tsx';
import type { Intent } from './intents.ts';

export const panels = [
  'decideTransfer',
  'decideInterim',
  'decideRejection',
  'decideAppeal',
  'review',
  'answerContribution',
  'classify',
  'start',
  'answer',
  'score',
  'ask',
  'interim',
  'requestContribution',
  'withdrawContribution',
  'transfer',
  'assign',
  'merge',
  'reject',
  'reopen',
] as const;
export type Panel = (typeof panels)[number];

interface PanelFacts {
  /** Any of these offers the panel. */
  actions: readonly CaseAction[];
  icon: IconName;
  /** Stands open when it comes first: the work that the case waits for. */
  opens: boolean;
  /** Its key on the case page, by its place on the keyboard; decisions, of which one waits at a time, share theirs. */
  key: `Key${string}`;
}

export const panelFacts: Record<Panel, PanelFacts> = {
  decideTransfer: {
    actions: ['ACCEPT_TRANSFER', 'REFUSE_TRANSFER'],
    icon: 'transfer',
    opens: true,
    key: 'KeyD',
  },
  decideInterim: {
    actions: ['INTERIM_REPLY', 'DECLINE_INTERIM'],
    icon: 'calendar',
    opens: true,
    key: 'KeyD',
  },
  decideRejection: { actions: ['REJECT', 'DECLINE_REJECTION'], icon: 'flag', opens: true, key: 'KeyD' },
  decideAppeal: { actions: ['DECLINE_APPEAL'], icon: 'up', opens: true, key: 'KeyD' },
  review: { actions: ['APPROVE_ANSWER', 'RETURN_ANSWER'], icon: 'eye', opens: true, key: 'KeyV' },
  answerContribution: { actions: ['ANSWER_PART'], icon: 'reply', opens: true, key: 'KeyB' },
  classify: { actions: ['CLASSIFY'], icon: 'plus', opens: true, key: 'KeyC' },
  start: { actions: ['START'], icon: 'play', opens: true, key: 'KeyS' },
  answer: { actions: ['PROPOSE_ANSWER'], icon: 'reply', opens: true, key: 'KeyE' },
  score: { actions: ['SCORE_ANSWER'], icon: 'star', opens: true, key: 'KeyG' },
  ask: { actions: ['ASK_APPLICANT'], icon: 'speech', opens: false, key: 'KeyQ' },
  interim: { actions: ['PROPOSE_INTERIM'], icon: 'calendar', opens: false, key: 'KeyI' },
  requestContribution: { actions: ['REQUEST_PART'], icon: 'plus', opens: false, key: 'KeyP' },
  withdrawContribution: { actions: ['WITHDRAW_PART'], icon: 'close', opens: false, key: 'KeyW' },
  transfer: { actions: ['TRANSFER'], icon: 'transfer', opens: false, key: 'KeyT' },
  assign: { actions: ['ASSIGN'], icon: 'person', opens: false, key: 'KeyA' },
  merge: { actions: ['MERGE'], icon: 'merge', opens: false, key: 'KeyM' },
  reject: { actions: ['PROPOSE_REJECTION'], icon: 'close', opens: false, key: 'KeyR' },
  reopen: { actions: ['REOPEN'], icon: 'reopen', opens: false, key: 'KeyO' },
};

/**
 * The panels that these actions offer, the most pressing first. An appeal is decided in one panel. An answer of
 * an earlier round that waits for its score (`cycleAwaitingScore`) is scored although the case itself has moved on.
 */
export function panelsOf(actions: readonly CaseAction[], cycleAwaitingScore: number | null = null): Panel[] {
  const offered = panels.filter(
    (panel) =>
      panelFacts[panel].actions.some((one) => actions.includes(one)) ||
      (panel === 'score' && cycleAwaitingScore !== null),
  );
  return offered.includes('decideAppeal') ? offered.filter((panel) => panel !== 'reopen') : offered;
}

/** The panel that stands open: the one asked for when it is offered, else the work that the case waits for. */
export function openedPanel(offered: readonly Panel[], asked: string | null): Panel | null {
  const wanted = offered.find((panel) => panel === asked);
  if (wanted) return wanted;
  const first = offered[0];
  return first && panelFacts[first].opens ? first : null;
}

/** The panel that a key opens, or null. Letters are read by their place, so that they work in Arabic too. */
export function panelOfKey(code: string, offered: readonly Panel[]): Panel | null {
  return offered.find((panel) => panelFacts[panel].key === code) ?? null;
}

const intentPanels: Partial<Record<Intent, Panel>> = {
  classify: 'classify',
  start: 'start',
  propose: 'answer',
  approve: 'review',
  return: 'review',
  score: 'score',
  transfer: 'transfer',
  acceptTransfer: 'decideTransfer',
  refuseTransfer: 'decideTransfer',
  ask: 'ask',
  requestContribution: 'requestContribution',
  answerContribution: 'answerContribution',
  withdrawContribution: 'withdrawContribution',
  proposeInterim: 'interim',
  approveInterim: 'decideInterim',
  declineInterim: 'decideInterim',
  proposeRejection: 'reject',
  approveRejection: 'decideRejection',
  declineRejection: 'decideRejection',
  merge: 'merge',
  assign: 'assign',
  reopen: 'reopen',
  declineAppeal: 'decideAppeal',
};

/** The panel in which a form stands; null for those beside the desk. */
export function panelOfIntent(intent: Intent): Panel | null {
  return intentPanels[intent] ?? null;
}
