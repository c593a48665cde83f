import { describe, expect, it } from 'vitest';
import {
  answered,
  approve,
  assign,
  classify,
  file,
  giveBack,
  postId,
  propose,
  start,
} from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { vacantPost } from '../testing/posts.ts';
import { travel } from '../testing/travel.ts';
import { mainFocalPoint, nobody, operationRoom, reviewer, subFocalPoint } from '../testing/viewers.ts';

describe('review', () => {
  it('returns an answer with a reason that staff read and the applicant does not', async () => {
    const complaint = await openComplaint();
    const { id, version, reference, secret } = await answered(complaint);
    const empty = await complaint.ask(reviewer, giveBack, {
      input: { caseId: id, expectedVersion: version, reason: '  ' },
    });
    expect(empty.data.returnAnswer.userErrors[0]).toMatchObject({ code: 'REQUIRED', field: ['reason'] });
    const { data } = await complaint.ask(reviewer, giveBack, {
      input: { caseId: id, expectedVersion: version, reason: 'Say when.' },
    });
    expect(data.returnAnswer.case).toMatchObject({
      state: 'IN_PROGRESS',
      proposedAnswer: { returnedBecause: 'Say when.' },
      holder: { id: postId('MOH-SFP-1') },
    });
    const seen = await complaint.ask(
      nobody,
      `query ($r: String!, $s: String!) { trackCase(reference: $r, secret: $s) { proposedAnswer { text } timeline { edges { node { action text } } } } }`,
      { r: reference, s: secret },
    );
    expect(seen.data.trackCase.proposedAnswer).toBeNull();
    expect(JSON.stringify(seen.data)).not.toContain('Say when.');

    const next = {
      caseId: id,
      expectedVersion: version + 1,
      outcome: 'SOLVED',
      text: 'Since Sunday there are two doctors.',
    };
    await complaint.ask(subFocalPoint, propose, { input: next });
    const approved = await complaint.ask(operationRoom, approve, {
      input: { caseId: id, expectedVersion: version + 2 },
    });
    expect(approved.data.approveAnswer.case.answer.text).toBe(next.text);
    const [cycle] = await complaint.database.query('select reviews, approved_at_first_review from cycle');
    expect(cycle).toEqual({ reviews: 2, approved_at_first_review: false });
  });

  it('returns an answer to whom the case was given during the review', async () => {
    const complaint = await openComplaint();
    const kase = await answered(complaint);
    const assignCase = `mutation ($input: AssignCaseInput!) { assignCase(input: $input) {
      case { version } userErrors { code } } }`;
    const given = { caseId: kase.id, expectedVersion: kase.version, assigneePostId: postId('MOH-SFP-2') };
    const assigned = await complaint.ask(mainFocalPoint, assignCase, { input: given });
    expect(assigned.data.assignCase.userErrors).toEqual([]);
    const { data } = await complaint.ask(reviewer, giveBack, {
      input: { caseId: kase.id, expectedVersion: kase.version + 1, reason: 'Say when.' },
    });
    expect(data.returnAnswer.case.holder).toEqual({ id: postId('MOH-SFP-2') });
  });

  it('is skipped by a compliment', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, nobody, { type: 'COMPLIMENT' });
    await assign(complaint, filed);
    await complaint.ask(subFocalPoint, start, { input: { caseId: filed.id, expectedVersion: 2 } });
    const input = {
      caseId: filed.id,
      expectedVersion: 3,
      outcome: 'SOLVED',
      text: 'Your thanks reached the nurse.',
    };
    const wrong = await complaint.ask(subFocalPoint, propose, { input });
    expect(wrong.data.proposeAnswer.userErrors[0].code).toBe('OUTCOME_NOT_ALLOWED');
    const { data } = await complaint.ask(subFocalPoint, propose, {
      input: { ...input, outcome: 'ACCEPTED' },
    });
    expect(data.proposeAnswer.case).toMatchObject({
      state: 'RESOLVED',
      answer: { text: input.text, outcome: 'ACCEPTED' },
    });
  });
});

