import {
  type CaseAction,
  caseActions,
  caseStates,
  caseTypes,
  outcomes,
} from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { defaultTerms } from '../testing/small-directory.ts';
import {
  type Actor,
  allowedActions,
  applyTransition,
  type Case,
  checkAnswer,
  checkRating,
  type GuardFacts,
} from './case.ts';
import { type ActorRole, isOpen, transitions } from './transitions.ts';

const kase: Case = {
  id: '019a0000-0000-7000-8000-000000000000',
  reference: 'BK-2026-7Q4M-K2XD-9',
  version: 1,
  type: 'COMPLAINT',
  state: 'SUBMITTED',
  programme: 'GOVERNMENT_SERVICES',
  entity: 'MOH',
  category: null,
  pillar: null,
  importance: null,
  channel: 'WEB',
  answerAuthor: 'p-author',
  imported: false,
  ownReopenings: 0,
  transferAtRoom: false,
  transferRefusals: 0,
  previousState: null,
  openParts: 0,
  questions: 0,
  interimAt: null,
  proposal: null,
  appealedAt: null,
  escalationAskedAt: null,
  followers: 0,
  ratingScore: 1,
  qualityScore: null,
};
const inTime: GuardFacts = {
  terms: defaultTerms,
  overdue: false,
  vacant: false,
  proposedByMain: false,
  followsByChoice: true,
  reopenable: true,
};
const late: GuardFacts = { ...inTime, overdue: true };
const capacities: ActorRole[] = [
  'APPLICANT',
  'AGENT',
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'TARGET_MAIN_FOCAL_POINT',
  'PART_FOCAL_POINT',
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'SYSTEM',
];
const as = (...held: ActorRole[]): Actor => ({ capacities: held, subject: 'p-1' });

const mfp: ActorRole[] = ['MAIN_FOCAL_POINT'];
const room: ActorRole[] = ['OPERATION_ROOM'];
const focal: ActorRole[] = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'];
const mfpOrRoom: ActorRole[] = ['MAIN_FOCAL_POINT', 'OPERATION_ROOM'];
const reviewers: ActorRole[] = ['OPERATION_ROOM', 'QUALITY_REVIEWER'];
const target: ActorRole[] = ['TARGET_MAIN_FOCAL_POINT'];
const applicant: ActorRole[] = ['APPLICANT'];
const system: ActorRole[] = ['SYSTEM'];
type Possible = [Case['state'], CaseAction, ActorRole[], Case['state']];
const open: Case['state'][] = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
];

