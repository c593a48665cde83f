import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import { workingMinutesBetween } from '../sla/sla.ts';
import { assign, file, one, postId } from '../testing/documents.ts';
import { announceRoads, begun, offered, roadsFocalPoint, seen, step, takeOver } from '../testing/handover.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, keyOf, recordOf, travel } from '../testing/travel.ts';
import {
  layla,
  mainFocalPoint,
  operationRoom,
  person,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';
import { referTransfer } from './refer-transfer.ts';

const no = { reason: 'The pipe is inside the building of the clinic.' };

describe('a transfer', () => {
  it('asks the target, keeps the clock running, and tells the applicant where the case is offered', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    const asked = { toEntityCode: 'MIYAHUNA', reason: 'This pipe is theirs.' };
    const { case: after, codes } = await step(complaint, mainFocalPoint, 'transferCase', kase, asked);
    expect(codes).toEqual([]);
    expect(after).toMatchObject({
      state: 'TRANSFER_PENDING',
      entity: { code: 'MOH' },
      transfer: {
        to: { code: 'MIYAHUNA' },
        reason: asked.reason,
        decidedByOperationRoom: false,
        refusals: 0,
      },
      sla: { status: 'ON_TIME' },
    });
    const record = await recordOf(complaint, kase.id);
    expect(new Date(after.transfer.decideBy)).toEqual(record.timesOutAt);
    const event = (await eventsOf(complaint, kase.id)).at(-1);
    expect(event).toMatchObject({ type: 'case.transfer', payload: { told: ['MIYAHUNA-MFP'] } });
    const mine = await complaint.ask(layla, seen, { id: kase.id });
    expect(mine.data.case).toMatchObject({
      transfer: { to: { code: 'MIYAHUNA' }, reason: null },
      transfers: null,
    });
  });

  it('is refused to oneself, to an expired entity with its successor named, to nobody, and without a reason', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    const ask = (more: object) =>
      step(complaint, mainFocalPoint, 'transferCase', kase, { reason: 'Theirs.', ...more });
    expect((await ask({ toEntityCode: 'MOH' })).problem).toMatchObject({
      code: 'OWN_ENTITY',
      field: ['toEntityCode'],
    });
    const expired = await ask({ toEntityCode: 'OLDWATER' });
    expect(expired.problem).toMatchObject({
      code: 'EXPIRED_ENTITY',
      message: expect.stringContaining('MIYAHUNA'),
    });
    expect((await ask({ toEntityCode: 'ATLANTIS' })).codes).toEqual(['UNKNOWN_ENTITY']);
    expect((await ask({ toEntityCode: 'MIYAHUNA', reason: ' ' })).codes).toEqual(['REQUIRED']);
    const sub = await step(complaint, subFocalPoint, 'transferCase', kase, {
      toEntityCode: 'MIYAHUNA',
      reason: 'No.',
    });
    expect(sub.codes).toEqual(['FORBIDDEN']);
    expect(await recordOf(complaint, kase.id)).toMatchObject({ version: kase.version, transferTo: null });
  });

  it('credits the new entity with the working time of the former one; nothing else of the case changes', async () => {
    const complaint = await openComplaint();
    const kase = await offered(complaint);
    await travel(complaint, kase.id, 14);
    const before = await recordOf(complaint, kase.id);
    const { case: after, codes } = await step(complaint, waterFocalPoint, 'acceptTransfer', kase, takeOver);
    expect(codes).toEqual([]);
    const record = await recordOf(complaint, kase.id);
    const calendar = complaint.directory.calendar(1);
    const held = workingMinutesBetween(
      calendar,
      before.submittedAt.getTime(),
      record.entityAssignedAt?.getTime() ?? 0,
    );
    expect(held).toBeGreaterThan(9 * 330);
    expect(after).toMatchObject({
      state: 'ASSIGNED',
      entity: { code: 'MIYAHUNA' },
      holder: { id: postId('MIYAHUNA-MFP') },
      importance: 'MEDIUM',
      category: { code: 'WAIT' },
      transfer: null,
      transfers: [{ decision: 'ACCEPTED', receivedBy: { code: 'MIYAHUNA' }, creditedMinutes: held }],
    });
    expect(record).toMatchObject({
      acceptedTransfers: 1,
      submittedAt: before.submittedAt,
      cycleSubmittedAt: before.cycleSubmittedAt,
      originalDueAt: before.originalDueAt,
    });
    const moved = workingMinutesBetween(calendar, before.dueAt?.getTime() ?? 0, record.dueAt?.getTime() ?? 0);
    expect(moved).toBe(held);
    expect(after.sla.explanation.filter(({ reason }: { reason: string }) => reason === 'CREDIT')).not.toEqual(
      [],
    );
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toEqual(['MOH-MFP']);
    expect(await findBrokenLink(complaint.database, keyOf(kase.id))).toBeNull();
  });

  it('goes back with the first refusal, to the operation room with the second, and the room’s word is the last', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await offered(complaint);
    const first = await step(complaint, waterFocalPoint, 'refuseTransfer', kase, no);
    expect(first.codes).toEqual([]);
    expect(first.case).toMatchObject({ state: 'IN_PROGRESS', transfer: null });
    const back = { id: kase.id, version: first.case.version };
    const asked = { toEntityCode: 'ROADS', reason: 'The road is theirs, then.' };
    const again = await step(complaint, mainFocalPoint, 'transferCase', back, asked);
    const second = await step(complaint, roadsFocalPoint, 'refuseTransfer', again.case, no);
    expect(second.codes).toEqual([]);
    expect(second.case).toMatchObject({
      state: 'TRANSFER_PENDING',
      transfer: { decidedByOperationRoom: true, refusals: 2, decideBy: null },
    });
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toEqual(['OR-1']);
    const late = await step(complaint, roadsFocalPoint, 'acceptTransfer', second.case, {
      assigneePostId: postId('ROADS-MFP'),
    });
    expect(late.codes).toEqual(['ROOM_DECIDES']);

    const decided = await step(complaint, operationRoom, 'refuseTransfer', second.case, no);
    expect(decided.case).toMatchObject({ state: 'IN_PROGRESS', transfer: null, entity: { code: 'MOH' } });
    expect(await recordOf(complaint, kase.id)).toMatchObject({
      transferRefusals: 0,
      holderPost: 'MOH-SFP-1',
    });
    expect(
      decided.case.transfers.map(
        ({ decision, decidedByOperationRoom }: { decision: string; decidedByOperationRoom: boolean }) => [
          decision,
          decidedByOperationRoom,
        ],
      ),
    ).toEqual([
      ['REFUSED', false],
      ['REFUSED', false],
      ['REFUSED', true],
    ]);
  });

  it('is left to the operation room when nobody decided in time, which may give it to a third entity', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await offered(complaint);
    const { database, directory } = complaint;
    const room = { database, directory: () => directory };
    expect((await referTransfer(room, keyOf(kase.id))).refusals).toEqual([{ refused: 'TARGET_DECIDES' }]);
    const early = await step(complaint, operationRoom, 'acceptTransfer', kase, takeOver);
    expect(early.codes).toEqual(['TARGET_DECIDES']);

    await travel(complaint, kase.id, 7);
    const referred = await referTransfer(room, keyOf(kase.id));
    expect(referred.refusals).toEqual([]);
    expect(referred.record).toMatchObject({
      transferAtRoom: true,
      timesOutAt: null,
      state: 'TRANSFER_PENDING',
    });
    expect((await referTransfer(room, keyOf(kase.id))).refusals).toEqual([{ refused: 'ROOM_DECIDES' }]);
    expect((await eventsOf(complaint, kase.id)).at(-1)).toMatchObject({
      type: 'case.refer_transfer',
      payload: { by: 'SYSTEM', told: ['OR-1', 'MIYAHUNA-MFP'] },
    });

    const given = { assigneePostId: postId('ROADS-MFP'), entityCode: 'ROADS' };
    const { case: after, codes } = await step(
      complaint,
      operationRoom,
      'acceptTransfer',
      { id: kase.id, version: referred.record.version },
      given,
    );
    expect(codes).toEqual([]);
    expect(after).toMatchObject({ entity: { code: 'ROADS' }, state: 'ASSIGNED' });
    expect(after.transfers.at(-1)).toMatchObject({
      to: { code: 'MIYAHUNA' },
      receivedBy: { code: 'ROADS' },
      decision: 'ACCEPTED',
    });
  });

  it('is for the target alone while it is asked: others do not see the case, nor the target afterwards', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await offered(complaint, layla, { contact: { name: 'Layla', phone: '0791234567' } });
    const never = Buffer.from('Case:019a0000-0000-7000-8000-000000000000').toString('base64url');
    const unknown = await complaint.ask(roadsFocalPoint, one, { id: never });
    expect(await complaint.ask(roadsFocalPoint, one, { id: kase.id })).toEqual(unknown);
    expect((await step(complaint, roadsFocalPoint, 'acceptTransfer', kase, takeOver)).codes).toEqual([
      'NOT_FOUND',
    ]);

    const applicant = 'query ($id: ID!) { case(id: $id) { text applicant { name } actions } }';
    const target = await complaint.ask(waterFocalPoint, applicant, { id: kase.id });
    expect(target.data.case).toMatchObject({ text: expect.any(String), applicant: null });
    expect(target.data.case.actions).toEqual(['ACCEPT_TRANSFER', 'REFUSE_TRANSFER']);
    await step(complaint, waterFocalPoint, 'refuseTransfer', kase, no);
    expect(await complaint.ask(waterFocalPoint, one, { id: kase.id })).toEqual(unknown);
  });

  it('lists what waits for one’s decision: the target’s, then the room’s', async () => {
    const complaint = await openComplaint();
    const kase = await offered(complaint);
    const waiting = 'query { transfersToDecide { edges { node { id } } totalCount } }';
    const ids = async (viewer: typeof layla) =>
      (await complaint.ask(viewer, waiting)).data.transfersToDecide.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect(await ids(waterFocalPoint)).toEqual([kase.id]);
    expect([await ids(mainFocalPoint), await ids(operationRoom), await ids(layla)]).toEqual([[], [], []]);
    await travel(complaint, kase.id, 7);
    const { database, directory } = complaint;
    await referTransfer({ database, directory: () => directory }, keyOf(kase.id));
    expect([await ids(waterFocalPoint), await ids(operationRoom)]).toEqual([[], [kase.id]]);
  });

  it('of a restricted programme is left to its coordinator: the operation room does not know of it', async () => {
    const complaint = await openComplaint();
    const { directory, database } = complaint;
    const smoking = {
      code: 'SMOKING',
      names: { ar: 'التدخين', en: 'Smoking' },
      restricted: true,
      coordinated: true,
    };
    await complaint.announce({ type: 'programme.changed', payload: smoking });
    const coordinator = person('p-co', { role: 'PROGRAMME_COORDINATOR', scope: 'SMOKING' });
    const filed = await file(complaint, layla, { categoryCode: 'SMOKING' });
    const assigned = await assign(complaint, filed, { categoryCode: 'SMOKING' });
    const asked = { toEntityCode: 'MIYAHUNA', reason: 'Their building.' };
    const pending = await step(complaint, mainFocalPoint, 'transferCase', assigned, asked);
    await travel(complaint, filed.id, 7);
    await referTransfer({ database, directory: () => directory }, keyOf(filed.id));
    const waiting = 'query { transfersToDecide { edges { node { id } } } }';
    const ids = async (viewer: typeof layla) =>
      (await complaint.ask(viewer, waiting)).data.transfersToDecide.edges.map(
        ({ node }: { node: { id: string } }) => node.id,
      );
    expect([await ids(operationRoom), await ids(coordinator)]).toEqual([[], [filed.id]]);
    const kase = { id: filed.id, version: pending.case.version + 1 };
    expect((await step(complaint, operationRoom, 'acceptTransfer', kase, takeOver)).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await step(complaint, coordinator, 'acceptTransfer', kase, takeOver)).codes).toEqual([]);
  });

  it('is accepted or refused, never both: one of two at once wins, the other sees what happened', async () => {
    const complaint = await openComplaint();
    const kase = await offered(complaint);
    const results = await Promise.all([
      step(complaint, waterFocalPoint, 'acceptTransfer', kase, takeOver),
      step(complaint, waterFocalPoint, 'refuseTransfer', kase, no),
    ]);
    const codes = results.map((result) => result.codes[0] ?? 'DONE');
    // Who was only asked sees the case no more once it went back.
    expect([
      ['DONE', 'CONFLICT'],
      ['NOT_FOUND', 'DONE'],
    ]).toContainEqual(codes);
    expect((await recordOf(complaint, kase.id)).version).toBe(kase.version + 1);
  });

  it('needs a focal point of the entity that takes it, and the room alone chooses another entity', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await offered(complaint);
    const take = (more: object) => step(complaint, waterFocalPoint, 'acceptTransfer', kase, more);
    expect((await take({ assigneePostId: postId('MOH-SFP-1') })).codes).toEqual(['UNKNOWN_POST']);
    expect((await take({ ...takeOver, entityCode: 'ROADS' })).codes).toEqual(['ROOM_CHOOSES']);
    expect((await take({ assigneePostId: postId('OR-1') })).codes).toEqual(['UNKNOWN_POST']);
  });

  it('names state, action and what is possible when it cannot be asked for', async () => {
    const complaint = await openComplaint();
    const kase = await offered(complaint);
    const { problem } = await step(complaint, mainFocalPoint, 'transferCase', kase, {
      toEntityCode: 'MIYAHUNA',
      reason: 'Again.',
    });
    expect(problem).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      message:
        'The case is waiting for a transfer, so "transfer" is not possible now. Possible for you: merge.',
    });
  });
});