describe('classification', () => {
  const input = {
    importance: 'HIGH',
    pillar: 'QUALITY',
    categoryCode: 'WAIT',
    assigneePostId: postId('MOH-SFP-2'),
    expectedVersion: 1,
  };

  it('of a case nobody knew the entity of is the operation room’s, who must name it', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, nobody, { entityCode: null });
    const hidden = await complaint.ask(mainFocalPoint, classify, { input: { ...input, caseId: id } });
    expect(hidden.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const without = await complaint.ask(operationRoom, classify, { input: { ...input, caseId: id } });
    expect(without.data.classifyCase.userErrors[0].code).toBe('ENTITY_REQUIRED');
    const expired = await complaint.ask(operationRoom, classify, {
      input: { ...input, caseId: id, entityCode: 'OLDWATER' },
    });
    expect(expired.data.classifyCase.userErrors[0]).toMatchObject({
      code: 'EXPIRED_ENTITY',
      message: expect.stringContaining('Miyahuna (MIYAHUNA)'),
    });
    const { data } = await complaint.ask(operationRoom, classify, {
      input: { ...input, caseId: id, entityCode: 'MOH' },
    });
    expect(data.classifyCase).toMatchObject({
      userErrors: [],
      case: { entity: { code: 'MOH' }, holder: { id: postId('MOH-SFP-2') } },
    });
  });

  it.each([
    ['while its main focal point can', 'ENTITY_CLASSIFIES', async () => {}],
    [
      'but when the post of its main focal point is vacant',
      null,
      (complaint: Complaint) => complaint.announce(vacantPost('MOH-MFP', 'MAIN_FOCAL_POINT', 'MOH')),
    ],
    [
      'but when its acknowledgement is overdue',
      null,
      (complaint: Complaint, id: string) => travel(complaint, id, 7),
    ],
  ])('of an entity’s case is not the operation room’s %s', async (_, code, prepare) => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    await prepare(complaint, id);
    const { data } = await complaint.ask(operationRoom, classify, { input: { ...input, caseId: id } });
    expect(data.classifyCase.userErrors[0]?.code ?? null).toBe(code);
    expect(data.classifyCase.case.actions.includes('CLASSIFY')).toBe(false);
  });

  it('is no transfer, and assigns only to a focal point of the entity', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const moved = await complaint.ask(mainFocalPoint, classify, {
      input: { ...input, caseId: id, entityCode: 'MIYAHUNA' },
    });
    expect(moved.data.classifyCase.userErrors[0].code).toBe('ENTITY_KNOWN');
    for (const key of ['MIYAHUNA-MFP', 'OR-1', 'NONE']) {
      const { data } = await complaint.ask(mainFocalPoint, classify, {
        input: { ...input, caseId: id, assigneePostId: postId(key) },
      });
      expect(data.classifyCase.userErrors[0]).toMatchObject({
        code: 'UNKNOWN_POST',
        field: ['assigneePostId'],
      });
    }
    const unknown = await complaint.ask(mainFocalPoint, classify, {
      input: { ...input, caseId: id, categoryCode: 'NONE' },
    });
    expect(unknown.data.classifyCase.userErrors[0].code).toBe('UNKNOWN_CATEGORY');
  });

  it('takes another subject than those of the list, as applicants may', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const { data } = await complaint.ask(mainFocalPoint, classify, {
      input: { ...input, caseId: id, categoryCode: null },
    });
    expect(data.classifyCase).toMatchObject({
      userErrors: [],
      case: { state: 'ASSIGNED', category: null, programme: 'GOVERNMENT_SERVICES' },
    });
  });

  it('is due when the page said it would be', async () => {
    const complaint = await openComplaint();
    const preview = `query ($id: ID!, $importance: Importance!, $pillar: Pillar!, $categoryCode: String) {
      case(id: $id) { due: dueIfClassified(importance: $importance, pillar: $pillar, categoryCode: $categoryCode) } }`;
    for (const importance of ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']) {
      const { id } = await file(complaint);
      const asked = { id, importance, pillar: input.pillar, categoryCode: input.categoryCode };
      const { data } = await complaint.ask(mainFocalPoint, preview, asked);
      const done = await complaint.ask(mainFocalPoint, classify, {
        input: { ...input, importance, caseId: id },
      });
      expect(data.case.due).not.toBeNull();
      expect(done.data.classifyCase.case.sla.dueAt).toBe(data.case.due);
      expect((await complaint.ask(mainFocalPoint, preview, asked)).data.case.due).toBeNull();
    }
  });
});
