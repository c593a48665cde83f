/**
 * The whole workflow as one table (domain.md §2): what may be done to a case in which state, by whom, under
 * which guards, and what it does to the SLA clock. Rows that are not yet carried out say so; nobody is
 * offered them.
 */
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';

/** In what capacity somebody acts on one case. */
export type Capacity =
  | 'APPLICANT'
  | 'AGENT'
  | 'MAIN_FOCAL_POINT'
  | 'SUB_FOCAL_POINT'
  | 'TARGET_MAIN_FOCAL_POINT'
  | 'OPERATION_ROOM'
  | 'QUALITY_REVIEWER'
  | 'IMPORTER'
  | 'SYSTEM';

type Guard =
  | 'type-and-entity-or-unknown'
  | 'importance-pillar-category'
  | 'entity-when-unknown'
  | 'assignee-of-entity'
  | 'reason'
  | 'target-entity'
  | 'question'
  | 'two-questions-a-cycle'
  | 'every-part-answered'
  | 'once-a-cycle'
  | 'new-date-within-twice'
  | 'outcome-of-type'
  | 'answer-not-empty'
  | 'answer-not-canned'
  | 'not-the-author'
  | 'rejection-code'
  | 'second-approval'
  | 'parent-case'
  | 'score'
  | 'ten-working-days'
  | 'two-reopenings'
  | 'overdue';

type ClockEffect =
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
  /** SAME: the state stays; BACK: the one before the transfer. */
  to: CaseState | 'SAME' | 'BACK';
  who: readonly Capacity[];
  guards: readonly Guard[];
  clock: ClockEffect;
  carriedOut: boolean;
}

/** States in which somebody still owes the applicant something. */
const openStates = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
] as const satisfies readonly CaseState[];

const focalPoints = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'] as const;
const done = true;
const later = false;

function row(
  action: CaseAction,
  from: readonly CaseState[],
  to: Transition['to'],
  who: readonly Capacity[],
  guards: readonly Guard[],
  clock: ClockEffect,
  carriedOut: boolean,
): Transition {
  return { action, from, to, who, guards, clock, carriedOut };
}

/** An importer acts for the staff of another system, on what it filed itself. */
export const transitions: readonly Transition[] = [
  row(
    'SUBMIT',
    [],
    'SUBMITTED',
    ['APPLICANT', 'AGENT', 'IMPORTER'],
    ['type-and-entity-or-unknown'],
    'STARTS_ACKNOWLEDGEMENT',
    done,
  ),
  row(
    'CLASSIFY',
    ['SUBMITTED'],
    'ASSIGNED',
    ['MAIN_FOCAL_POINT', 'OPERATION_ROOM', 'IMPORTER'],
    ['entity-when-unknown', 'importance-pillar-category', 'assignee-of-entity'],
    'ACKNOWLEDGES',
    done,
  ),
  row('START', ['ASSIGNED'], 'IN_PROGRESS', [...focalPoints, 'IMPORTER'], [], 'RUNS', done),
  row(
    'TRANSFER',
    ['ASSIGNED', 'IN_PROGRESS'],
    'TRANSFER_PENDING',
    ['MAIN_FOCAL_POINT'],
    ['reason', 'target-entity'],
    'RUNS',
    later,
  ),
  row(
    'ACCEPT_TRANSFER',
    ['TRANSFER_PENDING'],
    'ASSIGNED',
    ['TARGET_MAIN_FOCAL_POINT', 'OPERATION_ROOM'],
    ['assignee-of-entity'],
    'MOVES_DUE',
    later,
  ),
  row(
    'REFUSE_TRANSFER',
    ['TRANSFER_PENDING'],
    'BACK',
    ['TARGET_MAIN_FOCAL_POINT', 'OPERATION_ROOM'],
    ['reason'],
    'RUNS',
    later,
  ),
  row(
    'ASK_APPLICANT',
    ['IN_PROGRESS'],
    'AWAITING_APPLICANT',
    focalPoints,
    ['question', 'two-questions-a-cycle'],
    'PAUSES',
    later,
  ),
  row('REPLY', ['AWAITING_APPLICANT'], 'IN_PROGRESS', ['APPLICANT', 'SYSTEM'], [], 'RESUMES', later),
  row(
    'REQUEST_PART',
    ['IN_PROGRESS'],
    'SAME',
    ['MAIN_FOCAL_POINT'],
    ['target-entity', 'question'],
    'RUNS',
    later,
  ),
  row(
    'INTERIM_REPLY',
    ['IN_PROGRESS'],
    'SAME',
    focalPoints,
    ['new-date-within-twice', 'once-a-cycle'],
    'MOVES_DUE',
    later,
  ),
  row(
    'PROPOSE_ANSWER',
    ['IN_PROGRESS'],
    'PENDING_REVIEW',
    [...focalPoints, 'IMPORTER'],
    ['outcome-of-type', 'answer-not-empty', 'answer-not-canned', 'every-part-answered'],
    'RUNS',
    done,
  ),
  row(
    'APPROVE_ANSWER',
    ['PENDING_REVIEW'],
    'RESOLVED',
    ['QUALITY_REVIEWER', 'OPERATION_ROOM', 'IMPORTER'],
    ['not-the-author'],
    'STOPS',
    done,
  ),
  row(
    'RETURN_ANSWER',
    ['PENDING_REVIEW'],
    'IN_PROGRESS',
    ['QUALITY_REVIEWER', 'OPERATION_ROOM', 'IMPORTER'],
    ['not-the-author', 'reason'],
    'RUNS',
    done,
  ),
  row(
    'REJECT',
    ['SUBMITTED', 'ASSIGNED'],
    'REJECTED',
    ['MAIN_FOCAL_POINT', 'OPERATION_ROOM'],
    ['rejection-code', 'second-approval'],
    'STOPS',
    later,
  ),
  row(
    'MERGE',
    openStates,
    'DUPLICATE',
    ['MAIN_FOCAL_POINT', 'OPERATION_ROOM'],
    ['parent-case'],
    'EXCLUDES',
    later,
  ),
  row('WITHDRAW', openStates, 'WITHDRAWN', ['APPLICANT'], [], 'EXCLUDES', later),
  row('RATE', ['RESOLVED'], 'CLOSED', ['APPLICANT', 'IMPORTER'], ['score'], 'NONE', done),
  row('CLOSE', ['RESOLVED'], 'CLOSED', ['SYSTEM'], ['ten-working-days'], 'NONE', later),
  row(
    'REOPEN',
    ['RESOLVED', 'CLOSED'],
    'IN_PROGRESS',
    ['APPLICANT', 'OPERATION_ROOM'],
    ['reason', 'ten-working-days', 'two-reopenings'],
    'NEW_CYCLE',
    later,
  ),
  row('REQUEST_ESCALATION', openStates, 'SAME', ['APPLICANT'], ['overdue'], 'RUNS', later),
  row('ESCALATE', openStates, 'SAME', ['SYSTEM'], ['overdue'], 'RUNS', later),
];

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
