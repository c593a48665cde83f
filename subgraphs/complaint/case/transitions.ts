/**
 * The whole workflow as one table (domain.md §2): what may be done to a case in which state, by whom, under
 * which guards, and what it does to the SLA clock. `docs/workflow.md` is printed from it.
 */
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';

/** In what capacity somebody acts on one case. */
export type ActorRole =
  | 'APPLICANT'
  | 'AGENT'
  | 'MAIN_FOCAL_POINT'
  | 'SUB_FOCAL_POINT'
  | 'SUPERIOR'
  | 'TARGET_MAIN_FOCAL_POINT'
  | 'PART_FOCAL_POINT'
  | 'OPERATION_ROOM'
  | 'QUALITY_REVIEWER'
  | 'IMPORTER'
  | 'SYSTEM';

export type Guard =
  | 'type-and-entity-or-unknown'
  | 'importance-pillar-category'
  | 'entity-when-unknown'
  | 'assignee-of-entity'
  | 'reason'
  | 'nobody-else-classifies'
  | 'superior-decides-for-main'
  | 'parent-withdrawn'
  | 'followed-by-choice'
  | 'target-entity'
  | 'decider-of-transfer'
  | 'one-working-day'
  | 'question'
  | 'two-questions-a-cycle'
  | 'every-part-answered'
  | 'open-part'
  | 'no-proposal'
  | 'interim-proposed'
  | 'once-a-cycle'
  | 'new-date-within-twice'
  | 'outcome-of-type'
  | 'answer-not-empty'
  | 'answer-not-canned'
  | 'not-the-author'
  | 'rubric'
  | 'rejection-code'
  | 'rejection-proposed'
  | 'not-the-proposer'
  | 'parent-case'
  | 'score'
  | 'ten-working-days'
  | 'ten-working-days-passed'
  | 'two-reopenings'
  | 'reopenings-used'
  | 'appealed'
  | 'overdue'
  | 'level-due'
  | 'calendar-amended';

export type ClockEffect =
  | 'STARTS_ACKNOWLEDGEMENT'
  | 'ACKNOWLEDGES'
  | 'RUNS'
  | 'PAUSES'
  | 'RESUMES'
  | 'MOVES_DUE'
  | 'STOPS'
  | 'EXCLUDES'
  | 'NEW_CYCLE'
  | 'NONE';

export interface Transition {
  action: CaseAction;
  from: readonly CaseState[];
  /** SAME: the state stays; BACK: the one before the transfer; PARENTS: that of the case that it followed. */
  to: CaseState | 'SAME' | 'BACK' | 'PARENTS';
  who: readonly ActorRole[];
  guards: readonly Guard[];
  clock: ClockEffect;
}

