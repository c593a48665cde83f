import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import { caseActions } from '@bekhedmetkom/schema/events/vocabulary';
import { describe, expect, it } from 'vitest';
import { lookUp, type Post } from '../post/post.ts';
import { caseEventOf } from '../testing/case-event.ts';
import { type Telling, tellings } from './notification.ts';
import { notificationRules } from './notification-rules.ts';

const post = (key: string, role: Post['role'], entity: string | null, subject: string | null): Post => ({
  key,
  role,
  entity,
  superior: null,
  vacant: false,
  programme: null,
  subject,
});
const posts = lookUp([
  post('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH', 'p-mfp'),
  post('MOH-SFP-1', 'SUB_FOCAL_POINT', 'MOH', 'p-sfp'),
  post('MOT-MFP', 'MAIN_FOCAL_POINT', 'MOT', 'p-other'),
  post('OR-1', 'OPERATION_ROOM', null, 'p-or-1'),
  post('OR-2', 'OPERATION_ROOM', null, 'p-or-2'),
  post('QA-1', 'QUALITY_REVIEWER', null, 'p-qa'),
  post('MOH-SG', 'SECRETARY_GENERAL', 'MOH', 'p-sg'),
  { ...post('SM-COORD', 'PROGRAMME_COORDINATOR', null, 'p-smoking'), programme: 'SMOKING' },
  { ...post('HR-COORD', 'PROGRAMME_COORDINATOR', null, 'p-coordinator'), programme: 'HUMAN_RIGHTS' },
]);

const toMot = { to: 'MOT', atRoom: false, refusals: 0 };
const atRoom = { to: 'MOT', atRoom: true, refusals: 2 };
const level = (reached: 'L0' | 'L2') => ({
  escalations: [{ level: reached, at: '2026-11-26T08:00:00.000Z' }],
});

