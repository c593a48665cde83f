import { caseActions, caseStates, caseTypes, outcomes } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { type Actor, allowedActions, type Case, checkAnswer, checkRating, take } from './case.ts';
import { type Capacity, isOpen, transitions } from './transitions.ts';

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
};
const capacities: Capacity[] = [
  'APPLICANT',
  'AGENT',
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'SYSTEM',
];
const as = (...held: Capacity[]): Actor => ({ capacities: held, subject: 'p-1' });

/** Everything that is possible today, written by hand: state, action, who, where it leads. */
const possible: [Case['state'], string, Capacity[], Case['state']][] = [
  ['SUBMITTED', 'CLASSIFY', ['MAIN_FOCAL_POINT', 'OPERATION_ROOM'], 'ASSIGNED'],
  ['ASSIGNED', 'START', ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'], 'IN_PROGRESS'],
  ['IN_PROGRESS', 'PROPOSE_ANSWER', ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'], 'PENDING_REVIEW'],
  ['PENDING_REVIEW', 'APPROVE_ANSWER', ['OPERATION_ROOM', 'QUALITY_REVIEWER'], 'RESOLVED'],
  ['PENDING_REVIEW', 'RETURN_ANSWER', ['OPERATION_ROOM', 'QUALITY_REVIEWER'], 'IN_PROGRESS'],
  ['RESOLVED', 'RATE', ['APPLICANT'], 'CLOSED'],
];

describe('the table of transitions', () => {
  it('has one row for every action of the workflow', () => {
    expect(transitions.map((transition) => transition.action).sort()).toEqual([...caseActions].sort());
  });

  it('never leads out of a final state, except by reopening a closed case', () => {
    const final = caseStates.filter((state) => !isOpen(state) && state !== 'RESOLVED');
    const leaving = transitions.filter((transition) =>
      transition.from.some((state) => final.includes(state)),
    );
    expect(leaving.map((transition) => transition.action)).toEqual(['REOPEN']);
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
      const result = take({ ...kase, state }, as(capacity), action);
      const allowed = row?.[2].includes(capacity) ?? false;
      expect('refused' in result).toBe(!allowed);
      if (row && !('refused' in result))
        expect(result).toMatchObject({ from: state, to: row[3], as: capacity });
      expect(allowedActions({ ...kase, state }, as(capacity)).includes(action)).toBe(allowed);
    }
  });
});

describe('a refused transition', () => {
  it('says the state, the action and what is possible instead', () => {
    expect(take({ ...kase, state: 'ASSIGNED' }, as('MAIN_FOCAL_POINT'), 'CLASSIFY')).toEqual({
      refused: 'ILLEGAL_TRANSITION',
      facts: { action: 'CLASSIFY', state: 'ASSIGNED', possible: ['START'] },
    });
  });

  it('is FORBIDDEN to whoever may never do it, whatever the state', () => {
    expect(take(kase, as('APPLICANT'), 'APPROVE_ANSWER')).toMatchObject({ refused: 'FORBIDDEN' });
  });
});

describe('review', () => {
  const pending: Case = { ...kase, state: 'PENDING_REVIEW' };
  const author: Actor = { capacities: ['QUALITY_REVIEWER'], subject: 'p-author' };

  it("refuses to approve or return one's own answer, and does not offer it", () => {
    expect(take(pending, author, 'APPROVE_ANSWER')).toEqual({ refused: 'OWN_ANSWER' });
    expect(take(pending, author, 'RETURN_ANSWER')).toEqual({ refused: 'OWN_ANSWER' });
    expect(allowedActions(pending, author)).toEqual([]);
  });

  it('lets an importer replay both sides of a review', () => {
    const importer: Actor = { capacities: ['IMPORTER'], subject: 'p-author' };
    expect(take(pending, importer, 'APPROVE_ANSWER')).toMatchObject({ to: 'RESOLVED', as: 'IMPORTER' });
  });

  it('is skipped by a compliment, whose acknowledgement is published at once', () => {
    const compliment: Case = { ...kase, type: 'COMPLIMENT', state: 'IN_PROGRESS' };
    expect(take(compliment, as('SUB_FOCAL_POINT'), 'PROPOSE_ANSWER')).toMatchObject({ to: 'RESOLVED' });
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

  it('is more than a canned phrase, in either language', () => {
    for (const text of ['Done.', 'تم', 'تَمّت المعالجة!', 'THANK YOU']) {
      expect(checkAnswer('COMPLAINT', 'SOLVED', text)).toMatchObject({ refused: 'CANNED_ANSWER' });
    }
    expect(checkAnswer('COMPLAINT', 'SOLVED', 'تم إصلاح الأنبوب يوم الأحد.')).toBeNull();
  });
});

describe('a rating', () => {
  it('is a whole number from one to five', () => {
    for (const score of [1, 5]) expect(checkRating({ score, solved: 'YES' })).toBeNull();
    for (const score of [0, 6, 2.5, Number.NaN])
      expect(checkRating({ score, solved: 'YES' })).toMatchObject({ refused: 'SCORE_OUT_OF_RANGE' });
  });
});
