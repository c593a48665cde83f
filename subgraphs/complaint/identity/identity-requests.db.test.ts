import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { secondInRoom } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { agent, layla, mainFocalPoint, operationRoom, person, reviewer } from '../testing/viewers.ts';

const list = `query ($list: IdentityRequestList!, $first: Int, $after: Cursor) {
  identityRequests(list: $list, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id state mayDecide byViewer reason case { id } } } } }`;
const onCase = `query ($id: ID!) { case(id: $id) {
  mayReadApplicant mayRequestIdentity applicant { name }
  identityRequests { id version state mayDecide endorsementReason decisionReason visibleUntil } } }`;
const ask = `mutation ($input: RequestIdentityInput!) { done: requestReporterIdentity(input: $input) {
  request { id version state } userErrors { code field message } } }`;
const decide = `mutation ($input: DecideIdentityInput!) { done: decideReporterIdentity(input: $input) {
  request { state version visibleUntil } userErrors { code field } } }`;
const report = { type: 'REPORT', contact: { name: 'Marker Name', email: 'marker@example.jo' } };
const reason = 'The answer cannot be checked without asking the reporter once more.';
const committee = person('p-committee', { role: 'STEERING_COMMITTEE', scope: null });
const inside = person('p-in', { role: 'OPERATION_ROOM', scope: null }, { role: 'MINISTER', scope: 'WATER' });

async function asked(complaint: Complaint, by: Viewer = reviewer) {
  const { id } = await file(complaint, layla, report);
  const { data } = await complaint.ask(by, ask, { input: { caseId: id, reason } });
  return { id, request: data.done.request as { id: string; version: number; state: string } };
}

const toDecide = async (complaint: Complaint, viewer: Viewer): Promise<string[]> => {
  const { data } = await complaint.ask(viewer, list, { list: 'TO_DECIDE' });
  return data.identityRequests.edges.map(({ node }: { node: { id: string } }) => node.id);
};

describe('a request of somebody who is no custodian', () => {
  it('is shown after a custodian decided and a second one approved, and not a step before', async () => {
    const complaint = await openComplaint();
    const { id, request } = await asked(complaint);
    expect(request.state).toBe('AWAITING_CUSTODIAN');
    const step = async (viewer: Viewer, more: object) =>
      (await complaint.ask(viewer, decide, { input: { requestId: request.id, ...more } })).data.done;
    const seen = async () => (await complaint.ask(reviewer, onCase, { id })).data.case;
    expect(await seen()).toMatchObject({
      mayReadApplicant: false,
      mayRequestIdentity: false,
      applicant: null,
    });

    expect(await step(reviewer, { approve: true })).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await step(operationRoom, { approve: true, reason: 'It is needed.' })).toMatchObject({
      request: { state: 'AWAITING_SECOND', visibleUntil: null },
    });
    expect(await seen()).toMatchObject({ mayReadApplicant: false, applicant: null });
    expect(await step(operationRoom, { approve: true })).toMatchObject({
      userErrors: [{ code: 'SECOND_PERSON' }],
    });
    expect(await step(secondInRoom, { approve: true })).toMatchObject({ request: { state: 'APPROVED' } });
    const shown = await seen();
    expect(shown).toMatchObject({ mayReadApplicant: true, applicant: { name: 'Marker Name' } });
    expect(shown.identityRequests[0]).toMatchObject({ endorsementReason: 'It is needed.', mayDecide: false });
    expect(Date.parse(shown.identityRequests[0].visibleUntil)).toBeGreaterThan(Date.now());

    for (const other of [mainFocalPoint, inside, operationRoom, secondInRoom, agent]) {
      const { data } = await complaint.ask(other, onCase, { id });
      expect(data.case.applicant).toBeNull();
    }
    const audited = await complaint.database.query<{ action: string; actor: string }>(
      'select action, actor from audit where case_id = $1 order by seq',
      [keyOf(id)],
    );
    expect(audited.slice(1)).toEqual([
      { action: 'REQUEST_IDENTITY', actor: reviewer.subject },
      { action: 'ENDORSED_IDENTITY', actor: operationRoom.subject },
      { action: 'APPROVED_IDENTITY', actor: secondInRoom.subject },
      { action: 'READ_APPLICANT', actor: reviewer.subject },
    ]);
  });

  it('ends by itself, and may then be made again', async () => {
    const complaint = await openComplaint();
    const { id, request } = await asked(complaint);
    for (const viewer of [operationRoom, secondInRoom]) {
      await complaint.ask(viewer, decide, { input: { requestId: request.id, approve: true } });
    }
    const again = await complaint.ask(reviewer, ask, { input: { caseId: id, reason } });
    expect(again.data.done.userErrors).toMatchObject([{ code: 'IDENTITY_SHOWN' }]);
    await complaint.database.query(
      `update identity_request set visible_until = clock_timestamp() - interval '1 second'`,
    );
    const { data } = await complaint.ask(reviewer, onCase, { id });
    expect(data.case).toMatchObject({
      ...{ applicant: null, mayReadApplicant: false, mayRequestIdentity: true },
      identityRequests: [{ state: 'EXPIRED' }],
    });
    const second = await complaint.ask(reviewer, ask, { input: { caseId: id, reason } });
    expect(second.data.done).toMatchObject({ request: { state: 'AWAITING_CUSTODIAN' }, userErrors: [] });
  });

  it('is not approved by who had it open while it waited for somebody else’s step', async () => {
    const complaint = await openComplaint();
    const { request } = await asked(complaint);
    const input = { requestId: request.id, approve: true, expectedVersion: request.version };
    await complaint.ask(operationRoom, decide, { input });
    const late = await complaint.ask(secondInRoom, decide, { input });
    expect(late.data.done).toMatchObject({
      ...{ request: { state: 'AWAITING_SECOND' } },
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    });
  });

  it('is declined with a reason only, which who asked is told', async () => {
    const complaint = await openComplaint();
    const { id, request } = await asked(complaint);
    const input = { requestId: request.id, approve: false };
    const bare = await complaint.ask(operationRoom, decide, { input });
    expect(bare.data.done.userErrors).toEqual([{ code: 'REQUIRED', field: ['reason'] }]);
    const why = 'The photographs answer the question.';
    await complaint.ask(operationRoom, decide, { input: { ...input, reason: why } });
    const { data } = await complaint.ask(reviewer, onCase, { id });
    expect(data.case).toMatchObject({
      ...{ mayReadApplicant: false, mayRequestIdentity: true },
      identityRequests: [{ state: 'DECLINED', decisionReason: why }],
    });
  });
});