/** States in which somebody still owes the applicant something. */
export const openStates = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
] as const satisfies readonly CaseState[];
const worked = ['ASSIGNED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'PENDING_REVIEW'] as const;
const partsWait = ['ASSIGNED', 'TRANSFER_PENDING', 'IN_PROGRESS', 'AWAITING_APPLICANT'] as const;
const answered = ['RESOLVED', 'CLOSED'] as const;
const focalPoints = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'] as const;
const mfpOrRoom = ['MAIN_FOCAL_POINT', 'OPERATION_ROOM'] as const;
const deciders = ['TARGET_MAIN_FOCAL_POINT', 'OPERATION_ROOM'] as const;
const reviewers = ['QUALITY_REVIEWER', 'OPERATION_ROOM'] as const;

type Row = [
  action: CaseAction,
  from: readonly CaseState[],
  to: Transition['to'],
  who: readonly ActorRole[],
  guards: readonly Guard[],
  clock: ClockEffect,
];

// An importer acts for the staff of another system, on what it filed itself. A main focal point who was given a
// case acts as its sub focal point.
// biome-ignore format: a table is read in rows
const rows: readonly Row[] = [
  ['SUBMIT', [], 'SUBMITTED', ['APPLICANT', 'AGENT', 'IMPORTER'], ['type-and-entity-or-unknown'], 'STARTS_ACKNOWLEDGEMENT'],
  ['CLASSIFY', ['SUBMITTED'], 'ASSIGNED', [...mfpOrRoom, 'IMPORTER'], ['nobody-else-classifies', 'entity-when-unknown', 'importance-pillar-category', 'assignee-of-entity'], 'ACKNOWLEDGES'],
  ['START', ['ASSIGNED'], 'IN_PROGRESS', [...focalPoints, 'IMPORTER'], [], 'RUNS'],
  ['ASSIGN', worked, 'SAME', mfpOrRoom, ['assignee-of-entity'], 'NONE'],
  ['TRANSFER', ['ASSIGNED', 'IN_PROGRESS'], 'TRANSFER_PENDING', ['MAIN_FOCAL_POINT'], ['reason', 'target-entity'], 'RUNS'],
  ['ACCEPT_TRANSFER', ['TRANSFER_PENDING'], 'ASSIGNED', deciders, ['decider-of-transfer', 'assignee-of-entity'], 'MOVES_DUE'],
  ['REFUSE_TRANSFER', ['TRANSFER_PENDING'], 'BACK', deciders, ['decider-of-transfer', 'reason'], 'RUNS'],
  ['REFER_TRANSFER', ['TRANSFER_PENDING'], 'SAME', ['SYSTEM'], ['one-working-day'], 'RUNS'],
  ['ASK_APPLICANT', ['IN_PROGRESS'], 'AWAITING_APPLICANT', focalPoints, ['question', 'two-questions-a-cycle'], 'PAUSES'],
  ['REPLY', ['AWAITING_APPLICANT'], 'IN_PROGRESS', ['APPLICANT', 'SYSTEM'], [], 'RESUMES'],
  ['REQUEST_PART', ['ASSIGNED', 'IN_PROGRESS'], 'SAME', ['MAIN_FOCAL_POINT'], ['target-entity', 'question'], 'RUNS'],
  ['ANSWER_PART', partsWait, 'SAME', ['PART_FOCAL_POINT'], ['open-part', 'answer-not-empty'], 'NONE'],
  ['WITHDRAW_PART', partsWait, 'SAME', mfpOrRoom, ['open-part', 'reason'], 'NONE'],
  ['PROPOSE_INTERIM', ['IN_PROGRESS'], 'SAME', focalPoints, ['no-proposal', 'once-a-cycle', 'new-date-within-twice'], 'RUNS'],
  ['INTERIM_REPLY', ['IN_PROGRESS'], 'SAME', ['MAIN_FOCAL_POINT', 'SUPERIOR'], ['interim-proposed', 'not-the-proposer', 'superior-decides-for-main', 'new-date-within-twice'], 'MOVES_DUE'],
  ['DECLINE_INTERIM', ['IN_PROGRESS'], 'SAME', ['MAIN_FOCAL_POINT', 'SUPERIOR'], ['interim-proposed', 'superior-decides-for-main', 'reason'], 'RUNS'],
  ['PROPOSE_ANSWER', ['IN_PROGRESS'], 'PENDING_REVIEW', [...focalPoints, 'IMPORTER'], ['outcome-of-type', 'answer-not-empty', 'answer-not-canned', 'every-part-answered'], 'RUNS'],
  ['APPROVE_ANSWER', ['PENDING_REVIEW'], 'RESOLVED', [...reviewers, 'IMPORTER'], ['not-the-author', 'rubric'], 'STOPS'],
  ['RETURN_ANSWER', ['PENDING_REVIEW'], 'IN_PROGRESS', [...reviewers, 'IMPORTER'], ['not-the-author', 'reason'], 'RUNS'],
  ['PROPOSE_REJECTION', ['SUBMITTED', 'ASSIGNED'], 'SAME', mfpOrRoom, ['no-proposal', 'rejection-code', 'reason'], 'RUNS'],
  ['REJECT', ['SUBMITTED', 'ASSIGNED'], 'REJECTED', ['OPERATION_ROOM'], ['rejection-proposed', 'not-the-proposer'], 'STOPS'],
  ['DECLINE_REJECTION', ['SUBMITTED', 'ASSIGNED'], 'SAME', ['OPERATION_ROOM'], ['rejection-proposed', 'reason'], 'RUNS'],
  ['MERGE', openStates, 'DUPLICATE', mfpOrRoom, ['parent-case'], 'EXCLUDES'],
  ['WITHDRAW', openStates, 'WITHDRAWN', ['APPLICANT'], [], 'EXCLUDES'],
  ['CONTINUE', ['DUPLICATE'], 'PARENTS', ['SYSTEM'], ['parent-withdrawn'], 'RUNS'],
  ['SEPARATE', ['DUPLICATE'], 'SUBMITTED', ['APPLICANT'], ['followed-by-choice'], 'STARTS_ACKNOWLEDGEMENT'],
  ['RATE', ['RESOLVED'], 'CLOSED', ['APPLICANT', 'IMPORTER'], ['score'], 'NONE'],
  ['CLOSE', ['RESOLVED'], 'CLOSED', ['SYSTEM'], ['ten-working-days-passed'], 'NONE'],
  ['SCORE_ANSWER', answered, 'SAME', reviewers, ['not-the-author', 'rubric'], 'NONE'],
  ['REOPEN', answered, 'IN_PROGRESS', ['APPLICANT', 'OPERATION_ROOM'], ['reason', 'ten-working-days', 'two-reopenings'], 'NEW_CYCLE'],
  ['APPEAL', answered, 'SAME', ['APPLICANT'], ['reason', 'ten-working-days', 'reopenings-used'], 'NONE'],
  ['DECLINE_APPEAL', answered, 'SAME', ['OPERATION_ROOM'], ['appealed', 'reason'], 'NONE'],
  ['REQUEST_ESCALATION', openStates, 'SAME', ['APPLICANT'], ['overdue', 'once-a-cycle'], 'NONE'],
  ['ESCALATE', openStates, 'SAME', ['SYSTEM'], ['level-due'], 'NONE'],
  ['RESCHEDULE', openStates, 'SAME', ['SYSTEM'], ['calendar-amended'], 'MOVES_DUE'],
];

export const transitions: readonly Transition[] = rows.map(([action, from, to, who, guards, clock]) => ({
  action,
  from,
  to,
  who,
  guards,
  clock,
}));

/**
 * Steps that are between staff alone: to the applicant they did not happen, neither in the timeline nor in what is
 * streamed. What comes of them is a step of its own.
 */
export const staffActions: ReadonlySet<CaseAction> = new Set([
  'PROPOSE_REJECTION',
  'DECLINE_REJECTION',
  'PROPOSE_INTERIM',
  'DECLINE_INTERIM',
  'SCORE_ANSWER',
]);

const byAction = new Map(transitions.map((transition) => [transition.action, transition]));

/** The row of an action. */
export function transitionOf(action: CaseAction): Transition {
  const transition = byAction.get(action);
  if (!transition) throw new Error(`no transition for ${action}`);
  return transition;
}

/** Whether a case in this state still waits for somebody's work. */
export function isOpen(state: CaseState): boolean {
  return (openStates as readonly CaseState[]).includes(state);
}
