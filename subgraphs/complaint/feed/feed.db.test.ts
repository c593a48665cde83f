import { makeReference } from '@bekhedmetkom/text/reference';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { assign, file, start } from '../testing/documents.ts';
import { type Answer, openComplaint } from '../testing/open-complaint.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const feed = `subscription ($filter: CaseFilter, $after: Cursor) {
  operationFeed(filter: $filter, after: $after) { cursor action version at case { id state text applicant { name } } } }`;
const changes = `subscription ($reference: String!, $secret: String, $after: Cursor) {
  caseChanged(reference: $reference, secret: $secret, after: $after) { cursor action version case { state actions } } }`;
const told = (seen: Answer[]) =>
  seen.map(({ data }) => [data.operationFeed.version, data.operationFeed.action]);
const codes = (seen: Answer[]) => seen.map(({ errors }) => errors?.[0]?.extensions.code);

describe('the feed', () => {
  it('tells staff every change in their scope, in order, and others nothing', async () => {
    const complaint = await openComplaint();
    const room = await complaint.watch(operationRoom, feed);
    const water = await complaint.watch(waterFocalPoint, feed);
    const stranger = await complaint.watch(layla, feed);
    await eventually(() => expect(codes(stranger.seen)).toEqual(['FORBIDDEN']));
    const filed = await file(complaint, layla);
    await assign(complaint, filed);
    await eventually(() =>
      expect(told(room.seen)).toEqual([
        [1, 'SUBMIT'],
        [2, 'CLASSIFY'],
      ]),
    );
    expect(room.seen[1]?.data.operationFeed.case).toMatchObject({ id: filed.id, text: filed.text });
    const other = await file(complaint, nobody, { entityCode: 'MIYAHUNA' });
    await eventually(() =>
      expect(water.seen.map(({ data }) => data.operationFeed.case.id)).toEqual([other.id]),
    );
  });

  it('replays what came after a cursor, then goes live, with no gap and nothing twice', async () => {
    const complaint = await openComplaint();
    const { data } = await complaint.ask(operationRoom, '{ feedCursor }');
    const filed = await file(complaint);
    const early = await complaint.watch(operationRoom, feed, { after: data.feedCursor });
    await eventually(() => expect(early.seen).toHaveLength(1));
    for (let i = 0; i < 20; i++) await file(complaint);
    await eventually(() => expect(early.seen).toHaveLength(21));
    const late = await complaint.watch(operationRoom, feed, {
      after: early.seen[0]?.data.operationFeed.cursor,
    });
    await assign(complaint, filed);
    await eventually(() => {
      expect(early.seen).toHaveLength(22);
      expect(late.seen.map(({ data: one }) => one.operationFeed.cursor)).toEqual(
        early.seen.slice(1).map(({ data: one }) => one.operationFeed.cursor),
      );
    });
  });

  it('is narrowed by the facts of each event', async () => {
    const complaint = await openComplaint();
    const filtered = await Promise.all(
      [
        { state: ['ASSIGNED'] },
        { sector: ['WATER'] },
        { type: ['REPORT'], open: true },
        { importance: ['HIGH'] },
        { unassigned: true },
        { overdue: true },
        { entity: ['', 'MIYAHUNA'] },
        { sla: ['ON_TIME'], submitted: { from: '2020-01-01', to: '2079-01-01' } },
      ].map((filter) => complaint.watch(operationRoom, feed, { filter })),
    );
    const mine = await complaint.watch(subFocalPoint, feed, { filter: { mine: true } });
    await eventually(async () =>
      expect((await complaint.ask(operationRoom, '{ feedCursor }')).errors).toBeUndefined(),
    );
    const filed = await file(complaint);
    await assign(complaint, filed, { importance: 'HIGH' });
    await file(complaint, nobody, { type: 'REPORT', entityCode: 'MIYAHUNA' });
    await eventually(() => {
      expect(filtered.map(({ seen }) => seen.length)).toEqual([1, 1, 1, 1, 2, 0, 1, 3]);
      expect(mine.seen).toHaveLength(1);
    });
  });

  it('refuses what it cannot do: words as a filter, a cursor that is none or lies ahead', async () => {
    const complaint = await openComplaint();
    const words = await complaint.watch(operationRoom, feed, { filter: { text: 'water' } });
    const none = await complaint.watch(operationRoom, feed, { after: 'abc' });
    const ahead = Buffer.from('at:999999').toString('base64url');
    const future = await complaint.watch(operationRoom, feed, { after: ahead });
    await eventually(() => {
      expect(codes(words.seen)).toEqual(['BAD_USER_INPUT']);
      expect(codes(none.seen)).toEqual(['BAD_USER_INPUT']);
      expect(codes(future.seen)).toEqual(['RESYNC_REQUIRED']);
    });
  });

  it('gives its cursor to staff only', async () => {
    const complaint = await openComplaint();
    const { errors } = await complaint.ask(layla, '{ feedCursor }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await complaint.ask(mainFocalPoint, '{ feedCursor }');
    expect(Buffer.from(data.feedCursor, 'base64url').toString()).toBe('at:0');
  });
});

describe('the stream of one case', () => {
  it('is for its applicant, by account or secret, and for staff in scope', async () => {
    const complaint = await openComplaint();
    const { reference, secret, id, version } = await file(complaint, layla);
    await eventually(() => expect(complaint.tail.position).toBe(1));
    const open = [
      await complaint.watch(nobody, changes, { reference, secret }),
      await complaint.watch(layla, changes, { reference }),
      await complaint.watch(mainFocalPoint, changes, { reference }),
    ];
    const closed = [
      await complaint.watch(omar, changes, { reference }),
      await complaint.watch(nobody, changes, { reference, secret: 'wrong' }),
      await complaint.watch(waterFocalPoint, changes, { reference }),
      await complaint.watch(operationRoom, changes, { reference: makeReference(2026, new Uint8Array(5)) }),
    ];
    await eventually(() =>
      expect(closed.map(({ seen }) => codes(seen))).toEqual(Array(4).fill(['NOT_FOUND'])),
    );
    await file(complaint, layla);
    await assign(complaint, { id, version });
    await complaint.ask(subFocalPoint, start, { input: { caseId: id, expectedVersion: 2 } });
    await eventually(() => {
      for (const { seen } of open) expect(seen.map(({ data }) => data.caseChanged.version)).toEqual([2, 3]);
    });
    for (const { seen } of closed) expect(seen).toHaveLength(1);
    expect(open[2]?.seen[1]?.data.caseChanged.case.actions).toContain('PROPOSE_ANSWER');
  });

  it('replays what was missed of its own case only', async () => {
    const complaint = await openComplaint();
    const { data } = await complaint.ask(operationRoom, '{ feedCursor }');
    const filed = await file(complaint);
    await file(complaint);
    await assign(complaint, filed);
    const { reference, secret } = filed;
    const watching = await complaint.watch(nobody, changes, { reference, secret, after: data.feedCursor });
    await eventually(() => expect(watching.seen.map((one) => one.data.caseChanged.version)).toEqual([1, 2]));
  });
});