describe('requests', () => {
  it('wait in the list of custodians outside until each has taken their step', async () => {
    const complaint = await openComplaint();
    const { request } = await asked(complaint);
    expect(await toDecide(complaint, operationRoom)).toEqual([request.id]);
    for (const other of [reviewer, inside, mainFocalPoint, agent, committee]) {
      expect(await toDecide(complaint, other)).toEqual([]);
    }
    const input = { requestId: request.id, approve: true };
    await complaint.ask(operationRoom, decide, { input });
    expect(await toDecide(complaint, operationRoom)).toEqual([]);
    expect(await toDecide(complaint, secondInRoom)).toEqual([request.id]);
    await complaint.ask(secondInRoom, decide, { input });
    expect(await toDecide(complaint, secondInRoom)).toEqual([]);
    const own = await complaint.ask(reviewer, list, { list: 'OWN' });
    expect(own.data.identityRequests).toMatchObject({
      totalCount: 1,
      edges: [{ node: { state: 'APPROVED', byViewer: true, mayDecide: false, reason } }],
    });
  });

  it('of a person are read page by page, the newest first', async () => {
    const complaint = await openComplaint();
    const all = [];
    for (let made = 0; made < 3; made += 1) all.unshift((await asked(complaint)).request.id);
    const first = await complaint.ask(reviewer, list, { list: 'OWN', first: 2 });
    const { edges, pageInfo, totalCount } = first.data.identityRequests;
    const rest = await complaint.ask(reviewer, list, { list: 'OWN', first: 2, after: pageInfo.endCursor });
    const ids = [...edges, ...rest.data.identityRequests.edges].map(({ node }) => node.id);
    expect({ ids, totalCount }).toEqual({ ids: all, totalCount: 3 });
  });

  it('are made by nobody about an anonymous report', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, { type: 'REPORT', anonymous: true });
    const { data } = await complaint.ask(reviewer, ask, { input: { caseId: id, reason } });
    expect(data.done.userErrors).toMatchObject([{ code: 'IDENTITY_UNKNOWN' }]);
    expect((await complaint.ask(reviewer, onCase, { id })).data.case.mayRequestIdentity).toBe(false);
  });

  it.each([
    ['the committee', committee],
    ['an agent', agent],
    ['a minister who also sits in the operation room', inside],
  ])('are not made by %s', async (_, viewer) => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla, report);
    const { data } = await complaint.ask(viewer, onCase, { id });
    expect(data.case.mayRequestIdentity).toBe(false);
  });
});
