import type { Viewer } from '@bekhedmetkom/platform/auth';
import { fromGlobalId } from '@bekhedmetkom/platform/subgraph';
import { describe, expect, it } from 'vitest';
import { assign, file, list, postId, start } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const fields = `results { caseId case { version state holder { id } sla { dueAt originalDueAt status } }
  userErrors { field code message } } undo { caseId expectedVersion assigneePostId } userErrors { code message }`;
const assignOne = `mutation ($input: AssignCaseInput!) { assignCase(input: $input) {
  case { version state holder { id } sla { dueAt originalDueAt acknowledgedAt acknowledgeBy } timeline { edges { node { action } } } }
  userErrors { field code message } } }`;
const assignMany = `mutation ($items: [BulkItem!]!, $post: ID!) { done: assignCases(items: $items, assigneePostId: $post) { ${fields} } }`;
const startMany = `mutation ($items: [BulkItem!]!) { done: startCases(items: $items) { ${fields} } }`;
const transferMany = `mutation ($items: [BulkItem!]!, $to: String!, $reason: String!) {
  done: transferCases(items: $items, toEntityCode: $to, reason: $reason) { ${fields} } }`;
const undo = `mutation ($items: [BulkUndoInput!]!) { done: undoBulk(items: $items) { ${fields} } }`;
const first = postId('MOH-SFP-1');
const second = postId('MOH-SFP-2');

interface Result {
  caseId: string;
  case: { version: number; holder: { id: string }; state: string } | null;
  userErrors: { code: string }[];
}
const codes = (done: { results: Result[] }) =>
  done.results.map(({ userErrors }) => userErrors[0]?.code ?? null);

async function assigned(complaint: Complaint, count: number) {
  const items = [];
  for (let i = 0; i < count; i++) {
    const { id, version } = await assign(complaint, await file(complaint));
    items.push({ caseId: id as string, expectedVersion: version as number });
  }
  return items;
}

async function give(complaint: Complaint, viewer: Viewer, items: object[], post = second) {
  const { data, errors } = await complaint.ask(viewer, assignMany, { items, post });
  return data?.done ?? { errors };
}

