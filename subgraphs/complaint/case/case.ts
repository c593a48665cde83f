/**
 * The rules of a case, pure: given its state, who acts and what was asked, either a refusal or what happens.
 */

import type { WorkflowTerms } from '@bekhedmetkom/schema/events/directory';
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
import { type ActorRole, type Guard, transitionOf, transitions } from './transitions.ts';

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
  /** How often its applicant reopened it. */
  ownReopenings: number;
  transferAtRoom: boolean;
  /** Refusals of this transfer and the ones before it, since an entity last kept the case. */
  transferRefusals: number;
  /** Where a refused transfer goes back to. */
  previousState: CaseState | null;
  openParts: number;
  questions: number;
  interimAt: Date | null;
  /** What waits for its second person, and who proposed it. */
  proposal: { kind: 'INTERIM' | 'REJECTION'; by: string | null } | null;
  appealedAt: Date | null;
  escalationAskedAt: Date | null;
  /** How many cases follow this one. */
  followers: number;
  ratingScore: number | null;
  /** Null until a reviewer scored the answer. */
  qualityScore: number | null;
}

/** What the rules need to know of the time, found out beside them. */
export interface GuardFacts {
  terms: Pick<WorkflowTerms, 'reopenings' | 'questionsACycle'>;
  /** The deadline that counts has passed. */
  overdue: boolean;
  /** Nobody holds the post of the entity's main focal point. */
  vacant: boolean;
  /** Whether the post that proposed what waits is the entity's main focal point, or nobody holds that. */
  proposedByMain: boolean;
  /** Its applicant chose to follow another case; nobody merged it. */
  followsByChoice: boolean;
  /** The answer is young enough to be reopened by its applicant. */
  reopenable: boolean;
}

/** Who acts: in which capacities towards this case, and as whom (null for anonymous applicants). */
export interface Actor {
  capacities: readonly ActorRole[];
  subject: string | null;
}

/** Why not. `field` names the part of the input at fault; the words are found by the code. */
export interface Refusal {
  refused: string;
  field?: readonly string[];
  facts?: Record<string, string | number | readonly string[]>;
}

export interface TransitionOutcome {
  action: CaseAction;
  from: CaseState;
  to: CaseState;
  /** The capacity that allowed it. */
  as: ActorRole;
}

const outcomes: Record<CaseType, readonly Outcome[]> = {
  COMPLAINT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  REPORT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
  INQUIRY: ['EXPLAINED', 'OUT_OF_REMIT'],
  COMPLIMENT: ['ACCEPTED', 'EXPLAINED'],
  SUGGESTION: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
};

/** The longest text of an answer or a reason, in characters. */
export const maxAnswerLength = 20_000;
export const maxReasonLength = 2_000;

/** Outcomes with which a case of this type may end. */
export function outcomesOf(type: CaseType): readonly Outcome[] {
  return outcomes[type];
}

/**
 * Where an action leads. A compliment's acknowledgement needs no review and is published at once; a transfer
 * that its target refuses a second time stays where it is, with the operation room.
 */
function destination(kase: Case, action: CaseAction, as: ActorRole): CaseState {
  if (action === 'PROPOSE_ANSWER' && kase.type === 'COMPLIMENT') return 'RESOLVED';
  if (action === 'REFUSE_TRANSFER' && goesToRoom(kase, as)) return kase.state;
  const { to } = transitionOf(action);
  if (to === 'BACK') return kase.previousState ?? 'ASSIGNED';
  return to === 'SAME' || to === 'PARENTS' ? kase.state : to;
}

/** Whether a refusal is the second one, after which the operation room decides. */
export function goesToRoom(kase: Pick<Case, 'transferRefusals'>, as: ActorRole): boolean {
  return as === 'TARGET_MAIN_FOCAL_POINT' && kase.transferRefusals >= 1;
}

/** What the actor may do to the case now. */
export function allowedActions(kase: Case, actor: Actor, situation: GuardFacts): CaseAction[] {
  return transitions
    .filter((transition) => transition.from.includes(kase.state))
    .filter(({ action }) =>
      capacitiesFor(actor, action).some(
        (as) => firstFailedGuard(kase, actor, action, as, situation) === null,
      ),
    )
    .map((transition) => transition.action);
}

/**
 * Takes an action as far as state, capacity and what was done before allow it; the guards of its input come
 * beside.
 */
export function applyTransition(
  kase: Case,
  actor: Actor,
  action: CaseAction,
  situation: GuardFacts,
): TransitionOutcome | Refusal {
  const fitting = capacitiesFor(actor, action);
  if (fitting.length === 0) return { refused: 'FORBIDDEN', facts: { action } };
  if (!transitionOf(action).from.includes(kase.state)) {
    const possible = allowedActions(kase, actor, situation);
    return { refused: 'ILLEGAL_TRANSITION', facts: { action, state: kase.state, possible } };
  }
  const refusals = fitting.map((as) => ({
    as,
    refusal: firstFailedGuard(kase, actor, action, as, situation),
  }));
  const free = refusals.find(({ refusal }) => refusal === null);
  if (free) return { action, from: kase.state, to: destination(kase, action, free.as), as: free.as };
  return refusals[0]?.refusal ?? { refused: 'FORBIDDEN', facts: { action } };
}

/** Guards of an answer: an outcome that fits the type, a text that says something. */
export function checkAnswer(type: CaseType, outcome: Outcome, text: string): Refusal | null {
  if (!outcomes[type].includes(outcome)) {
    return { refused: 'OUTCOME_NOT_ALLOWED', field: ['outcome'], facts: { type, outcomes: outcomes[type] } };
  }
  if (bare(text) === '') return { refused: 'REQUIRED', field: ['text'] };
  return null;
}

