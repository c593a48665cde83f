import { describe, expect, it } from 'vitest';
import { assign, file, propose, rate, resolved } from '../testing/documents.ts';
import { timeOut } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf, travel } from '../testing/travel.ts';
import {
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  reviewer,
  subFocalPoint,
} from '../testing/viewers.ts';

const payload = `{ case { id version state importance cycle actions appealedAt holder { id }
    sla { dueAt originalDueAt acknowledgedAt escalation } answer { text } rating { score } }
  userErrors { code field message } }`;
const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) ${payload} }`;
const reopen = `mutation ($input: ReopenCaseInput!) { reopenCase(input: $input) ${payload} }`;
const byStaff = `mutation ($input: ReopenByStaffInput!) { reopenByStaff(input: $input) ${payload} }`;
const appeal = `mutation ($input: AppealCaseInput!) { appealCase(input: $input) ${payload} }`;
const decline = `mutation ($input: DeclineAppealInput!) { declineAppeal(input: $input) ${payload} }`;
/** What was reopened must be scored. */
const scores = ['complete', 'clear', 'respectful', 'correct', 'next-step'].map((criterion) => ({
  criterion,
  points: 4,
}));
const approve = `mutation ($input: ApproveAnswerInput!) { approveAnswer(input: $input) ${payload} }`;
const reason = 'The second doctor came for one day only.';

/** Reopens as the applicant and answers again; gives the version afterwards. */
async function anotherRound(
  complaint: Complaint,
  { id, reference }: { id: string; reference: string },
  version: number,
) {
  const opened = await complaint.ask(layla, reopen, {
    input: { reference, expectedVersion: version, reason },
  });
  if (opened.data.reopenCase.userErrors.length > 0) throw new Error(JSON.stringify(opened.data));
  const answer = { outcome: 'EXPLAINED', text: `What was done in answer to version ${version}.` };
  await complaint.ask(subFocalPoint, propose, {
    input: { caseId: id, expectedVersion: version + 1, ...answer },
  });
  const done = await complaint.ask(reviewer, approve, {
    input: { caseId: id, expectedVersion: version + 2, scores },
  });
  if (done.data.approveAnswer.userErrors.length > 0) throw new Error(JSON.stringify(done.data));
  return version + 3;
}

describe('withdrawing', () => {
  it('ends any open case for its applicant; the clock stops and nothing is due any more', async () => {
    const complaint = await openComplaint();
    const { id, reference, secret } = await file(complaint);
    const input = { reference, secret, expectedVersion: 1, reason: 'It has been mended.' };
    const { data } = await complaint.ask(nobody, withdraw, { input });
    expect(data.withdrawCase).toMatchObject({
      userErrors: [],
      case: { state: 'WITHDRAWN', version: 2, actions: [] },
    });
    const after = await recordOf(complaint, id);
    expect(after).toMatchObject({ escalatesAt: null, timesOutAt: null, nextDeadlineAt: null });
    expect(after.closedAt).toBeInstanceOf(Date);
    const again = await complaint.ask(nobody, withdraw, { input: { ...input, expectedVersion: 2 } });
    expect(again.data.withdrawCase.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('is the applicant’s alone, and not for an answered case', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await resolved(complaint, layla);
    const input = { reference, expectedVersion: version };
    expect((await complaint.ask(omar, withdraw, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const staff = await complaint.ask(mainFocalPoint, withdraw, { input });
    expect(staff.data.withdrawCase.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const late = await complaint.ask(layla, withdraw, { input });
    expect(late.data.withdrawCase.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await recordOf(complaint, id)).state).toBe('RESOLVED');
  });
});

describe('reopening', () => {
  it('begins a round with half the time, one step more importance, and what was said before kept', async () => {
    const complaint = await openComplaint();
    const kase = await resolved(complaint, layla);
    await complaint.ask(layla, rate, {
      input: { reference: kase.reference, expectedVersion: kase.version, score: 2, solved: 'NO' },
    });
    const { data } = await complaint.ask(layla, reopen, {
      input: { reference: kase.reference, expectedVersion: kase.version + 1, reason },
    });
    expect(data.reopenCase).toMatchObject({
      userErrors: [],
      case: { state: 'IN_PROGRESS', cycle: 2, importance: 'HIGH', answer: null, rating: null },
    });
    const after = await recordOf(complaint, kase.id);
    expect(after).toMatchObject({ slaDays: 2, openedBy: 'APPLICANT', reopenedBecause: reason });
    expect(after.escalatesAt).toBeInstanceOf(Date);
    expect(after.nextDeadlineAt).toEqual(after.dueAt);
    const events = await eventsOf(complaint, kase.id);
    expect(events.at(-1)).toMatchObject({ type: 'case.reopen', payload: { told: ['MOH-MFP'] } });
    const seen = await complaint.ask(
      layla,
      `query ($id: ID!) { case(id: $id) { cycles { number openedBy submittedAt dueAt publishedAt outcome reason
        rating { score solved } answer { text } } timeline { edges { node { action text } } } } }`,
      { id: kase.id },
    );
    expect(seen.data.case.cycles).toMatchObject([
      {
        number: 1,
        openedBy: 'APPLICANT',
        reason: null,
        outcome: 'SOLVED',
        rating: { score: 2, solved: 'NO' },
        answer: { text: expect.stringContaining('doctor') },
      },
      { number: 2, openedBy: 'APPLICANT', reason, rating: null, answer: null, publishedAt: null },
    ]);
    expect(seen.data.case.timeline.edges.at(-1).node).toEqual({ action: 'REOPEN', text: reason });
  });

  it('is possible until ten working days after closing, not later; the operation room may any time', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await resolved(complaint, layla);
    await complaint.ask(layla, rate, {
      input: { reference, expectedVersion: version, score: 5, solved: 'YES' },
    });
    await travel(complaint, id, 7);
    const look = 'query ($id: ID!) { case(id: $id) { actions } }';
    expect((await complaint.ask(layla, look, { id })).data.case.actions).toEqual(['REOPEN']);
    await travel(complaint, id, 35);
    const input = { reference, expectedVersion: version + 1, reason };
    const late = await complaint.ask(layla, reopen, { input });
    expect(late.data.reopenCase).toMatchObject({
      userErrors: [{ code: 'TOO_LATE' }],
      case: { state: 'CLOSED', cycle: 1 },
    });
    const room = await complaint.ask(operationRoom, byStaff, {
      input: { caseId: id, expectedVersion: version + 1, reason },
    });
    expect(room.data.reopenByStaff).toMatchObject({ userErrors: [], case: { cycle: 2 } });
    expect(await recordOf(complaint, id)).toMatchObject({ openedBy: 'OPERATION_ROOM' });
  });

  it('asks for a reason, the right person and the right version', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await resolved(complaint, layla);
    const input = { reference, expectedVersion: version, reason };
    const none = await complaint.ask(layla, reopen, { input: { ...input, reason: ' ' } });
    expect(none.data.reopenCase.userErrors).toMatchObject([{ code: 'REQUIRED', field: ['reason'] }]);
    expect((await complaint.ask(omar, reopen, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const stale = await complaint.ask(layla, reopen, { input: { ...input, expectedVersion: 2 } });
    expect(stale.data.reopenCase.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const step = { caseId: id, expectedVersion: version, reason };
    for (const viewer of [mainFocalPoint, reviewer, layla]) {
      const { data, errors } = await complaint.ask(viewer, byStaff, { input: step });
      if (viewer === layla) expect(errors).toBeUndefined();
      else expect(data.reopenByStaff.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  it('begins one round, however many ask for it at the same moment', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await resolved(complaint, layla);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2
          ? complaint.ask(layla, reopen, { input: { reference, expectedVersion: version, reason } })
          : complaint.ask(operationRoom, byStaff, {
              input: { caseId: id, expectedVersion: version, reason },
            }),
      ),
    );
    const codes = all.map(
      ({ data }) => (data.reopenCase ?? data.reopenByStaff).userErrors[0]?.code ?? 'DONE',
    );
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19);
    expect(await recordOf(complaint, id)).toMatchObject({ cycle: 2, version: version + 1 });
  });

  it('of an open case is refused', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    await assign(complaint, filed);
    const { data } = await complaint.ask(layla, reopen, {
      input: { reference: filed.reference, expectedVersion: 2, reason },
    });
    expect(data.reopenCase.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });
});

describe('an appeal', () => {
  it('comes after two reopenings, and is granted by a reopening of the operation room', async () => {
    const complaint = await openComplaint();
    const kase = await resolved(complaint, layla);
    const early = await complaint.ask(layla, appeal, {
      input: { reference: kase.reference, expectedVersion: kase.version, reason },
    });
    expect(early.data.appealCase.userErrors).toMatchObject([{ code: 'REOPEN_FIRST' }]);
    let version = await anotherRound(complaint, kase, kase.version);
    version = await anotherRound(complaint, kase, version);
    const input = { reference: kase.reference, expectedVersion: version, reason };
    const third = await complaint.ask(layla, reopen, { input });
    expect(third.data.reopenCase.userErrors).toMatchObject([{ code: 'REOPENINGS_USED' }]);
    expect(third.data.reopenCase.case.actions).toEqual(['RATE', 'APPEAL']);

    const appealed = await complaint.ask(layla, appeal, { input });
    expect(appealed.data.appealCase).toMatchObject({ userErrors: [], case: { state: 'RESOLVED' } });
    expect(appealed.data.appealCase.case.appealedAt).not.toBeNull();
    expect((await eventsOf(complaint, kase.id)).at(-1)?.payload.told).toEqual(['OR-1']);
    const twice = await complaint.ask(layla, appeal, { input: { ...input, expectedVersion: version + 1 } });
    expect(twice.data.appealCase.userErrors).toMatchObject([{ code: 'APPEAL_WAITS' }]);

    const granted = await complaint.ask(operationRoom, byStaff, {
      input: { caseId: kase.id, expectedVersion: version + 1, reason },
    });
    expect(granted.data.reopenByStaff).toMatchObject({
      userErrors: [],
      case: { state: 'IN_PROGRESS', cycle: 4, appealedAt: null, importance: 'CRITICAL' },
    });
  });

  it('may be declined, with a reason that the applicant reads', async () => {
    const complaint = await openComplaint();
    const kase = await resolved(complaint, layla);
    let version = await anotherRound(complaint, kase, kase.version);
    version = await anotherRound(complaint, kase, version);
    const none = await complaint.ask(operationRoom, decline, {
      input: { caseId: kase.id, expectedVersion: version, reason: 'No.' },
    });
    expect(none.data.declineAppeal.userErrors).toMatchObject([{ code: 'NO_APPEAL' }]);
    await complaint.ask(layla, appeal, {
      input: { reference: kase.reference, expectedVersion: version, reason },
    });
    const input = { caseId: kase.id, expectedVersion: version + 1, reason: 'Two doctors are there now.' };
    const focal = await complaint.ask(mainFocalPoint, decline, { input });
    expect(focal.data.declineAppeal.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const { data } = await complaint.ask(operationRoom, decline, { input });
    expect(data.declineAppeal).toMatchObject({ userErrors: [], case: { appealedAt: null } });
    const seen = await complaint.ask(
      layla,
      'query ($id: ID!) { case(id: $id) { timeline { edges { node { action text } } } } }',
      { id: kase.id },
    );
    expect(seen.data.case.timeline.edges.at(-1).node).toEqual({
      action: 'DECLINE_APPEAL',
      text: 'Two doctors are there now.',
    });
  });
});

describe('an answer that nobody rates', () => {
  it('closes by itself after ten working days, and may still be reopened', async () => {
    const complaint = await openComplaint();
    const { id } = await resolved(complaint, layla);
    await travel(complaint, id, 7);
    expect(await timeOut(complaint)).toBe(0);
    await travel(complaint, id, 21);
    expect(await timeOut(complaint)).toBe(1);
    const after = await recordOf(complaint, id);
    expect(after).toMatchObject({ state: 'CLOSED', ratedAt: null, timesOutAt: null });
    expect(after.closedAt).toBeInstanceOf(Date);
    const { data } = await complaint.ask(
      layla,
      'query ($id: ID!) { case(id: $id) { actions timeline { edges { node { action by } } } } }',
      { id },
    );
    expect(data.case.actions).toEqual(['REOPEN']);
    expect(data.case.timeline.edges.at(-1).node).toEqual({ action: 'CLOSE', by: 'SYSTEM' });
  });
});
