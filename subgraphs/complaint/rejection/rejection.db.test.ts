import { describe, expect, it } from 'vitest';
import { assign, file, track } from '../testing/documents.ts';
import { begun, secondInRoom, seen, step } from '../testing/handover.ts';
import { openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf } from '../testing/travel.ts';
import { layla, mainFocalPoint, nobody, operationRoom, subFocalPoint } from '../testing/viewers.ts';

const proposal = { code: 'SUB_JUDICE', text: 'The court of first instance hears this matter.' };

describe('a rejection', () => {
  it('is proposed by the main focal point, unknown to the applicant, and approved by the operation room', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, nobody);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    expect(proposed.case).toMatchObject({
      state: 'SUBMITTED',
      proposal: { kind: 'REJECTION', ...proposal, byViewer: true, dueOn: null },
      rejection: null,
    });
    expect((await eventsOf(complaint, kase.id)).at(-1)).toMatchObject({ payload: { told: ['OR-1'] } });
    const secret = { reference: kase.reference, secret: kase.secret };
    const before = await complaint.ask(nobody, track, secret);
    expect(JSON.stringify(before)).not.toContain('court');

    const decided = await step(complaint, operationRoom, 'approveRejection', proposed.case);
    expect(decided.codes).toEqual([]);
    expect(decided.case).toMatchObject({
      state: 'REJECTED',
      proposal: null,
      answer: null,
      rejection: proposal,
      sla: { status: 'STOPPED' },
    });
    const record = await recordOf(complaint, kase.id);
    expect(record.publishedAt).toEqual(record.closedAt);
    expect(record).toMatchObject({
      outcome: null,
      nextDeadlineAt: null,
      escalatesAt: null,
      rejectionCode: 'SUB_JUDICE',
    });
    expect((await eventsOf(complaint, kase.id)).at(-1)).toMatchObject({
      type: 'case.reject',
      payload: { told: ['MOH-MFP'], case: { rejectionCode: 'SUB_JUDICE' } },
    });
    const after = await complaint.ask(
      nobody,
      `query ($reference: String!, $secret: String!) { trackCase(reference: $reference, secret: $secret) {
        rejection { code text } proposal { text } actions } }`,
      secret,
    );
    expect(after.data.trackCase).toEqual({ rejection: proposal, proposal: null, actions: [] });
  });

  it('is never approved by who proposed it, though by a second of the operation room', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, nobody, { entityCode: null });
    const proposed = await step(complaint, operationRoom, 'proposeRejection', kase, {
      code: 'OUT_OF_ANY_REMIT',
      text: 'No public entity decides about neighbours’ cats.',
    });
    const own = await step(complaint, operationRoom, 'approveRejection', proposed.case);
    expect(own.codes).toEqual(['OWN_PROPOSAL']);
    expect(own.case.actions).not.toContain('REJECT');
    const other = await step(complaint, secondInRoom, 'approveRejection', proposed.case);
    expect(other.case.state).toBe('REJECTED');
  });

  it('is declined with a reason, after which the case goes on and may be proposed again', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    const twice = await step(complaint, mainFocalPoint, 'proposeRejection', proposed.case, proposal);
    expect(twice.codes).toEqual(['PROPOSAL_WAITS']);
    expect(
      (await step(complaint, operationRoom, 'declineRejection', proposed.case, { reason: '' })).codes,
    ).toEqual(['REQUIRED']);
    const declined = await step(complaint, operationRoom, 'declineRejection', proposed.case, {
      reason: 'No court has it.',
    });
    expect(declined.case).toMatchObject({ state: 'SUBMITTED', proposal: null, sla: { status: 'ON_TIME' } });
    const mine = await complaint.ask(layla, seen, { id: kase.id });
    expect(mine.data.case.actions).toEqual(['WITHDRAW']);
    expect((await step(complaint, operationRoom, 'approveRejection', declined.case)).codes).toEqual([
      'NOTHING_PROPOSED',
    ]);
    expect(
      (await step(complaint, mainFocalPoint, 'proposeRejection', declined.case, proposal)).codes,
    ).toEqual([]);
  });

  it('is overtaken when the case is worked on, and not possible any more', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    const assigned = await assign(complaint, { ...kase, version: proposed.case.version });
    expect(await recordOf(complaint, kase.id)).toMatchObject({ state: 'ASSIGNED', proposal: null });
    expect((await step(complaint, operationRoom, 'approveRejection', assigned)).codes).toEqual([
      'NOTHING_PROPOSED',
    ]);
    const working = await begun(complaint);
    const { problem } = await step(complaint, mainFocalPoint, 'proposeRejection', working, proposal);
    expect(problem).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      message: expect.stringContaining(
        'The case is in progress, so "propose a rejection" is not possible now.',
      ),
    });
  });

  it('ends what other entities were asked for meanwhile', async () => {
    const complaint = await openComplaint();
    const kase = await assign(complaint, await file(complaint, layla));
    const question = { entityCode: 'MIYAHUNA', question: 'Do you know of it?' };
    const asked = await step(complaint, mainFocalPoint, 'requestContribution', kase, question);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', asked.case, proposal);
    const decided = await step(complaint, operationRoom, 'approveRejection', proposed.case);
    expect(decided.case.contributions).toMatchObject([{ state: 'WITHDRAWN' }]);
    expect(await recordOf(complaint, kase.id)).toMatchObject({ openParts: 0, partEntities: [] });
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toContain('MIYAHUNA-MFP');
  });

  it('is not for sub focal points, nor for the main focal point to approve, and says why in words', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    expect((await step(complaint, subFocalPoint, 'proposeRejection', kase, proposal)).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect(
      (await step(complaint, mainFocalPoint, 'proposeRejection', kase, { ...proposal, text: ' ' })).codes,
    ).toEqual(['REQUIRED']);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    expect((await step(complaint, mainFocalPoint, 'approveRejection', proposed.case)).codes).toEqual([
      'FORBIDDEN',
    ]);
  });

  it('is decided once: one of approving and declining at the same time wins', async () => {
    const complaint = await openComplaint();
    const kase = await file(complaint, layla);
    const proposed = await step(complaint, mainFocalPoint, 'proposeRejection', kase, proposal);
    const results = await Promise.all([
      step(complaint, operationRoom, 'approveRejection', proposed.case),
      step(complaint, secondInRoom, 'declineRejection', proposed.case, { reason: 'No court has it.' }),
    ]);
    expect(results.map(({ codes }) => codes[0] ?? 'DONE').sort()).toEqual(['CONFLICT', 'DONE']);
  });
});