const said = (found: Telling[]) =>
  found.map((telling) => {
    const transports = [telling.inApp ? 'in-app' : '', telling.mail ? 'mail' : ''].filter(Boolean).join('+');
    return `${telling.kind} → ${telling.subject ?? telling.post ?? 'applicant without account'} by ${transports}`;
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
    ['given to another post: who has it now', caseEventOf('ASSIGN'), ['case-assigned → p-sfp by in-app']],
    [
      'offered to another entity: its main focal point',
      { ...caseEventOf('TRANSFER', { transfer: toMot }), told: ['MOT-MFP'] },
      ['transfer-asked → p-other by in-app'],
    ],
    [
      'taken over: the applicant, who has it now, and whoever gave it away',
      { ...caseEventOf('ACCEPT_TRANSFER', { entity: 'MOT', holderPost: 'MOT-MFP' }), told: ['MOH-MFP'] },
      [
        'case-moved → p-layla by in-app',
        'case-assigned → p-other by in-app',
        'transfer-accepted → p-mfp by in-app',
      ],
    ],
    [
      'a transfer refused: whoever has the case again',
      caseEventOf('REFUSE_TRANSFER', { transfer: null }),
      ['transfer-refused → p-mfp by in-app', 'transfer-refused → p-sfp by in-app'],
    ],
    [
      'a transfer refused a second time: the operation room too, which decides',
      caseEventOf('REFUSE_TRANSFER', { transfer: atRoom, state: 'TRANSFER_PENDING' }),
      [
        'transfer-refused → p-mfp by in-app',
        'transfer-refused → p-sfp by in-app',
        'transfer-to-decide → p-or-1 by in-app',
        'transfer-to-decide → p-or-2 by in-app',
      ],
    ],
    [
      'a transfer that nobody decided: the operation room',
      { ...caseEventOf('REFER_TRANSFER', { transfer: atRoom }), by: 'SYSTEM' },
      ['transfer-to-decide → p-or-1 by in-app', 'transfer-to-decide → p-or-2 by in-app'],
    ],
    ['a question: the applicant', caseEventOf('ASK_APPLICANT'), ['question-asked → p-layla by in-app+mail']],
    [
      'an answer to it: who has the case',
      { ...caseEventOf('REPLY'), by: 'APPLICANT' },
      ['applicant-replied → p-sfp by in-app'],
    ],
    [
      'no answer to it: who has the case, and the applicant',
      { ...caseEventOf('REPLY'), by: 'SYSTEM' },
      ['nobody-replied → p-sfp by in-app', 'question-lapsed → p-layla by in-app'],
    ],
    [
      'a part asked for: whoever is asked',
      { ...caseEventOf('REQUEST_PART'), told: ['MOT-MFP'] },
      ['part-requested → p-other by in-app'],
    ],
    [
      'a part answered: those whose case it is',
      caseEventOf('ANSWER_PART'),
      ['part-answered → p-sfp by in-app', 'part-answered → p-mfp by in-app'],
    ],
    [
      'a part not needed any more: whoever was asked',
      { ...caseEventOf('WITHDRAW_PART'), told: ['MOT-MFP'] },
      ['part-withdrawn → p-other by in-app'],
    ],
    [
      'an interim reply proposed: the main focal point',
      caseEventOf('PROPOSE_INTERIM'),
      ['interim-proposed → p-mfp by in-app'],
    ],
    [
      'an interim reply given: the applicant and its author',
      caseEventOf('INTERIM_REPLY'),
      ['interim-given → p-layla by in-app+mail', 'interim-approved → p-sfp by in-app'],
    ],
    [
      'an interim reply declined: its author',
      { ...caseEventOf('DECLINE_INTERIM'), told: ['MOH-SFP-1'] },
      ['interim-declined → p-sfp by in-app'],
    ],
    [
      'a rejection proposed: the operation room',
      caseEventOf('PROPOSE_REJECTION'),
      ['rejection-proposed → p-or-1 by in-app', 'rejection-proposed → p-or-2 by in-app'],
    ],
    [
      'rejected: the applicant, and the entity',
      caseEventOf('REJECT', { rejectionCode: 'SUB_JUDICE', holderPost: null }),
      ['case-rejected → p-layla by in-app+mail', 'rejection-approved → p-mfp by in-app'],
    ],
    [
      'a rejection declined: who proposed it, once',
      { ...caseEventOf('DECLINE_REJECTION', { holderPost: null }), told: ['MOH-MFP'] },
      ['rejection-declined → p-mfp by in-app'],
    ],
    [
      'merged: the reporter, and who had it',
      caseEventOf('MERGE', { parent: '0199a1f0-0000-7000-8000-000000000009' }),
      ['case-merged → p-layla by in-app+mail', 'merged-away → p-sfp by in-app'],
    ],
    [
      'filed to follow another: the reporter alone',
      caseEventOf('SUBMIT', { parent: '0199a1f0-0000-7000-8000-000000000009', state: 'DUPLICATE' }),
      ['case-following → p-layla by in-app+mail'],
    ],
    ['withdrawn: who has it', caseEventOf('WITHDRAW'), ['case-withdrawn → p-sfp by in-app']],
    [
      'withdrawn before anybody had it: the main focal point',
      caseEventOf('WITHDRAW', { holderPost: null }),
      ['case-withdrawn → p-mfp by in-app'],
    ],
    [
      'reopened: the applicant, who has it, and the main focal point',
      caseEventOf('REOPEN'),
      [
        'case-reopened → p-layla by in-app+mail',
        'case-came-back → p-sfp by in-app',
        'case-came-back → p-mfp by in-app',
      ],
    ],
    [
      'an appeal: the operation room',
      caseEventOf('APPEAL'),
      ['appeal-made → p-or-1 by in-app', 'appeal-made → p-or-2 by in-app'],
    ],
    [
      'an appeal declined: the applicant',
      caseEventOf('DECLINE_APPEAL'),
      ['appeal-declined → p-layla by in-app+mail'],
    ],
    [
      'a badly rated answer: who gave it, and the reviewers',
      caseEventOf('RATE', { cycle: { rating: { score: 2, solved: 'NO', at: '2026-11-26T08:00:00.000Z' } } }),
      ['case-rated → p-sfp by in-app', 'answer-to-score → p-qa by in-app'],
    ],
    [
      'most of the time used: a reminder to the posts that the event names',
      { ...caseEventOf('ESCALATE', { cycle: level('L0') }), told: ['MOH-SFP-1', 'MOH-MFP'] },
      ['case-near-due → p-sfp by in-app', 'case-near-due → p-mfp by in-app'],
    ],
    [
      'escalated: the posts that the event names',
      { ...caseEventOf('ESCALATE', { cycle: level('L2') }), told: ['MOH-SG'] },
      ['case-escalated → p-sg by in-app', 'case-escalated → MOH-SG by mail'],
    ],
    [
      'escalation asked for by the applicant: all who could hurry, and a word to the applicant',
      caseEventOf('REQUEST_ESCALATION'),
      [
        'escalation-heard → p-layla by in-app',
        'escalation-requested → p-sfp by in-app',
        'escalation-requested → p-mfp by in-app',
        'escalation-requested → p-or-1 by in-app',
        'escalation-requested → p-or-2 by in-app',
      ],
    ],
    ['rescheduled: the applicant', caseEventOf('RESCHEDULE'), ['due-moved → p-layla by in-app+mail']],
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

  it('tells the coordinator of a programme what it tells the operation room, and of a restricted one nobody else', () => {
    const appeal = (restricted: boolean) =>
      said(tellings(caseEventOf('APPEAL', { programme: 'HUMAN_RIGHTS', restricted }), posts));
    expect(appeal(true)).toEqual(['appeal-made → p-coordinator by in-app']);
    expect(appeal(false)).toContain('appeal-made → p-or-1 by in-app');
    expect(appeal(false)).toContain('appeal-made → p-coordinator by in-app');
  });

  it.each([
    ['HUMAN_RIGHTS', 'HR-COORD', 'p-coordinator', true],
    ['SMOKING', 'SM-COORD', 'p-smoking', false],
  ] as const)(
    'tells the coordinator of %s of a new case, named by the event or not',
    (programme, post, who, restricted) => {
      const arrived = { ...caseEventOf('SUBMIT', { programme, restricted }), told: [post] };
      expect(said(tellings(arrived, posts))).toContain(`case-arrived → ${who} by in-app`);
      const unknown = said(tellings(caseEventOf('SUBMIT', { programme, restricted, entity: null }), posts));
      expect(unknown).toContain(`case-unassigned → ${who} by in-app`);
      expect(unknown.some((line) => line.includes('p-or-1'))).toBe(!restricted);
    },
  );

  it('tells somebody of every action', () => {
    expect(Object.keys(notificationRules).sort()).toEqual([...caseActions].sort());
    for (const [action, lines] of Object.entries(notificationRules)) expect(lines, action).not.toEqual([]);
  });
});
