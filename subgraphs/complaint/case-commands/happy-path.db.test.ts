import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import {
  answered,
  approve,
  assign,
  file,
  one,
  postId,
  propose,
  rate,
  resolved,
  start,
} from '../testing/documents.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { layla, nobody, operationRoom, reviewer, subFocalPoint } from '../testing/viewers.ts';

describe('the straight road', () => {
  it('leads from submission to a rated, closed case', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    expect(filed).toMatchObject({
      state: 'SUBMITTED',
      version: 1,
      actions: ['WITHDRAW'],
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
    expect(assigned.actions).toContain('START');

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
      proposedAnswer: { text: input.text, byViewer: true, returnedBecause: null },
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
    expect(seen.data.case.actions).toEqual(['RATE', 'REOPEN']);
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
        actions: ['REOPEN'],
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
