import { describe, expect, it } from 'vitest';
import { approve, assign, classify, file, one, postId, propose } from '../testing/documents.ts';
import { begun, offered, seen, step, takeOver } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf } from '../testing/travel.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  omar,
  operationRoom,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const words = 'My neighbour Khaled told me of the queue at the clinic.';
const duplicates = `query ($id: ID!, $first: Int, $after: Cursor) { case(id: $id) { followers
  duplicates(first: $first, after: $after) { totalCount edges { node { id state } }
  pageInfo { hasNextPage endCursor } } } }`;
const into = ({ reference }: { reference: string }) => ({ intoReference: reference });

async function answer(complaint: Complaint, { id, version }: { id: string; version: number }) {
  const text = 'A second doctor has been there since Sunday.';
  const proposed = await complaint.ask(subFocalPoint, propose, {
    input: { caseId: id, expectedVersion: version, outcome: 'SOLVED', text },
  });
  const next = proposed.data.proposeAnswer.case.version;
  await complaint.ask(reviewer, approve, { input: { caseId: id, expectedVersion: next } });
  return text;
}

describe('a merger', () => {
  it('ends a case as a duplicate whose reporter follows the other one to its answer, and sees nobody’s words', async () => {
    const complaint = await openComplaint();
    const parent = await begun(complaint, layla, { text: words });
    const kase = await file(complaint, omar);
    const merged = await step(complaint, mainFocalPoint, 'mergeCase', kase, into(parent));
    expect(merged.codes).toEqual([]);
    expect(merged.case).toMatchObject({
      state: 'DUPLICATE',
      sla: { status: 'STOPPED' },
      parent: { reference: parent.reference, state: 'IN_PROGRESS', entity: { code: 'MOH' } },
    });
    expect((await eventsOf(complaint, kase.id)).at(-1)).toMatchObject({
      type: 'case.merge',
      payload: { told: ['MOH-MFP', 'MOH-SFP-1'] },
    });
    const text = await answer(complaint, parent);
    const mine = await complaint.ask(omar, seen, { id: kase.id });
    expect(mine.data.case).toMatchObject({
      actions: [],
      parent: { reference: null, state: 'RESOLVED', answer: { text }, sla: { status: 'STOPPED' } },
    });
    expect(JSON.stringify(mine)).not.toContain('Khaled');
    expect((await complaint.ask(omar, one, { id: parent.id })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('of three is followed by all, those who follow a follower included', async () => {
    const complaint = await openComplaint();
    const [first, second, third] = [
      await file(complaint, layla),
      await file(complaint, omar),
      await file(complaint),
    ];
    await step(complaint, mainFocalPoint, 'mergeCase', first, into(second));
    await step(complaint, operationRoom, 'mergeCase', second, into(third));
    const target = await recordOf(complaint, third.id);
    expect(target).toMatchObject({ followers: 2, version: 1 });
    for (const { id } of [first, second]) {
      expect(await recordOf(complaint, id)).toMatchObject({ parentId: target.id, followers: 0 });
    }
    const { data } = await complaint.ask(mainFocalPoint, duplicates, { id: third.id, first: 1 });
    const { edges, pageInfo, totalCount } = data.case.duplicates;
    expect([edges[0].node.id, pageInfo.hasNextPage, totalCount]).toEqual([first.id, true, 2]);
    const next = await complaint.ask(mainFocalPoint, duplicates, { id: third.id, after: pageInfo.endCursor });
    expect(next.data.case.duplicates.edges).toMatchObject([{ node: { id: second.id, state: 'DUPLICATE' } }]);
    const back = `query ($id: ID!, $before: Cursor) { case(id: $id) { duplicates(last: 1, before: $before) {
      pageInfo { hasPreviousPage startCursor } edges { node { id } } } } }`;
    const newest = (await complaint.ask(mainFocalPoint, back, { id: third.id })).data.case.duplicates;
    expect(newest).toMatchObject({
      pageInfo: { hasPreviousPage: true },
      edges: [{ node: { id: second.id } }],
    });
    const before = newest.pageInfo.startCursor;
    const older = await complaint.ask(mainFocalPoint, back, { id: third.id, before });
    expect(older.data.case.duplicates).toMatchObject({
      ...{ pageInfo: { hasPreviousPage: false }, edges: [{ node: { id: first.id } }] },
    });
    const service = {
      kind: 'service' as const,
      subject: 'notification',
      grants: [],
      language: 'en' as const,
      client: null,
    };
    expect((await complaint.ask(service, duplicates, { id: third.id })).data.case.duplicates.totalCount).toBe(
      2,
    );
  });

  it('in opposite directions at once ends with one duplicate and one open case', async () => {
    const complaint = await openComplaint();
    for (let round = 0; round < 5; round++) {
      const [left, right] = [await file(complaint, layla), await file(complaint, omar)];
      const results = await Promise.all([
        step(complaint, mainFocalPoint, 'mergeCase', left, into(right)),
        step(complaint, operationRoom, 'mergeCase', right, into(left)),
      ]);
      const codes = results.map((result) => result.codes[0] ?? 'DONE').sort();
      expect(codes).toEqual(['DONE', 'PARENT_IS_DUPLICATE']);
      const states = [await recordOf(complaint, left.id), await recordOf(complaint, right.id)];
      expect(states.map(({ state }) => state).sort()).toEqual(['DUPLICATE', 'SUBMITTED']);
      expect(states.map(({ followers }) => followers).sort()).toEqual([0, 1]);
    }
  });

  it('in a ring of five at once never waits for itself, and leaves one open case with all the others', async () => {
    const complaint = await openComplaint();
    const ring = await Promise.all(Array.from({ length: 5 }, () => file(complaint, layla)));
    const results = await Promise.all(
      ring.map((kase, i) =>
        step(complaint, operationRoom, 'mergeCase', kase, into(ring[(i + 1) % 5] ?? kase)),
      ),
    );
    expect(results.flatMap(({ codes }) => codes).filter((code) => code === 'INTERNAL_SERVER_ERROR')).toEqual(
      [],
    );
    const records = await Promise.all(ring.map(({ id }) => recordOf(complaint, id)));
    const open = records.filter(({ state }) => state === 'SUBMITTED');
    expect(open.length).toBeGreaterThan(0);
    expect(open.reduce((sum, { followers }) => sum + followers, 0)).toBe(5 - open.length);
    for (const { state, parentId } of records) {
      if (state === 'DUPLICATE') expect(open.map(({ id }) => id)).toContain(parentId);
    }
  });

  it('refuses what is no open case of one’s own entity, and what must not mix', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const merge = async (reference: string, viewer = mainFocalPoint) =>
      (await step(complaint, viewer, 'mergeCase', kase, { intoReference: reference })).codes;
    expect(await merge('nonsense')).toEqual(['NOT_A_REFERENCE']);
    expect(await merge(kase.reference)).toEqual(['INTO_ITSELF']);
    expect(await merge('BK-2026-0000-0000-0')).toEqual([
      expect.stringMatching(/UNKNOWN_PARENT|WRONG_CHECK_DIGIT/),
    ]);
    const elsewhere = await file(complaint, omar, { entityCode: 'MIYAHUNA' });
    expect(await merge(elsewhere.reference)).toEqual(['UNKNOWN_PARENT']);
    const report = await file(complaint, omar, { type: 'REPORT' });
    expect(await merge(report.reference)).toEqual(['KINDS_DO_NOT_MIX']);
    const ended = await begun(complaint, omar);
    await answer(complaint, ended);
    expect(await merge(ended.reference)).toEqual(['PARENT_NOT_OPEN']);
    const other = await file(complaint, omar);
    expect(await merge(other.reference, subFocalPoint)).toEqual(['FORBIDDEN']);
    expect(await merge(other.reference, administrator)).toEqual(['FORBIDDEN']);
    expect(await merge(other.reference, waterFocalPoint)).toEqual(['NOT_FOUND']);
    expect(await recordOf(complaint, kase.id)).toMatchObject({ version: 1, state: 'SUBMITTED' });
  });

  it('across entities is the operation room’s, and hands the case to whoever has the other one', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla, { entityCode: 'MIYAHUNA' });
    const kase = await file(complaint, omar);
    const merged = await step(complaint, operationRoom, 'mergeCase', kase, into(parent));
    expect(merged.case).toMatchObject({ entity: { code: 'MIYAHUNA' } });
    const { data } = await complaint.ask(waterFocalPoint, duplicates, { id: parent.id });
    expect(data.case.duplicates.edges).toMatchObject([{ node: { id: kase.id } }]);
    expect((await complaint.ask(mainFocalPoint, one, { id: kase.id })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });

  it('moves with the case: who takes that over has its followers, too', async () => {
    const complaint = await openComplaint();
    const parent = await offered(complaint);
    const kase = await file(complaint, omar);
    await step(complaint, mainFocalPoint, 'mergeCase', kase, into(parent));
    const taken = await step(complaint, waterFocalPoint, 'acceptTransfer', parent, takeOver);
    expect(taken.case.followers).toBe(1);
    expect(await recordOf(complaint, kase.id)).toMatchObject({ entity: 'MIYAHUNA', state: 'DUPLICATE' });
  });

  it('goes with the case when that is classified: to its entity, and into a restricted programme', async () => {
    const complaint = await openComplaint();
    const programme = { code: 'SMOKING', names: { ar: 'التدخين', en: 'Smoking' } };
    await complaint.announce({
      type: 'programme.changed',
      payload: { ...programme, restricted: true, coordinated: true },
    });
    const unknown = { entityCode: null, categoryCode: null };
    const [parent, kase] = [await file(complaint, layla, unknown), await file(complaint, omar, unknown)];
    await step(complaint, operationRoom, 'mergeCase', kase, into(parent));
    const { data } = await complaint.ask(operationRoom, classify, {
      input: {
        caseId: parent.id,
        expectedVersion: parent.version,
        importance: 'MEDIUM',
        pillar: 'QUALITY',
        categoryCode: 'SMOKING',
        entityCode: 'MOH',
        assigneePostId: postId('MOH-SFP-1'),
      },
    });
    expect(data.classifyCase.userErrors).toEqual([]);
    expect(await recordOf(complaint, kase.id)).toMatchObject({
      entity: 'MOH',
      programme: 'SMOKING',
      restricted: true,
      state: 'DUPLICATE',
    });
    const seenBy = async (viewer: typeof layla) => (await complaint.ask(viewer, one, { id: kase.id })).errors;
    expect(await seenBy(mainFocalPoint)).toBeUndefined();
    expect((await seenBy(operationRoom))?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('ends a transfer that nobody decided', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla);
    const kase = await offered(complaint, omar);
    const merged = await step(complaint, mainFocalPoint, 'mergeCase', kase, into(parent));
    expect(merged.case).toMatchObject({ transfer: null, transfers: [{ decision: 'ENDED' }] });
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toContain('MIYAHUNA-MFP');
  });
});

describe('the stream of a duplicate', () => {
  it('tells of the case that it follows, as its own and without what was done', async () => {
    const complaint = await openComplaint();
    const parent = await file(complaint, layla);
    const kase = await file(complaint, omar);
    const { seen: told } = await complaint.watch(
      omar,
      `subscription ($reference: String!) { caseChanged(reference: $reference) { action version
        case { id state parent { state } } } }`,
      { reference: kase.reference },
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await assign(complaint, await file(complaint, layla));
    await step(complaint, mainFocalPoint, 'mergeCase', kase, into(parent));
    await assign(complaint, parent);
    await expect.poll(() => told.at(-1)?.data.caseChanged.action).toBeNull();
    // Its own submission may be on the way still when the stream opens.
    expect(told.map(({ data }) => data.caseChanged).slice(-2)).toEqual([
      {
        action: 'MERGE',
        version: 2,
        case: { id: kase.id, state: 'DUPLICATE', parent: { state: expect.any(String) } },
      },
      { action: null, version: 2, case: { id: kase.id, state: 'DUPLICATE', parent: { state: 'ASSIGNED' } } },
    ]);
  });
});