/** Guard of a rating: one to five. */
export function checkRating(rating: { score: number; solved: Solved }): Refusal | null {
  const right = Number.isInteger(rating.score) && rating.score >= 1 && rating.score <= 5;
  return right ? null : { refused: 'SCORE_OUT_OF_RANGE', field: ['score'] };
}

/** The capacities in which an actor may take an action, whatever the state; the first that no guard refuses counts. */
function capacitiesFor(actor: Actor, action: CaseAction): ActorRole[] {
  const { who } = transitionOf(action);
  const fitting = actor.capacities.filter((capacity) => who.includes(capacity));
  // An applicant who works here as well is bound by what binds applicants only when nothing else allows it.
  return fitting.toSorted((a, b) => Number(a === 'APPLICANT') - Number(b === 'APPLICANT'));
}

/** What speaks against an action that state and capacity allow, whatever its input. */
function firstFailedGuard(
  kase: Case,
  actor: Actor,
  action: CaseAction,
  as: ActorRole,
  situation: GuardFacts,
): Refusal | null {
  for (const guard of transitionOf(action).guards) {
    const refusal = checks[guard]?.(kase, situation, { ...actor, action, as });
    if (refusal) return refusal;
  }
  return null;
}

type Check = (
  kase: Case,
  situation: GuardFacts,
  act: Actor & { action: CaseAction; as: ActorRole },
) => Refusal | null | false;

/** The guards that need no input. */
const checks: Partial<Record<Guard, Check>> = {
  // An importer replays both sides of another system's review; everybody else is a person.
  'not-the-author': (kase, _, { as, subject }) =>
    as !== 'IMPORTER' && subject !== null && subject === kase.answerAuthor && { refused: 'OWN_ANSWER' },
  'decider-of-transfer': (kase, _, { as }) =>
    (as === 'OPERATION_ROOM') !== kase.transferAtRoom && {
      refused: kase.transferAtRoom ? 'ROOM_DECIDES' : 'TARGET_DECIDES',
    },
  'two-questions-a-cycle': (kase, { terms }) =>
    kase.questions >= terms.questionsACycle && {
      refused: 'TOO_MANY_QUESTIONS',
      facts: { most: terms.questionsACycle },
    },
  'every-part-answered': (kase) =>
    kase.openParts > 0 && { refused: 'PARTS_OPEN', facts: { count: kase.openParts } },
  'open-part': (kase) => kase.openParts === 0 && { refused: 'NO_OPEN_PART' },
  'no-proposal': (kase) => kase.proposal !== null && { refused: 'PROPOSAL_WAITS' },
  'interim-proposed': (kase) => kase.proposal?.kind !== 'INTERIM' && { refused: 'NOTHING_PROPOSED' },
  'rejection-proposed': (kase) => kase.proposal?.kind !== 'REJECTION' && { refused: 'NOTHING_PROPOSED' },
  'not-the-proposer': (kase, _, { subject }) =>
    subject !== null && subject === (kase.proposal?.by ?? null) && { refused: 'OWN_PROPOSAL' },
  'once-a-cycle': (kase, _, { action }) => {
    const done = action === 'REQUEST_ESCALATION' ? kase.escalationAskedAt : kase.interimAt;
    return done !== null && { refused: 'ONCE_A_CYCLE', facts: { action } };
  },
  // The operation room classifies what no main focal point can, or does in time.
  'nobody-else-classifies': (kase, { overdue, vacant }, { as }) =>
    as === 'OPERATION_ROOM' &&
    kase.entity !== null &&
    !vacant &&
    !overdue && { refused: 'ENTITY_CLASSIFIES' },
  'superior-decides-for-main': (_, { proposedByMain }, { as }) =>
    as === 'SUPERIOR' && !proposedByMain && { refused: 'MAIN_DECIDES' },
  'followed-by-choice': (_, { followsByChoice }) => !followsByChoice && { refused: 'MERGED_BY_STAFF' },
  overdue: (_, { overdue }) => !overdue && { refused: 'NOT_OVERDUE' },
  'ten-working-days': (_, { reopenable }, { as }) =>
    as === 'APPLICANT' && !reopenable && { refused: 'TOO_LATE' },
  'two-reopenings': (kase, { terms }, { as }) =>
    as === 'APPLICANT' &&
    kase.ownReopenings >= terms.reopenings && {
      refused: 'REOPENINGS_USED',
      facts: { most: terms.reopenings },
    },
  'reopenings-used': (kase, { terms }) =>
    kase.ownReopenings < terms.reopenings
      ? { refused: 'REOPEN_FIRST' }
      : kase.appealedAt !== null && { refused: 'APPEAL_WAITS' },
  // A review is scored by its input; afterwards only what its applicant thought little of.
  rubric: (kase, _, { action }) =>
    action === 'SCORE_ANSWER' && !waitsForScore(kase) && { refused: 'NOTHING_TO_SCORE' },
  appealed: (kase) => kase.appealedAt === null && { refused: 'NO_APPEAL' },
};

/** Whether a rating is so low that the answer is scored afterwards. */
export function isLowRating(score: number | null): boolean {
  return score !== null && score <= 2;
}

function waitsForScore({ ratingScore, qualityScore, imported }: Case): boolean {
  return isLowRating(ratingScore) && qualityScore === null && !imported;
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/^[\p{P}\p{S}\s\p{C}]+|[\p{P}\p{S}\s\p{C}]+$/gu, '');
}
