import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { answered, file, postId } from '../testing/documents.ts';
import { step } from '../testing/handover.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { keyOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, operationRoom, reviewer } from '../testing/viewers.ts';

const timeline = `query ($id: ID!, $first: Int, $last: Int, $before: Cursor) { case(id: $id) {
  timeline(first: $first, last: $last, before: $before) { totalCount
    edges { cursor node { at action post { id } } } pageInfo { hasPreviousPage hasNextPage startCursor } } } }`;
const actionsOf = ({ edges }: { edges: { node: { action: string } }[] }) =>
  edges.map(({ node }) => node.action);

describe('the timeline of a case', () => {
  it('keeps the newest entries with last, and goes back from there', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    await complaint.database.query(
      `insert into timeline (case_id, seq, at, action, actor, state)
       select $1, n, now(), 'ASSIGN', 'STAFF', 'ASSIGNED' from generate_series(2, 150) n`,
      [keyOf(filed.id)],
    );
    await complaint.database.query(
      `insert into timeline (case_id, seq, at, action, actor, state) values ($1, 151, now(), 'START', 'STAFF', 'IN_PROGRESS')`,
      [keyOf(filed.id)],
    );
    const read = async (more: object) =>
      (await complaint.ask(layla, timeline, { id: filed.id, ...more })).data.case.timeline;
    const newest = await read({ last: 100 });
    expect(newest.edges).toHaveLength(100);
    expect(actionsOf(newest).at(-1)).toBe('START');
    expect(newest).toMatchObject({
      totalCount: 151,
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    });
    const earlier = await read({ last: 100, before: newest.pageInfo.startCursor });
    expect(actionsOf(earlier)).toHaveLength(51);
    expect(actionsOf(earlier)[0]).toBe('SUBMIT');
    expect(earlier.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('shows a published answer under its author, not under who approved it', async () => {
    const complaint = await openComplaint();
    const { id, version } = await answered(complaint, layla);
    await step(complaint, reviewer, 'approveAnswer', { id, version }, {});
    const { data } = await complaint.ask(layla, timeline, { id, last: 1 });
    const [{ node }] = data.case.timeline.edges;
    expect(node).toMatchObject({ action: 'APPROVE_ANSWER', post: { id: postId('MOH-SFP-1') } });
  });

  it('and the stream tell an applicant nothing of what staff propose among themselves', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    const { seen } = await complaint.watch(
      layla,
      'subscription ($r: String!) { caseChanged(reference: $r) { action version } }',
      { r: filed.reference },
    );
    const proposal = { code: 'ABUSIVE', text: 'The words of the request are an insult.' };
    const { case: proposed } = await step(complaint, mainFocalPoint, 'proposeRejection', filed, proposal);
    const reason = { reason: 'It is not an insult.' };
    await step(complaint, operationRoom, 'declineRejection', proposed, reason);
    // Its own submission may be on the way still when the stream opens.
    await eventually(() => expect(seen.at(-1)?.data.caseChanged.version).toBe(3));
    expect(seen.map(({ data }) => data.caseChanged).slice(-2)).toEqual([
      { action: null, version: 2 },
      { action: null, version: 3 },
    ]);
    const own = await complaint.ask(layla, timeline, { id: filed.id });
    expect(actionsOf(own.data.case.timeline)).toEqual(['SUBMIT']);
    expect(own.data.case.timeline.totalCount).toBe(1);
    const staff = await complaint.ask(mainFocalPoint, timeline, { id: filed.id });
    expect(actionsOf(staff.data.case.timeline)).toEqual(['SUBMIT', 'PROPOSE_REJECTION', 'DECLINE_REJECTION']);
  });
});
