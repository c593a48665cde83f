import type { Viewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { file } from '../testing/documents.ts';
import { announceRoads, roadsFocalPoint, secondInRoom, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf, recordOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, omar, operationRoom } from '../testing/viewers.ts';

const mutation = `mutation ($input: SeparateCaseInput!) { done: separateCase(input: $input) {
  case { id state version actions entity { code } submittedAt sla { status acknowledgeBy } holder { id }
    timeline { edges { node { action text } } } }
  userErrors { code } } }`;

async function following(complaint: Complaint) {
  const parent = await file(complaint, layla);
  const follows = toGlobalId('SimilarCase', keyOf(parent.id));
  const follower = await file(complaint, omar, { follows });
  return { parent, follower };
}

async function separate(
  complaint: Complaint,
  { reference, version }: { reference: string; version: number },
  viewer: Viewer = omar,
  more: object = {},
) {
  const input = { reference, expectedVersion: version, ...more };
  return complaint.ask(viewer, mutation, { input });
}

describe('a request that follows another one', () => {
  it('becomes a request of its own when its applicant says so, with a clock that begins then', async () => {
    const complaint = await openComplaint();
    const { parent, follower } = await following(complaint);
    await complaint.database.query(
      `with c as (update cases set submitted_at = submitted_at - interval '9 days' where id = $1)
      update cycle set submitted_at = submitted_at - interval '9 days', closed_at = closed_at - interval '9 days'
      where case_id = $1`,
      [keyOf(follower.id)],
    );
    const reason = 'Mine is about another clinic.';
    const { data } = await separate(complaint, follower, omar, { reason });
    expect(data.done).toMatchObject({
      userErrors: [],
      case: { state: 'SUBMITTED', version: 2, entity: { code: 'MOH' }, sla: { status: 'ON_TIME' } },
    });
    expect(data.done.case.timeline.edges.at(-1).node).toEqual({ action: 'SEPARATE', text: reason });
    const record = await recordOf(complaint, follower.id);
    expect(record).toMatchObject({ parentId: null, closedAt: null, holderPost: 'MOH-MFP' });
    expect(record.acknowledgeBy.getTime()).toBeGreaterThan(Date.now());
    expect(record.cycleSubmittedAt.getTime()).toBeGreaterThan(record.submittedAt.getTime());
    expect(record.escalatesAt).not.toBeNull();
    expect(await recordOf(complaint, parent.id)).toMatchObject({ followers: 0, version: 1 });
    const audited = await complaint.database.query<{ action: string; actor: string }>(
      'select action, actor from audit where case_id = $1 order by seq desc limit 1',
      [keyOf(follower.id)],
    );
    expect(audited).toEqual([{ action: 'SEPARATE', actor: omar.subject }]);
  });

  it('is worked on like any other from then on, also after the other one was answered or withdrawn', async () => {
    const complaint = await openComplaint();
    const { parent, follower } = await following(complaint);
    await separate(complaint, follower);
    const withdraw =
      'mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) { userErrors { code } } }';
    const { data } = await complaint.ask(layla, withdraw, {
      input: { reference: parent.reference, expectedVersion: parent.version },
    });
    expect(data.withdrawCase.userErrors).toEqual([]);
    const more = {
      ...{ importance: 'LOW', pillar: 'TIME', categoryCode: 'WAIT' },
      assigneePostId: toGlobalId('Post', 'MOH-SFP-1'),
    };
    const now = { id: follower.id, version: 2 };
    const classified = await step(complaint, mainFocalPoint, 'classifyCase', now, more);
    expect(classified).toMatchObject({ codes: [], case: { state: 'ASSIGNED' } });
  });

  it('goes on at the entity that has the other one by then', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const { parent, follower } = await following(complaint);
    const elsewhere = await file(complaint, layla, { entityCode: 'ROADS' });
    const into = { intoReference: elsewhere.reference };
    expect(await step(complaint, operationRoom, 'mergeCase', parent, into)).toMatchObject({ codes: [] });
    expect(await recordOf(complaint, elsewhere.id)).toMatchObject({ followers: 2 });
    const { data } = await separate(complaint, follower);
    expect(data.done.case).toMatchObject({ state: 'SUBMITTED', entity: { code: 'ROADS' } });
    expect(await recordOf(complaint, elsewhere.id)).toMatchObject({ followers: 1 });
    const seen = 'query ($id: ID!) { case(id: $id) { state } }';
    expect((await complaint.ask(roadsFocalPoint, seen, { id: follower.id })).data.case.state).toBe(
      'SUBMITTED',
    );
  });

  it('is left as it is when staff merged it, for others, and for who saw an older version', async () => {
    const complaint = await openComplaint();
    const { parent, follower } = await following(complaint);
    const other = await file(complaint, omar);
    await step(complaint, mainFocalPoint, 'mergeCase', other, { intoReference: parent.reference });
    const merged = await separate(complaint, { ...other, version: 2 });
    expect(merged.data.done.userErrors).toEqual([{ code: 'MERGED_BY_STAFF' }]);
    for (const stranger of [layla, secondInRoom]) {
      const { data, errors } = await separate(complaint, follower, stranger);
      expect(errors?.[0]?.extensions.code ?? data.done.userErrors[0].code).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    const stale = await separate(complaint, { ...follower, version: 7 });
    expect(stale.data.done.userErrors).toEqual([{ code: 'CONFLICT' }]);
    expect(await recordOf(complaint, follower.id)).toMatchObject({ state: 'DUPLICATE', version: 1 });
  });

  it('is taken apart once, however often the button is pressed', async () => {
    const complaint = await openComplaint();
    const { parent, follower } = await following(complaint);
    const both = await Promise.all([separate(complaint, follower), separate(complaint, follower)]);
    const codes = both.map(({ data }) => data.done.userErrors.map(({ code }: { code: string }) => code));
    expect(codes.toSorted()).toEqual([[], ['CONFLICT']]);
    expect(await recordOf(complaint, parent.id)).toMatchObject({ followers: 0 });
  });
});
