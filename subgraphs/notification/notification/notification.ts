/**
 * Who is told what: one table from the action of a case to the people it concerns. Pure; which post is held
 * by whom comes in as data.
 */
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import type { Posts } from '../post/post.ts';

export const notificationKinds = [
  'case-received',
  'case-arrived',
  'case-unassigned',
  'case-accepted',
  'case-assigned',
  'case-started',
  'answer-to-review',
  'case-answered',
  'answer-published',
  'answer-returned',
  'case-rated',
  'case-closed',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

type Audience = 'applicant' | 'entity-focal-points' | 'holder' | 'operation-room' | 'quality-reviewers';
type Transport = 'in-app' | 'mail';

interface Line {
  kind: NotificationKind;
  to: Audience;
  via: readonly Transport[];
  when?(event: CaseEvent): boolean;
}

const isIn = (state: CaseState) => (event: CaseEvent) => event.case.state === state;
// An importer that replays a record lives through both sides of its review by itself.
const isByPeople = (event: CaseEvent) => event.by !== 'IMPORTER';
const waitsForReviewers = (event: CaseEvent) => isIn('PENDING_REVIEW')(event) && isByPeople(event);
const hasEntity = (event: CaseEvent) => event.case.entity !== null;

/**
 * Mail goes to applicants only: staff work in their inbox all day, and their addresses are the issuer's.
 * Starting to work is told in the application alone, so that nobody gets a mail with nothing to do or know.
 */
export const whoIsTold: Record<CaseAction, readonly Line[]> = {
  SUBMIT: [
    { kind: 'case-received', to: 'applicant', via: ['in-app', 'mail'] },
    { kind: 'case-arrived', to: 'entity-focal-points', via: ['in-app'], when: hasEntity },
    { kind: 'case-unassigned', to: 'operation-room', via: ['in-app'], when: (event) => !hasEntity(event) },
  ],
  CLASSIFY: [
    { kind: 'case-accepted', to: 'applicant', via: ['in-app', 'mail'] },
    { kind: 'case-assigned', to: 'holder', via: ['in-app'] },
  ],
  START: [{ kind: 'case-started', to: 'applicant', via: ['in-app'] }],
  PROPOSE_ANSWER: [
    { kind: 'answer-to-review', to: 'quality-reviewers', via: ['in-app'], when: waitsForReviewers },
    // A compliment is answered without a review.
    { kind: 'case-answered', to: 'applicant', via: ['in-app', 'mail'], when: isIn('RESOLVED') },
  ],
  APPROVE_ANSWER: [
    { kind: 'case-answered', to: 'applicant', via: ['in-app', 'mail'] },
    { kind: 'answer-published', to: 'holder', via: ['in-app'], when: isByPeople },
  ],
  RETURN_ANSWER: [{ kind: 'answer-returned', to: 'holder', via: ['in-app'] }],
  RATE: [{ kind: 'case-rated', to: 'holder', via: ['in-app'] }],
  CLOSE: [
    { kind: 'case-closed', to: 'applicant', via: ['in-app', 'mail'], when: (event) => event.by === 'SYSTEM' },
  ],
  TRANSFER: [],
  ACCEPT_TRANSFER: [],
  REFUSE_TRANSFER: [],
  ASK_APPLICANT: [],
  REPLY: [],
  REQUEST_PART: [],
  INTERIM_REPLY: [],
  REJECT: [],
  MERGE: [],
  WITHDRAW: [],
  REOPEN: [],
  REQUEST_ESCALATION: [],
  ESCALATE: [],
  ASSIGN: [],
  REFER_TRANSFER: [],
  ANSWER_PART: [],
  WITHDRAW_PART: [],
  PROPOSE_INTERIM: [],
  DECLINE_INTERIM: [],
  PROPOSE_REJECTION: [],
  DECLINE_REJECTION: [],
  SCORE_ANSWER: [],
  APPEAL: [],
  DECLINE_APPEAL: [],
  RESCHEDULE: [],
};

/** One thing to tell one person. A subject of null is an applicant without an account: only mail reaches her. */
export interface Telling {
  kind: NotificationKind;
  subject: string | null;
  applicant: boolean;
  inApp: boolean;
  /** Whether a mail is due, preferences aside. */
  mail: boolean;
}

/**
 * Decides whom an event is told to. Imported records tell nobody: what they say happened long ago,
 * elsewhere. Each person is told a kind once, however many posts they hold.
 */
export function tellings(event: CaseEvent, posts: Posts): Telling[] {
  if (event.action === null || event.case.imported) return [];
  const found = whoIsTold[event.action]
    .filter((line) => line.when?.(event) ?? true)
    .flatMap((line) =>
      line.to === 'applicant' ? tellApplicant(line, event) : tellStaff(line, event, posts),
    );
  return [...new Map(found.map((telling) => [`${telling.kind} ${telling.subject}`, telling])).values()];
}

function tellApplicant(line: Line, { case: facts }: CaseEvent): Telling[] {
  const subject = facts.anonymous ? null : facts.applicantSubject;
  const inApp = subject !== null && line.via.includes('in-app');
  const mail = facts.reachable && line.via.includes('mail');
  return inApp || mail ? [{ kind: line.kind, subject, applicant: true, inApp, mail }] : [];
}

function tellStaff(line: Line, { case: facts }: CaseEvent, posts: Posts): Telling[] {
  return staffOf(line.to, facts, posts).map((subject) => ({
    kind: line.kind,
    subject,
    applicant: false,
    inApp: true,
    mail: false,
  }));
}

function staffOf(audience: Audience, facts: CaseEvent['case'], posts: Posts): string[] {
  switch (audience) {
    case 'entity-focal-points':
      return posts.holding('MAIN_FOCAL_POINT', facts.entity);
    case 'operation-room':
      return posts.holding('OPERATION_ROOM', null);
    case 'quality-reviewers':
      return posts.holding('QUALITY_REVIEWER', null);
    case 'holder':
      return facts.holderPost === null ? [] : posts.reaching(facts.holderPost);
    case 'applicant':
      return [];
  }
}
