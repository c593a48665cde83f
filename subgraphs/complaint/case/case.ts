/**
 * The rules of a case, pure: given its state, who acts and what was asked, either a refusal or what happens.
 */
import type {
  CaseAction,
  CaseState,
  CaseType,
  Channel,
  Importance,
  Outcome,
  Pillar,
  Programme,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';
import { type Capacity, transitionOf, transitions } from './transitions.ts';

/** What the rules look at. Moments are UTC. */
export interface Case {
  id: string;
  reference: string;
  version: number;
  type: CaseType;
  state: CaseState;
  programme: Programme;
  entity: string | null;
  category: string | null;
  pillar: Pillar | null;
  importance: Importance | null;
  channel: Channel;
  /** Subject who wrote the answer that is under review. */
  answerAuthor: string | null;
  imported: boolean;
}

/** Who acts: in which capacities towards this case, and as whom (null for anonymous applicants). */
export interface Actor {
  capacities: readonly Capacity[];
  subject: string | null;
}

/** Why not. `field` names the part of the input at fault; the words are found by the code. */
export interface Refusal {
  refused: string;
  field?: readonly string[];
  facts?: Record<string, string | number | readonly string[]>;
}

export interface Taken {
  action: CaseAction;
  from: CaseState;
  to: CaseState;
  /** The capacity that allowed it. */
  as: Capacity;
}

const outcomes: Record<CaseType, readonly Outcome[]> = {
  COMPLAINT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  REPORT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  INQUIRY: ['EXPLAINED', 'OUT_OF_REMIT'],
  COMPLIMENT: ['ACCEPTED', 'EXPLAINED'],
  SUGGESTION: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
};

/** An answer that says nothing but this is none. Compared without marks and spaces at the ends. */
const cannedPhrases = new Set(
  [
    'تم',
    'تمت',
    'تم الحل',
    'تمت المعالجة',
    'تمت المتابعة',
    'تم التعامل مع الطلب',
    'قيد المتابعة',
    'شكرا لتواصلكم',
    'done',
    'resolved',
    'closed',
    'solved',
    'noted',
    'thank you',
    'in progress',
    'under follow-up',
    'n/a',
  ].map(bare),
);

/** The longest text of an answer or a reason, in characters. */
export const longestAnswer = 20_000;
export const longestReason = 2_000;

/** Outcomes with which a case of this type may end. */
export function outcomesOf(type: CaseType): readonly Outcome[] {
  return outcomes[type];
}

/** Where an action leads: a compliment's acknowledgement needs no review and is published at once. */
function destination(kase: Pick<Case, 'type' | 'state'>, action: CaseAction): CaseState {
  if (action === 'PROPOSE_ANSWER' && kase.type === 'COMPLIMENT') return 'RESOLVED';
  const { to } = transitionOf(action);
  return to === 'SAME' || to === 'BACK' ? kase.state : to;
}

/** What the actor may do to the case now, of what is carried out today. */
export function allowedActions(kase: Case, actor: Actor): CaseAction[] {
  return transitions
    .filter((transition) => transition.carriedOut && transition.from.includes(kase.state))
    .filter((transition) => capacityFor(actor, transition.action) !== null)
    .filter((transition) => !isOwnAnswer(kase, actor, transition.action))
    .map((transition) => transition.action);
}

/** Takes an action as far as state, capacity and authorship allow it; the guards of its input come beside. */
export function take(kase: Case, actor: Actor, action: CaseAction): Taken | Refusal {
  const transition = transitionOf(action);
  const as = capacityFor(actor, action);
  if (as === null) return { refused: 'FORBIDDEN', facts: { action } };
  if (!transition.carriedOut || !transition.from.includes(kase.state)) {
    return {
      refused: 'ILLEGAL_TRANSITION',
      facts: { action, state: kase.state, possible: allowedActions(kase, actor) },
    };
  }
  if (isOwnAnswer(kase, actor, action)) return { refused: 'OWN_ANSWER' };
  return { action, from: kase.state, to: destination(kase, action), as };
}

/** Guards of an answer: an outcome that fits the type, a text that says something. */
export function checkAnswer(type: CaseType, outcome: Outcome, text: string): Refusal | null {
  if (!outcomes[type].includes(outcome)) {
    return { refused: 'OUTCOME_NOT_ALLOWED', field: ['outcome'], facts: { type, outcomes: outcomes[type] } };
  }
  if (bare(text) === '') return { refused: 'REQUIRED', field: ['text'] };
  if (cannedPhrases.has(bare(text))) return { refused: 'CANNED_ANSWER', field: ['text'] };
  return null;
}

/** Guard of a rating: one to five. */
export function checkRating(rating: { score: number; solved: Solved }): Refusal | null {
  const right = Number.isInteger(rating.score) && rating.score >= 1 && rating.score <= 5;
  return right ? null : { refused: 'SCORE_OUT_OF_RANGE', field: ['score'] };
}

function capacityFor(actor: Actor, action: CaseAction): Capacity | null {
  const { who } = transitionOf(action);
  return actor.capacities.find((capacity) => who.includes(capacity)) ?? null;
}

// An importer replays both sides of another system's review; everybody else is a person.
function isOwnAnswer(kase: Case, actor: Actor, action: CaseAction): boolean {
  if (!transitionOf(action).guards.includes('not-the-author')) return false;
  if (actor.capacities.includes('IMPORTER')) return false;
  return actor.subject !== null && actor.subject === kase.answerAuthor;
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/^[\p{P}\p{S}\s\p{C}]+|[\p{P}\p{S}\s\p{C}]+$/gu, '');
}
