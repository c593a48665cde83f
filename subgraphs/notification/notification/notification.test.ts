import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { caseActions } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { lookUp, type Post } from '../post/post.ts';
import { caseEventOf } from '../testing/case-event.ts';
import { type Telling, tellings, whoIsTold } from './notification.ts';

const post = (key: string, role: Post['role'], entity: string | null, subject: string | null): Post => ({
  key,
  role,
  entity,
  superior: null,
  vacant: false,
  subject,
});
const posts = lookUp([
  post('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', 'p-mfp'),
  post('MOH-SFP-1', 'SUB_FOCAL_POINT', 'MOH', 'p-sfp'),
  post('MOT-MFP', 'MAIN_FOCAL_POINT', 'MOT', 'p-other'),
  post('OR-1', 'OPERATION_ROOM', null, 'p-or-1'),
  post('OR-2', 'OPERATION_ROOM', null, 'p-or-2'),
  post('QA-1', 'QUALITY_REVIEWER', null, 'p-qa'),
]);

const said = (found: Telling[]) =>
  found.map((telling) => {
    const transports = [telling.inApp ? 'in-app' : '', telling.mail ? 'mail' : ''].filter(Boolean).join('+');
    return `${telling.kind} → ${telling.subject ?? 'applicant without account'} by ${transports}`;
  });

describe('who is told what', () => {
  it.each<[string, CaseEvent, string[]]>([
    [
      'a case for an entity: the applicant and its main focal point',
      caseEventOf('SUBMIT'),
      ['case-received → p-layla by in-app+mail', 'case-arrived → p-mfp by in-app'],
    ],
    [
      'a case for nobody known: the applicant and the whole operation room',
      caseEventOf('SUBMIT', { entity: null }),
      [
        'case-received → p-layla by in-app+mail',
        'case-unassigned → p-or-1 by in-app',
        'case-unassigned → p-or-2 by in-app',
      ],
    ],
    [
      'classified: the applicant and the post it is assigned to',
      caseEventOf('CLASSIFY'),
      ['case-accepted → p-layla by in-app+mail', 'case-assigned → p-sfp by in-app'],
    ],
    ['started: the applicant, without a mail', caseEventOf('START'), ['case-started → p-layla by in-app']],
    [
      'an answer proposed: the reviewers, without a mail',
      caseEventOf('PROPOSE_ANSWER', { state: 'PENDING_REVIEW' }),
      ['answer-to-review → p-qa by in-app'],
    ],
    [
      'a compliment answered, which needs no review: the applicant',
      caseEventOf('PROPOSE_ANSWER', { type: 'COMPLIMENT', state: 'RESOLVED' }),
      ['case-answered → p-layla by in-app+mail'],
    ],
    [
      'an answer approved: the applicant and its author',
      caseEventOf('APPROVE_ANSWER'),
      ['case-answered → p-layla by in-app+mail', 'answer-published → p-sfp by in-app'],
    ],
    ['an answer returned: its author', caseEventOf('RETURN_ANSWER'), ['answer-returned → p-sfp by in-app']],
    ['rated: the post that answered', caseEventOf('RATE'), ['case-rated → p-sfp by in-app']],
    [
      'closed by time: the applicant',
      { ...caseEventOf('CLOSE'), by: 'SYSTEM' },
      ['case-closed → p-layla by in-app+mail'],
    ],
  ])('%s', (_, happened, expected) => {
    expect(said(tellings(happened, posts))).toEqual(expected);
  });

  it('reaches an anonymous applicant by mail only, and never by her account', () => {
    const found = tellings(
      caseEventOf('APPROVE_ANSWER', { anonymous: true, applicantSubject: 'p-layla' }),
      posts,
    );
    expect(said(found)).toContain('case-answered → applicant without account by mail');
    expect(said(found).join()).not.toContain('p-layla');
  });

  it('sends no mail to an applicant who left no way to be reached', () => {
    expect(
      said(tellings(caseEventOf('SUBMIT', { reachable: false, applicantSubject: null }), posts)),
    ).toEqual(['case-arrived → p-mfp by in-app']);
  });

  it('does not call reviewers to what an importer reviews by itself', () => {
    const proposed = caseEventOf('PROPOSE_ANSWER', {
      state: 'PENDING_REVIEW',
      applicantSubject: null,
      reachable: false,
    });
    expect(tellings({ ...proposed, by: 'IMPORTER' }, posts)).toEqual([]);
    expect(said(tellings({ ...caseEventOf('SUBMIT'), by: 'IMPORTER' }, posts))).toContain(
      'case-arrived → p-mfp by in-app',
    );
  });

  it('tells nobody about imported records', () => {
    for (const action of [...caseActions, null]) {
      expect(tellings(caseEventOf(action, { imported: true }), posts)).toEqual([]);
    }
  });

  it('has a line, if an empty one, for every action', () => {
    expect(Object.keys(whoIsTold).sort()).toEqual([...caseActions].sort());
  });
});
