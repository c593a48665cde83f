import { describe, expect, it } from 'vitest';
import { dueDates } from '../clock/case-clock.ts';
import { classify, file, postId } from '../testing/documents.ts';
import { announceRoads, begun, roadsFocalPoint, step, takeOver } from '../testing/handover.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { keyOf, recordOf, travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, operationRoom, subFocalPoint, waterFocalPoint } from '../testing/viewers.ts';
import { referTransfer } from './refer-transfer.ts';

const reason = 'It is theirs, after all.';
const reply = `mutation ($input: ReplyToQuestionInput!) { replyToQuestion(input: $input) {
  case { id version } userErrors { code } } }`;

/** A question and, a week later, the applicant's reply. */
async function paused(
  complaint: Complaint,
  kase: { id: string; version: number; reference: string },
  days: number,
) {
  const asked = await step(complaint, subFocalPoint, 'askApplicant', kase, { question: 'Which day was it?' });
  await travel(complaint, kase.id, days);
  const input = { reference: kase.reference, expectedVersion: asked.case.version, text: 'Sunday.' };
  const { data } = await complaint.ask(layla, reply, { input });
  return data.replyToQuestion.case;
}

describe('what is credited', () => {
  it('adds up over two transfers and a pause: nothing twice, nothing left out, in order of time', async () => {
    const complaint = await openComplaint();
    await announceRoads(complaint);
    const kase = await begun(complaint);
    await travel(complaint, kase.id, 7);
    const replied = await paused(complaint, kase, 7);
    await travel(complaint, kase.id, 7);
    const first = await step(complaint, mainFocalPoint, 'transferCase', replied, {
      toEntityCode: 'MIYAHUNA',
      reason,
    });
    const taken = await step(complaint, waterFocalPoint, 'acceptTransfer', first.case, takeOver);
    await travel(complaint, kase.id, 7);
    const second = await step(complaint, waterFocalPoint, 'transferCase', taken.case, {
      toEntityCode: 'ROADS',
      reason,
    });
    const roads = { assigneePostId: postId('ROADS-MFP') };
    const last = await step(complaint, roadsFocalPoint, 'acceptTransfer', second.case, roads);
    expect(last.codes).toEqual([]);

    const record = await recordOf(complaint, kase.id);
    expect(record.acceptedTransfers).toBe(2);
    expect(record.pauses.map(({ kind }) => kind)).toEqual(['CREDIT', 'APPLICANT', 'CREDIT', 'CREDIT']);
    record.pauses.reduce((before, pause) => {
      expect(pause.from).toBeGreaterThanOrEqual(before);
      expect(pause.to).toBeGreaterThan(pause.from);
      return pause.to ?? before;
    }, record.cycleSubmittedAt.getTime());
    expect(record.pauses[0]?.from).toBe(record.cycleSubmittedAt.getTime());
    expect(record.pauses.at(-1)?.to).toBe(record.entityAssignedAt?.getTime());
    const { dueAt, originalDueAt } = dueDates(record, complaint.directory.calendar(1));
    expect([record.dueAt, record.originalDueAt]).toEqual([dueAt, originalDueAt]);
    const minutes = last.case.transfers.map(
      ({ creditedMinutes }: { creditedMinutes: number }) => creditedMinutes,
    );
    expect(minutes).toEqual([expect.any(Number), expect.any(Number)]);
    expect(Math.min(...minutes)).toBeGreaterThan(0);
  });

  it('leaves out the time before anybody knew whose it was: no entity held it then', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla, { entityCode: null });
    await travel(complaint, filed.id, 7);
    const { data } = await complaint.ask(operationRoom, classify, {
      input: {
        caseId: filed.id,
        expectedVersion: filed.version,
        importance: 'MEDIUM',
        pillar: 'TIME',
        categoryCode: 'WAIT',
        entityCode: 'MOH',
        assigneePostId: postId('MOH-SFP-1'),
      },
    });
    const before = await recordOf(complaint, filed.id);
    const asked = await step(complaint, mainFocalPoint, 'transferCase', data.classifyCase.case, {
      toEntityCode: 'MIYAHUNA',
      reason,
    });
    await step(complaint, waterFocalPoint, 'acceptTransfer', asked.case, takeOver);
    const { pauses } = await recordOf(complaint, filed.id);
    expect(pauses).toEqual([
      expect.objectContaining({ kind: 'CREDIT', from: before.entityAssignedAt?.getTime() }),
    ]);
    expect(before.entityAssignedAt).toEqual(before.acknowledgedAt);
  });

  it('is nothing when a transfer is refused: the time was the entity’s own', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    const before = await recordOf(complaint, kase.id);
    const asked = await step(complaint, mainFocalPoint, 'transferCase', kase, {
      toEntityCode: 'MIYAHUNA',
      reason,
    });
    await step(complaint, waterFocalPoint, 'refuseTransfer', asked.case, { reason });
    expect(await recordOf(complaint, kase.id)).toMatchObject({
      dueAt: before.dueAt,
      pauses: [],
      entityAssignedAt: null,
      acceptedTransfers: 0,
    });
  });
});

describe('the operation room', () => {
  it('gives a case to no expired entity, and not back to the one that has it: that is a refusal', async () => {
    const complaint = await openComplaint();
    const { database, directory } = complaint;
    const kase = await begun(complaint);
    const asked = await step(complaint, mainFocalPoint, 'transferCase', kase, {
      toEntityCode: 'MIYAHUNA',
      reason,
    });
    await travel(complaint, kase.id, 7);
    await referTransfer({ database, directory: () => directory }, keyOf(kase.id));
    const give = async (entityCode: string) => {
      const input = { assigneePostId: postId('MOH-SFP-1'), entityCode };
      const at = { id: kase.id, version: asked.case.version + 1 };
      return (await step(complaint, operationRoom, 'acceptTransfer', at, input)).problem;
    };
    expect(await give('OLDWATER')).toMatchObject({ code: 'EXPIRED_ENTITY', field: ['entityCode'] });
    expect(await give('MOH')).toMatchObject({ code: 'OWN_ENTITY', field: ['entityCode'] });
    expect(await give('ATLANTIS')).toMatchObject({ code: 'UNKNOWN_ENTITY' });
    expect(await recordOf(complaint, kase.id)).toMatchObject({ entity: 'MOH', state: 'TRANSFER_PENDING' });
  });
});
