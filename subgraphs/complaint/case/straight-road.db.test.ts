import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import {
  answered,
  approve,
  assign,
  classify,
  file,
  giveBack,
  one,
  postId,
  propose,
  rate,
  resolved,
  start,
} from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  person,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

describe('the straight road', () => {
  it('leads from submission to a rated, closed case', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    expect(filed).toMatchObject({
      state: 'SUBMITTED',
      version: 1,
      actions: [],
      holder: { id: postId('MOH-MFP') },
    });

    const assigned = await assign(complaint, filed);
    expect(assigned).toMatchObject({
      state: 'ASSIGNED',
      version: 2,
      importance: 'MEDIUM',
      pillar: 'TIME',
      holder: { id: postId('MOH-SFP-1') },
    });
    expect(assigned.sla.acknowledgedAt).not.toBeNull();
    expect(assigned.sla.dueAt).toBe(assigned.sla.originalDueAt);
    expect(assigned.actions).toEqual(['START']);

    const begun = await complaint.ask(subFocalPoint, start, {
      input: { caseId: filed.id, expectedVersion: 2 },
    });
    expect(begun.data.startCase).toMatchObject({
      userErrors: [],
      case: { state: 'IN_PROGRESS', version: 3 },
    });

    const input = {
      caseId: filed.id,
      expectedVersion: 3,
      outcome: 'SOLVED',
      text: 'A second doctor is there now.',
    };
    const proposed = await complaint.ask(subFocalPoint, propose, { input });
    expect(proposed.data.proposeAnswer.case).toMatchObject({
      state: 'PENDING_REVIEW',
      answer: null,
      proposedAnswer: { text: input.text, own: true, returnedBecause: null },
    });

    const approved = await complaint.ask(reviewer, approve, {
      input: { caseId: filed.id, expectedVersion: 4 },
    });
    expect(approved.data.approveAnswer.case).toMatchObject({
      state: 'RESOLVED',
      proposedAnswer: null,
      answer: { text: input.text, outcome: 'SOLVED' },
      sla: { status: 'STOPPED', remainingWorkingMinutes: null },
    });

    const seen = await complaint.ask(layla, one, { id: filed.id });
    expect(seen.data.case.actions).toEqual(['RATE']);
    const rated = await complaint.ask(layla, rate, {
      input: {
        reference: filed.reference,
        expectedVersion: 5,
        score: 4,
        solved: 'PARTLY',
        comment: 'Better.',
      },
    });
    expect(rated.data.rateCase).toMatchObject({
      userErrors: [],
      case: {
        state: 'CLOSED',
        version: 6,
        rating: { score: 4, solved: 'PARTLY', comment: 'Better.' },
        actions: [],
      },
    });
  });

  it('leaves a timeline, an unbroken audit and one event for each step', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret, version } = await resolved(complaint);
    await complaint.ask(nobody, rate, {
      input: { reference, secret, expectedVersion: version, score: 5, solved: 'YES' },
    });
    const { data } = await complaint.ask(
      operationRoom,
      `query ($id: ID!) { case(id: $id) { timeline(first: 3) {
      edges { cursor node { id action by state post { id } text } } pageInfo { hasNextPage endCursor } totalCount } } }`,
      { id },
    );
    const { timeline } = data.case;
    expect(timeline.edges.map((edge: { node: { action: string } }) => edge.node.action)).toEqual([
      'SUBMIT',
      'CLASSIFY',
      'START',
    ]);
    expect(timeline.edges[1].node).toMatchObject({
      by: 'STAFF',
      state: 'ASSIGNED',
      post: { id: postId('MOH-MFP') },
    });
    expect(timeline).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const more = await complaint.ask(
      nobody,
      `query ($r: String!, $s: String!, $after: Cursor) { trackCase(reference: $r, secret: $s) { timeline(after: $after) {
      edges { node { action by text } } pageInfo { hasNextPage hasPreviousPage } } } }`,
      { r: reference, s: secret, after: timeline.pageInfo.endCursor },
    );
    expect(more.data.trackCase.timeline).toMatchObject({
      edges: [
        { node: { action: 'PROPOSE_ANSWER', text: null } },
        { node: { action: 'APPROVE_ANSWER', text: expect.stringContaining('doctor') } },
        { node: { action: 'RATE', by: 'APPLICANT' } },
      ],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });

    const key = fromGlobalId(id).key;
    expect(await findBrokenLink(complaint.database, key)).toBeNull();
    const events = await complaint.database.query<{ version: number; type: string }>(
      'select version, type from (select * from event_log union all select seq, id, key, version, type, at, payload from outbox) e where key = $1 order by version',
      [key],
    );
    expect(events.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events.at(-1)?.type).toBe('case.rate');
  });
});

