/** The table of who is told what: from each action on a case to the people whom it concerns. */
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { NotificationKind } from '../message/kind.ts';

/**
 * `told`: the posts that the event itself names. The operation room and the reviewers of a programme with a
 * coordinator are its coordinator too, and of a restricted one the coordinator alone.
 */
export type Audience =
  | 'applicant'
  | 'entity-focal-points'
  | 'target-focal-points'
  | 'holder'
  | 'operation-room'
  | 'quality-reviewers'
  | 'told';
type Transport = 'in-app' | 'mail';

export interface Line {
  kind: NotificationKind;
  to: readonly Audience[];
  via: readonly Transport[];
  when?(event: CaseEvent): boolean;
}

const isIn = (state: CaseState) => (event: CaseEvent) => event.case.state === state;
// An importer that replays a record lives through both sides of its review by itself.
const isByPeople = (event: CaseEvent) => event.by !== 'IMPORTER';
const isBySystem = (event: CaseEvent) => event.by === 'SYSTEM';
const waitsForReviewers = (event: CaseEvent) => isIn('PENDING_REVIEW')(event) && isByPeople(event);
const hasEntity = (event: CaseEvent) => event.case.entity !== null;
const follows = (event: CaseEvent) => event.case.parent !== null;
const atRoom = (event: CaseEvent) => event.case.transfer?.atRoom === true;
const isReminder = ({ case: { cycle } }: CaseEvent) => cycle.escalations.at(-1)?.level === 'L0';
const mustBeScored = ({ case: { cycle } }: CaseEvent) =>
  (cycle.rating?.score ?? 5) <= 2 && cycle.quality === null;
const isUnheld = (event: CaseEvent) => event.case.holderPost === null;

const inApp = ['in-app'] as const;
const both = ['in-app', 'mail'] as const;
const not =
  (condition: (event: CaseEvent) => boolean) =>
  (event: CaseEvent): boolean =>
    !condition(event);

/** A case that nobody has looked at. */
const arrival: readonly Line[] = [
  {
    kind: 'case-arrived',
    // The event names the coordinator of its programme.
    to: ['entity-focal-points', 'told'],
    via: inApp,
    when: (event) => hasEntity(event) && !follows(event),
  },
  {
    kind: 'case-unassigned',
    to: ['operation-room'],
    via: inApp,
    when: (event) => !hasEntity(event) && !follows(event),
  },
];

/**
 * Mail goes to applicants, and to the posts that a late case escalates to, whether their holders sign in or not. What
 * leaves an applicant nothing to do and nothing new to know is told in the application alone.
 */