/** What is possible for a late case on which nothing waits, written by hand: state, action, who, where it leads. */
const possible: Possible[] = [
  ['SUBMITTED', 'CLASSIFY', mfpOrRoom, 'ASSIGNED'],
  ['ASSIGNED', 'START', focal, 'IN_PROGRESS'],
  ['ASSIGNED', 'TRANSFER', mfp, 'TRANSFER_PENDING'],
  ['IN_PROGRESS', 'TRANSFER', mfp, 'TRANSFER_PENDING'],
  ['TRANSFER_PENDING', 'ACCEPT_TRANSFER', target, 'ASSIGNED'],
  ['TRANSFER_PENDING', 'REFUSE_TRANSFER', target, 'ASSIGNED'],
  ['TRANSFER_PENDING', 'REFER_TRANSFER', system, 'TRANSFER_PENDING'],
  ['IN_PROGRESS', 'ASK_APPLICANT', focal, 'AWAITING_APPLICANT'],
  ['AWAITING_APPLICANT', 'REPLY', [...applicant, ...system], 'IN_PROGRESS'],
  ['ASSIGNED', 'REQUEST_PART', mfp, 'ASSIGNED'],
  ['IN_PROGRESS', 'REQUEST_PART', mfp, 'IN_PROGRESS'],
  ['IN_PROGRESS', 'PROPOSE_INTERIM', focal, 'IN_PROGRESS'],
  ['IN_PROGRESS', 'PROPOSE_ANSWER', focal, 'PENDING_REVIEW'],
  ['PENDING_REVIEW', 'APPROVE_ANSWER', reviewers, 'RESOLVED'],
  ['PENDING_REVIEW', 'RETURN_ANSWER', reviewers, 'IN_PROGRESS'],
  ['SUBMITTED', 'PROPOSE_REJECTION', mfpOrRoom, 'SUBMITTED'],
  ['ASSIGNED', 'PROPOSE_REJECTION', mfpOrRoom, 'ASSIGNED'],
  ['RESOLVED', 'RATE', applicant, 'CLOSED'],
  ['RESOLVED', 'CLOSE', system, 'CLOSED'],
  ...(['ASSIGNED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'PENDING_REVIEW'] as const).map(
    (state): Possible => [state, 'ASSIGN', mfpOrRoom, state],
  ),
  ...(['RESOLVED', 'CLOSED'] as const).flatMap((state): Possible[] => [
    [state, 'REOPEN', [...applicant, ...room], 'IN_PROGRESS'],
    [state, 'SCORE_ANSWER', reviewers, state],
  ]),
  // The case that it goes on from is not known to the rules: where it leads is written by the use case.
  ['DUPLICATE', 'CONTINUE', system, 'DUPLICATE'],
  ['DUPLICATE', 'SEPARATE', applicant, 'SUBMITTED'],
  ...open.flatMap((state): Possible[] => [
    [state, 'MERGE', mfpOrRoom, 'DUPLICATE'],
    [state, 'WITHDRAW', applicant, 'WITHDRAWN'],
    [state, 'REQUEST_ESCALATION', applicant, state],
    [state, 'ESCALATE', system, state],
    [state, 'RESCHEDULE', system, state],
  ]),
];

describe('the table of transitions', () => {
  it('has one row for every action of the workflow', () => {
    expect(transitions.map((transition) => transition.action).sort()).toEqual([...caseActions].sort());
  });

  it('never leads out of a final state, except by reopening a closed case, following a withdrawn one or following none any more', () => {
    const final = caseStates.filter((state) => !isOpen(state) && state !== 'RESOLVED');
    const leaving = transitions.filter((transition) =>
      transition.from.some((state) => final.includes(state)),
    );
    expect(leaving.map((transition) => transition.action)).toEqual([
      'CONTINUE',
      'SEPARATE',
      'SCORE_ANSWER',
      'REOPEN',
      'APPEAL',
      'DECLINE_APPEAL',
    ]);
  });

  it('reaches every state from the submission', () => {
    const reached = new Set<string>(['SUBMITTED']);
    for (let round = 0; round < caseStates.length; round++) {
      for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect(caseStates.filter((state) => !reached.has(state))).toEqual([]);
  });
});

describe.each(caseStates)('a case that is %s', (state) => {
  it.each(caseActions.filter((action) => action !== 'SUBMIT'))('answers %s as the table says', (action) => {
    for (const capacity of capacities) {
      const row = possible.find(([from, what]) => from === state && what === action);
      const result = applyTransition({ ...kase, state }, as(capacity), action, late);
      const allowed = row?.[2].includes(capacity) ?? false;
      expect('refused' in result).toBe(!allowed);
      if (row && !('refused' in result))
        expect(result).toMatchObject({ from: state, to: row[3], as: capacity });
      expect(allowedActions({ ...kase, state }, as(capacity), late).includes(action)).toBe(allowed);
    }
  });
});

describe('an answer is scored afterwards', () => {
  const score = (more: object) =>
    applyTransition({ ...kase, state: 'CLOSED', ...more }, as('QUALITY_REVIEWER'), 'SCORE_ANSWER', late);

  it('when it was rated two or less and nobody scored it yet', () => {
    expect(score({ ratingScore: 2 })).toMatchObject({ to: 'CLOSED' });
    for (const more of [
      { ratingScore: 3 },
      { ratingScore: null },
      { ratingScore: 1, qualityScore: 40 },
      { ratingScore: 1, imported: true },
    ]) {
      expect(score(more)).toEqual({ refused: 'NOTHING_TO_SCORE' });
    }
  });
});

describe('a refused transition', () => {
  it('says the state, the action and what is possible instead', () => {
    expect(
      applyTransition({ ...kase, state: 'ASSIGNED' }, as('MAIN_FOCAL_POINT'), 'CLASSIFY', inTime),
    ).toEqual({
      refused: 'ILLEGAL_TRANSITION',
      facts: {
        action: 'CLASSIFY',
        state: 'ASSIGNED',
        possible: ['START', 'ASSIGN', 'TRANSFER', 'REQUEST_PART', 'PROPOSE_REJECTION', 'MERGE'],
      },
    });
  });

  it('is FORBIDDEN to whoever may never do it, whatever the state', () => {
    expect(applyTransition(kase, as('APPLICANT'), 'APPROVE_ANSWER', inTime)).toMatchObject({
      refused: 'FORBIDDEN',
    });
  });
});

describe('review', () => {
  const pending: Case = { ...kase, state: 'PENDING_REVIEW' };
  const author: Actor = { capacities: ['QUALITY_REVIEWER'], subject: 'p-author' };

  it("refuses to approve or return one's own answer, and does not offer it", () => {
    expect(applyTransition(pending, author, 'APPROVE_ANSWER', inTime)).toEqual({ refused: 'OWN_ANSWER' });
    expect(applyTransition(pending, author, 'RETURN_ANSWER', inTime)).toEqual({ refused: 'OWN_ANSWER' });
    expect(allowedActions(pending, author, inTime)).toEqual([]);
  });

  it('lets an importer replay both sides of a review', () => {
    const importer: Actor = { capacities: ['IMPORTER'], subject: 'p-author' };
    expect(applyTransition(pending, importer, 'APPROVE_ANSWER', inTime)).toMatchObject({
      to: 'RESOLVED',
      as: 'IMPORTER',
    });
  });

  it('is skipped by a compliment, whose acknowledgement is published at once', () => {
    const compliment: Case = { ...kase, type: 'COMPLIMENT', state: 'IN_PROGRESS' };
    expect(applyTransition(compliment, as('SUB_FOCAL_POINT'), 'PROPOSE_ANSWER', inTime)).toMatchObject({
      to: 'RESOLVED',
    });
  });
});

describe('an answer', () => {
  const ends: Record<Case['type'], string[]> = {
    COMPLAINT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
    REPORT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED', 'OUT_OF_REMIT'],
    INQUIRY: ['EXPLAINED', 'OUT_OF_REMIT'],
    COMPLIMENT: ['EXPLAINED', 'ACCEPTED'],
    SUGGESTION: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
  };

  it.each(caseTypes)('to a %s has one of its own outcomes', (type) => {
    const fitting = outcomes.filter(
      (outcome) => checkAnswer(type, outcome, 'We repaired the pipe.') === null,
    );
    expect(fitting).toEqual(ends[type]);
  });

  it('is never empty, however empty it is written', () => {
    for (const text of ['', '   ', '\n\t', '\u200f\u0640', '...']) {
      expect(checkAnswer('COMPLAINT', 'SOLVED', text)).toMatchObject({ refused: 'REQUIRED' });
    }
  });
});

describe('a rating', () => {
  it('is a whole number from one to five', () => {
    for (const score of [1, 5]) expect(checkRating({ score, solved: 'YES' })).toBeNull();
    for (const score of [0, 6, 2.5, Number.NaN])
      expect(checkRating({ score, solved: 'YES' })).toMatchObject({ refused: 'SCORE_OUT_OF_RANGE' });
  });
});

describe('a case that follows another one', () => {
  const follower = { ...kase, state: 'DUPLICATE' as const };

  it('is taken apart by its applicant, who chose to follow it', () => {
    expect(applyTransition(follower, as('APPLICANT'), 'SEPARATE', inTime)).toMatchObject({ to: 'SUBMITTED' });
  });

  it('is not taken apart when staff merged it, nor by anybody else', () => {
    const merged = { ...inTime, followsByChoice: false };
    expect(applyTransition(follower, as('APPLICANT'), 'SEPARATE', merged)).toMatchObject({
      refused: 'MERGED_BY_STAFF',
    });
    expect(applyTransition(follower, as('OPERATION_ROOM'), 'SEPARATE', inTime)).toMatchObject({
      refused: 'FORBIDDEN',
    });
  });
});