describe('assigning', () => {
  it('gives a case to another focal point; neither state nor clock change', async () => {
    const complaint = await openComplaint();
    const before = await assign(complaint, await file(complaint));
    const ask = async (viewer: Viewer, more: object = {}) => {
      const input = { caseId: before.id, expectedVersion: 2, assigneePostId: second, ...more };
      const { data, errors } = await complaint.ask(viewer, assignOne, { input });
      return data?.assignCase ?? { errors };
    };
    const { case: kase, userErrors } = await ask(mainFocalPoint);
    expect(userErrors).toEqual([]);
    expect(kase).toMatchObject({ version: 3, state: 'ASSIGNED', holder: { id: second } });
    const { dueAt, originalDueAt, acknowledgedAt, acknowledgeBy } = before.sla;
    expect(kase.sla).toEqual({ dueAt, originalDueAt, acknowledgedAt, acknowledgeBy });
    expect(kase.timeline.edges.at(-1).node.action).toBe('ASSIGN');
    expect((await ask(operationRoom, { expectedVersion: 3, assigneePostId: first })).userErrors).toEqual([]);
  });

  it('is refused to others, to who has it already, and to who is no focal point of the entity', async () => {
    const complaint = await openComplaint();
    const { id } = await assign(complaint, await file(complaint, layla));
    const ask = async (viewer: Viewer, assigneePostId = second) => {
      const input = { caseId: id, expectedVersion: 2, assigneePostId };
      return complaint.ask(viewer, assignOne, { input });
    };
    for (const viewer of [subFocalPoint, reviewer, layla]) {
      expect((await ask(viewer)).data.assignCase.userErrors[0].code).toBe('FORBIDDEN');
    }
    for (const viewer of [waterFocalPoint, nobody]) {
      expect((await ask(viewer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    for (const key of ['MIYAHUNA-MFP', 'OR-1', 'NONE']) {
      const { data } = await ask(mainFocalPoint, postId(key));
      expect(data.assignCase.userErrors[0]).toMatchObject({
        code: 'UNKNOWN_POST',
        field: ['assigneePostId'],
      });
    }
    expect((await ask(mainFocalPoint, first)).data.assignCase.userErrors[0].code).toBe('SAME_POST');
  });

  it('has no place before a case is classified', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const input = { caseId: id, expectedVersion: 1, assigneePostId: second };
    const { data } = await complaint.ask(mainFocalPoint, assignOne, { input });
    expect(data.assignCase.userErrors[0].code).toBe('ILLEGAL_TRANSITION');
  });
});

describe('a bulk action', () => {
  it('goes case by case: what is refused for one is done for the others', async () => {
    const complaint = await openComplaint();
    const [a, b, c] = await assigned(complaint, 3);
    const filed = await file(complaint);
    const water = await file(complaint, nobody, { entityCode: 'MIYAHUNA' });
    const items = [
      a,
      { ...b, expectedVersion: 1 },
      { caseId: filed.id, expectedVersion: 1 },
      { caseId: water.id, expectedVersion: 1 },
      { caseId: postId('MOH-MFP'), expectedVersion: 1 },
      c,
    ];
    const done = await give(complaint, mainFocalPoint, items as object[]);
    expect(done.userErrors).toEqual([]);
    expect(codes(done)).toEqual([null, 'CONFLICT', 'ILLEGAL_TRANSITION', 'NOT_FOUND', 'NOT_FOUND', null]);
    expect(done.results.map(({ caseId }: Result) => caseId)).toEqual(items.map((item) => item?.caseId));
    expect(done.results[0].case).toMatchObject({ version: 3, holder: { id: second } });
    expect(done.results[1].case).toMatchObject({ version: 2, holder: { id: first } });
    expect(done.results[3].case).toBeNull();
    expect(done.undo).toHaveLength(2);
  });

  it('has a result for each when one case is locked by somebody else', async () => {
    const complaint = await openComplaint();
    const [a, b, c] = await assigned(complaint, 3);
    const done = await complaint.database.transaction(
      async (tx) => {
        await tx.query('select id from cases where id = $1 for update', [fromGlobalId(b?.caseId ?? '').key]);
        return give(complaint, mainFocalPoint, [a, b, c] as object[]);
      },
      { timeout: 30_000 },
    );
    expect(codes(done)).toEqual([null, 'NOT_DONE', null]);
    expect(done.undo).toHaveLength(2);
  });

  it('can be taken back where nothing happened since', async () => {
    const complaint = await openComplaint();
    const [a, b] = await assigned(complaint, 2);
    const done = await give(complaint, mainFocalPoint, [a, b] as object[]);
    expect(done.undo).toEqual([
      { caseId: a?.caseId, expectedVersion: 3, assigneePostId: first },
      { caseId: b?.caseId, expectedVersion: 3, assigneePostId: first },
    ]);
    await complaint.ask(subFocalPoint, start, { input: { caseId: b?.caseId, expectedVersion: 3 } });
    const { data } = await complaint.ask(mainFocalPoint, undo, { items: done.undo });
    expect(codes(data.done)).toEqual([null, 'CONFLICT']);
    expect(data.done.results[0].case).toMatchObject({ version: 4, holder: { id: first } });
    expect(data.done.undo).toEqual([]);
    const stranger = await complaint.ask(waterFocalPoint, undo, { items: done.undo });
    expect(codes(stranger.data.done)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('starts many cases; that cannot be taken back', async () => {
    const complaint = await openComplaint();
    const items = await assigned(complaint, 5);
    const { data } = await complaint.ask(subFocalPoint, startMany, { items });
    expect(codes(data.done)).toEqual([null, null, null, null, null]);
    expect(data.done.results.every(({ case: kase }: Result) => kase?.state === 'IN_PROGRESS')).toBe(true);
    expect(data.done.undo).toEqual([]);
    const { data: seen } = await complaint.ask(mainFocalPoint, list, { filter: { state: ['IN_PROGRESS'] } });
    expect(seen.cases.totalCount).toBe(5);
  });

  it('asks another entity to take many cases, by the main focal point, with a reason', async () => {
    const complaint = await openComplaint();
    const items = await assigned(complaint, 3);
    const ask = async (viewer: Viewer, more: object = {}) => {
      const variables = { items, to: 'MIYAHUNA', reason: 'They own the pipe.', ...more };
      return (await complaint.ask(viewer, transferMany, variables)).data.done;
    };
    expect(codes(await ask(subFocalPoint))).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(codes(await ask(mainFocalPoint, { reason: ' ' }))).toEqual(['REQUIRED', 'REQUIRED', 'REQUIRED']);
    expect(codes(await ask(mainFocalPoint, { to: 'OLDWATER' }))).toContain('EXPIRED_ENTITY');
    const done = await ask(mainFocalPoint);
    expect(codes(done)).toEqual([null, null, null]);
    expect(done.results[0].case).toMatchObject({ version: 3, state: 'TRANSFER_PENDING' });
    expect(done.undo).toEqual([]);
  });

  it('named twice does one case once', async () => {
    const complaint = await openComplaint();
    const [a] = await assigned(complaint, 1);
    const done = await give(complaint, mainFocalPoint, [a, a] as object[]);
    expect(codes(done).toSorted()).toEqual(['CONFLICT', null]);
  });

  it('of none or of more than a hundred does nothing at all', async () => {
    const complaint = await openComplaint();
    const [a] = await assigned(complaint, 1);
    const tooMany = Array.from({ length: 101 }, () => a as object);
    for (const items of [[], tooMany]) {
      const done = await give(complaint, mainFocalPoint, items);
      expect(done).toMatchObject({ results: [], undo: [], userErrors: [{ code: 'TOO_MANY_ITEMS' }] });
    }
    const { data } = await complaint.ask(mainFocalPoint, list, { filter: {} });
    expect(data.cases.edges).toHaveLength(1);
  });
});