export const notificationRules: Record<CaseAction, readonly Line[]> = {
  SUBMIT: [
    { kind: 'case-received', to: ['applicant'], via: both, when: not(follows) },
    { kind: 'case-following', to: ['applicant'], via: both, when: follows },
    ...arrival,
  ],
  CLASSIFY: [
    { kind: 'case-accepted', to: ['applicant'], via: both },
    { kind: 'case-assigned', to: ['holder'], via: inApp },
  ],
  START: [{ kind: 'case-started', to: ['applicant'], via: inApp }],
  ASSIGN: [{ kind: 'case-assigned', to: ['holder'], via: inApp }],
  TRANSFER: [
    { kind: 'transfer-asked', to: ['told', 'target-focal-points'], via: inApp, when: not(atRoom) },
    { kind: 'transfer-to-decide', to: ['operation-room'], via: inApp, when: atRoom },
  ],
  ACCEPT_TRANSFER: [
    { kind: 'case-moved', to: ['applicant'], via: inApp },
    { kind: 'case-assigned', to: ['holder'], via: inApp },
    { kind: 'transfer-accepted', to: ['told'], via: inApp },
  ],
  REFUSE_TRANSFER: [
    { kind: 'transfer-refused', to: ['entity-focal-points', 'holder', 'told'], via: inApp },
    { kind: 'transfer-to-decide', to: ['operation-room'], via: inApp, when: atRoom },
  ],
  REFER_TRANSFER: [{ kind: 'transfer-to-decide', to: ['operation-room', 'told'], via: inApp }],
  ASK_APPLICANT: [{ kind: 'question-asked', to: ['applicant'], via: both }],
  REPLY: [
    { kind: 'applicant-replied', to: ['holder'], via: inApp, when: not(isBySystem) },
    { kind: 'nobody-replied', to: ['holder'], via: inApp, when: isBySystem },
    { kind: 'question-lapsed', to: ['applicant'], via: inApp, when: isBySystem },
  ],
  REQUEST_PART: [{ kind: 'part-requested', to: ['told'], via: inApp }],
  ANSWER_PART: [{ kind: 'part-answered', to: ['holder', 'entity-focal-points', 'told'], via: inApp }],
  WITHDRAW_PART: [{ kind: 'part-withdrawn', to: ['told'], via: inApp }],
  PROPOSE_INTERIM: [{ kind: 'interim-proposed', to: ['entity-focal-points', 'told'], via: inApp }],
  INTERIM_REPLY: [
    { kind: 'interim-given', to: ['applicant'], via: both },
    { kind: 'interim-approved', to: ['holder', 'told'], via: inApp },
  ],
  DECLINE_INTERIM: [{ kind: 'interim-declined', to: ['told', 'holder'], via: inApp }],
  PROPOSE_ANSWER: [
    { kind: 'answer-to-review', to: ['quality-reviewers'], via: inApp, when: waitsForReviewers },
    // A compliment is answered without a review.
    { kind: 'case-answered', to: ['applicant'], via: both, when: isIn('RESOLVED') },
  ],
  APPROVE_ANSWER: [
    { kind: 'case-answered', to: ['applicant'], via: both },
    { kind: 'answer-published', to: ['holder'], via: inApp, when: isByPeople },
  ],
  RETURN_ANSWER: [{ kind: 'answer-returned', to: ['holder'], via: inApp }],
  PROPOSE_REJECTION: [{ kind: 'rejection-proposed', to: ['operation-room'], via: inApp }],
  REJECT: [
    { kind: 'case-rejected', to: ['applicant'], via: both },
    { kind: 'rejection-approved', to: ['entity-focal-points', 'holder', 'told'], via: inApp },
  ],
  DECLINE_REJECTION: [
    { kind: 'rejection-declined', to: ['told', 'entity-focal-points', 'holder'], via: inApp },
  ],
  MERGE: [
    { kind: 'case-merged', to: ['applicant'], via: both },
    { kind: 'merged-away', to: ['holder', 'told'], via: inApp },
  ],
  WITHDRAW: [
    { kind: 'case-withdrawn', to: ['holder', 'told'], via: inApp },
    { kind: 'case-withdrawn', to: ['entity-focal-points'], via: inApp, when: isUnheld },
  ],
  // The eldest follower's, when the case that it followed was withdrawn.
  CONTINUE: [
    { kind: 'case-received', to: ['applicant'], via: both, when: isIn('SUBMITTED') },
    { kind: 'case-accepted', to: ['applicant'], via: both, when: not(isIn('SUBMITTED')) },
    { kind: 'case-assigned', to: ['holder'], via: inApp },
  ],
  // It followed another case by its applicant's choice, and is a request of its own again.
  SEPARATE: [{ kind: 'case-received', to: ['applicant'], via: both }, ...arrival],
  RATE: [
    { kind: 'case-rated', to: ['holder'], via: inApp },
    { kind: 'answer-to-score', to: ['quality-reviewers'], via: inApp, when: mustBeScored },
  ],
  SCORE_ANSWER: [{ kind: 'answer-scored', to: ['holder'], via: inApp }],
  REOPEN: [
    { kind: 'case-reopened', to: ['applicant'], via: both },
    { kind: 'case-came-back', to: ['holder', 'entity-focal-points', 'told'], via: inApp },
  ],
  APPEAL: [{ kind: 'appeal-made', to: ['operation-room', 'told'], via: inApp }],
  DECLINE_APPEAL: [{ kind: 'appeal-declined', to: ['applicant'], via: both }],
  REQUEST_ESCALATION: [
    { kind: 'escalation-heard', to: ['applicant'], via: inApp },
    {
      kind: 'escalation-requested',
      to: ['told', 'holder', 'entity-focal-points', 'operation-room'],
      via: inApp,
    },
  ],
  ESCALATE: [
    { kind: 'case-near-due', to: ['told'], via: inApp, when: isReminder },
    { kind: 'case-escalated', to: ['told'], via: both, when: not(isReminder) },
  ],
  RESCHEDULE: [{ kind: 'due-moved', to: ['applicant'], via: both }],
  CLOSE: [{ kind: 'case-closed', to: ['applicant'], via: both, when: isBySystem }],
};

/** What the reporters of cases that follow another hear of it: its kind, or null for nothing. */
export function followersHear({ action, case: { state } }: CaseEvent): NotificationKind | null {
  switch (action) {
    case 'START':
      return 'followed-started';
    case 'INTERIM_REPLY':
      return 'followed-interim';
    case 'APPROVE_ANSWER':
      return 'followed-answered';
    case 'PROPOSE_ANSWER':
      return state === 'RESOLVED' ? 'followed-answered' : null;
    case 'REJECT':
      return 'followed-rejected';
    case 'WITHDRAW':
      return 'followed-withdrawn';
    default:
      return null;
  }
}