describe('a stale version', () => {
  it('changes nothing and shows the case as it is now', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const again = await complaint.ask(subFocalPoint, start, {
      input: { caseId: filed.id, expectedVersion: 1 },
    });
    expect(again.data.startCase).toMatchObject({
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
      case: { version: 2, state: 'ASSIGNED' },
    });
  });

  it('lets one of fifty parallel approvals through and announces one event', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const input = { caseId: id, expectedVersion: version };
    const all = await Promise.all(
      Array.from({ length: 50 }, () => complaint.ask(reviewer, approve, { input })),
    );
    const codes = all.map(({ data }) => data.approveAnswer.userErrors[0]?.code ?? 'DONE');
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(49);
    const [row] = await complaint.database.query<{ n: number }>(
      `select count(*)::int as n from (select type, key from event_log union all select type, key from outbox) e where type = 'case.approve_answer'`,
    );
    expect(row?.n).toBe(1);
  });
});

describe('who may', () => {
  it('tells an entity’s stranger nothing: neither the case nor that it exists', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    const never = Buffer.from('Case:019a0000-0000-7000-8000-000000000000').toString('base64url');
    for (const viewer of [waterFocalPoint, omar, nobody, person('p-x', { role: 'UNKNOWN', scope: null })]) {
      for (const document of [
        one,
        `query ($id: ID!) { _entities(representations: [{ __typename: "Case", id: $id }]) { ... on Case { id text } } }`,
      ]) {
        expect(await complaint.ask(viewer, document, { id })).toEqual(
          await complaint.ask(viewer, document, { id: never }),
        );
      }
      const input = { caseId: id, expectedVersion: 1 };
      const refused = await complaint.ask(viewer, start, { input });
      expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('says FORBIDDEN to staff who see the case but may not act', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    const { data } = await complaint.ask(reviewer, start, {
      input: { caseId: filed.id, expectedVersion: 1 },
    });
    expect(data.startCase.userErrors[0]).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses to approve one’s own answer, even from another post', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint);
    const both = person(
      'p-sfp',
      { role: 'SUB_FOCAL_POINT', scope: 'MOH' },
      { role: 'QUALITY_REVIEWER', scope: null },
    );
    const { data } = await complaint.ask(both, approve, { input: { caseId: id, expectedVersion: version } });
    expect(data.approveAnswer.userErrors[0]).toMatchObject({ code: 'OWN_ANSWER' });
    expect(data.approveAnswer.case.actions).toEqual([]);
  });

  it('offers nothing else: names the state, the action and what is possible instead, in both languages', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const input = { caseId: filed.id, expectedVersion: 2, outcome: 'SOLVED', text: 'We did something.' };
    const en = await complaint.ask(subFocalPoint, propose, { input });
    expect(en.data.proposeAnswer.userErrors[0]).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      message: 'The case is assigned, so "propose an answer" is not possible now. Possible for you: start.',
    });
    const ar = await complaint.ask({ ...subFocalPoint, language: 'ar' }, propose, { input });
    expect(ar.data.proposeAnswer.userErrors[0].message).toContain('البدء بالمعالجة');
  });
});

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

  it('is no transfer, and assigns only to a focal point of the entity', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const moved = await complaint.ask(operationRoom, classify, {
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
});
