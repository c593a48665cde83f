import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { assign, file, list, resolved, start } from '../testing/documents.ts';
import { secondInRoom, step } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf, travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, operationRoom, subFocalPoint } from '../testing/viewers.ts';
import type { CaseFilter } from './case-filter.ts';

const feed = `subscription ($filter: CaseFilter, $after: Cursor) {
  operationFeed(filter: $filter, after: $after) { action case { id } } }`;
const day = (shift: number): string =>
  new Date(Date.now() + 3 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);
const around = (shift: number) => ({ from: day(shift - 1), to: day(shift + 2) });

async function listed(complaint: Complaint, filter: CaseFilter, viewer = operationRoom) {
  const { data } = await complaint.ask(viewer, list, { filter });
  return {
    ids: data.cases.edges.map(({ node }: { node: { id: string } }) => node.id),
    count: data.cases.totalCount,
  };
}

describe('a list, its count and its feed', () => {
  it('mean the first filing by submitted, and the present round by cycleSubmitted', async () => {
    const complaint = await openComplaint();
    const kase = await resolved(complaint, layla);
    await travel(complaint, kase.id, 56);
    const cursor = await complaint.ask(operationRoom, '{ feedCursor }');
    const filters: [CaseFilter, boolean][] = [
      [{ submitted: around(-56) }, true],
      [{ submitted: around(0) }, false],
      [{ cycleSubmitted: around(0) }, true],
      [{ cycleSubmitted: around(-56) }, false],
    ];
    const streams = [];
    for (const [filter] of filters) {
      const variables = { filter, after: cursor.data.feedCursor };
      streams.push((await complaint.watch(operationRoom, feed, variables)).seen);
    }
    const all = await complaint.watch(operationRoom, feed, { after: cursor.data.feedCursor });
    const reopened = await step(complaint, operationRoom, 'reopenByStaff', kase, { reason: 'Look again.' });
    expect(reopened.codes).toEqual([]);
    await eventually(() => expect(all.seen.at(-1)?.data.operationFeed.action).toBe('REOPEN'));
    for (const [i, [filter, isIn]] of filters.entries()) {
      expect(await listed(complaint, filter)).toEqual({ ids: isIn ? [kase.id] : [], count: isIn ? 1 : 0 });
      const reopenings = streams[i]?.filter(({ data }) => data.operationFeed.action === 'REOPEN');
      expect(reopenings).toHaveLength(isIn ? 1 : 0);
    }
  });

  it('tell the deadline with its pauses: what the event says is what the list has', async () => {
    const complaint = await openComplaint();
    const assigned = await assign(complaint, await file(complaint, layla));
    const record = await recordOf(complaint, assigned.id);
    const events = await eventsOf(complaint, assigned.id);
    expect(events.at(-1)?.payload).toMatchObject({
      case: {
        submittedAt: record.submittedAt.toISOString(),
        deadline: { nearAt: record.dueSoonAt?.toISOString(), at: record.nextDeadlineAt?.toISOString() },
      },
    });
  });

  it('mean the same by who holds a case and by its next deadline', async () => {
    const complaint = await openComplaint();
    const kase = await assign(complaint, await file(complaint, layla));
    const { nextDeadlineAt, holderPost } = await recordOf(complaint, kase.id);
    if (!nextDeadlineAt || !holderPost)
      throw new Error('a case that was assigned has a deadline and a holder');
    const dueDay = new Date(nextDeadlineAt.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
    const dayAfter = new Date(Date.parse(dueDay) + 86_400_000).toISOString().slice(0, 10);
    const holder = toGlobalId('Post', holderPost);
    const filters: [CaseFilter, boolean][] = [
      [{ assignee: [holder] }, true],
      [{ assignee: [toGlobalId('Post', 'SOMEBODY-ELSE'), holder] }, true],
      [{ assignee: [toGlobalId('Post', 'SOMEBODY-ELSE')] }, false],
      [{ assignee: [kase.id] }, false],
      [{ ids: [kase.id] }, true],
      [{ ids: [kase.id], overdue: true }, false],
      [{ ids: [holder, toGlobalId('Case', 'x')] }, false],
      [{ ids: [] }, false],
      [{ due: { from: dueDay, to: dayAfter } }, true],
      [{ due: { from: '2020-01-01', to: dueDay } }, false],
      [{ due: { from: dayAfter, to: '2999-01-01' } }, false],
    ];
    const cursor = (await complaint.ask(operationRoom, '{ feedCursor }')).data.feedCursor;
    type Told = { data: { operationFeed: { action: string } } };
    const streams: { seen: readonly Told[] }[] = [];
    for (const [filter] of filters) {
      streams.push(await complaint.watch(operationRoom, feed, { filter, after: cursor }));
    }
    const all = await complaint.watch(operationRoom, feed, { after: cursor });
    // What was announced before may still be on its way.
    const starts = (stream: { seen: readonly Told[] } | undefined) =>
      stream?.seen.filter(({ data }) => data.operationFeed.action === 'START');
    const input = { caseId: kase.id, expectedVersion: kase.version };
    expect((await complaint.ask(subFocalPoint, start, { input })).data.startCase.userErrors).toEqual([]);
    await eventually(() => expect(starts(all)).toHaveLength(1));
    for (const [i, [filter, isIn]] of filters.entries()) {
      const said = JSON.stringify(filter);
      expect(await listed(complaint, filter), said).toEqual({
        ids: isIn ? [kase.id] : [],
        count: isIn ? 1 : 0,
      });
      await eventually(() => expect(starts(streams[i]), said).toHaveLength(isIn ? 1 : 0));
    }
  });

  it('are asked for a hundred cases together at most', async () => {
    const complaint = await openComplaint();
    const { errors } = await complaint.ask(operationRoom, list, { filter: { ids: Array(101).fill('x') } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('call a case that nobody classifies overdue by its acknowledgement', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    await travel(complaint, kase.id, 7);
    expect(await listed(complaint, { overdue: true })).toEqual({ ids: [kase.id], count: 1 });
    expect(await listed(complaint, { sla: ['OVERDUE'], state: ['SUBMITTED'] })).toMatchObject({ count: 1 });
  });
});

describe('what waits for a decision', () => {
  it('is divided into what the viewer decides and what waits for others', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const proposal = { code: 'ABUSIVE', text: 'The words of the request are an insult.' };
    await step(complaint, operationRoom, 'proposeRejection', kase, proposal);
    const one = { ids: [kase.id], count: 1 };
    const none = { ids: [], count: 0 };
    expect(await listed(complaint, { awaitsMyDecision: true })).toEqual(none);
    expect(await listed(complaint, { awaitsMyDecision: false })).toEqual(one);
    expect(await listed(complaint, { awaitsMyDecision: true }, secondInRoom)).toEqual(one);
    expect(await listed(complaint, { awaitsMyDecision: true }, mainFocalPoint)).toEqual(none);
    expect(await listed(complaint, { proposal: true }, mainFocalPoint)).toEqual(one);
  });
});
