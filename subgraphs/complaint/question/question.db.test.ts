import { describe, expect, it } from 'vitest';
import { dueDates } from '../clock/case-clock.ts';
import { begun, timeOut } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf, travel } from '../testing/travel.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  omar,
  operationRoom,
  reviewer,
  subFocalPoint,
} from '../testing/viewers.ts';

const payload = `{ case { id version state actions question { text askedAt replyBy } sla { status } }
  userErrors { code field message } }`;
const ask = `mutation ($input: AskApplicantInput!) { askApplicant(input: $input) ${payload} }`;
const reply = `mutation ($input: ReplyToQuestionInput!) { replyToQuestion(input: $input) ${payload} }`;
const withdraw = `mutation ($input: WithdrawCaseInput!) { withdrawCase(input: $input) ${payload} }`;
const question = 'Which of the two clinics was it, and on which day?';

async function asked(complaint: Complaint, filing: object = {}) {
  const kase = await begun(complaint, { filing });
  const input = { caseId: kase.id, expectedVersion: kase.version, question };
  const { data } = await complaint.ask(subFocalPoint, ask, { input });
  return { ...kase, version: data.askApplicant.case.version };
}

describe('a question to the applicant', () => {
  it('stops the clock and is seen by the applicant until it is answered', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await begun(complaint);
    const given = await complaint.ask(subFocalPoint, ask, {
      input: { caseId: id, expectedVersion: version, question },
    });
    expect(given.data.askApplicant).toMatchObject({
      userErrors: [],
      case: { state: 'AWAITING_APPLICANT', question: { text: question }, sla: { status: 'PAUSED' } },
    });
    const paused = await recordOf(complaint, id);
    expect(paused).toMatchObject({ questions: 1, nextDeadlineAt: null, escalatesAt: null });
    expect(paused.pauses).toEqual([{ from: paused.pausedAt?.getTime(), to: null, kind: 'APPLICANT' }]);
    expect(new Date(given.data.askApplicant.case.question.replyBy)).toEqual(paused.timesOutAt);

    const seen = await complaint.ask(
      layla,
      'query ($id: ID!) { case(id: $id) { actions question { text } timeline { edges { node { action text } } } } }',
      { id },
    );
    expect(seen.data.case).toMatchObject({ actions: ['REPLY', 'WITHDRAW'], question: { text: question } });
    expect(seen.data.case.timeline.edges.at(-1).node).toEqual({ action: 'ASK_APPLICANT', text: question });

    await travel(complaint, id, 7);
    await complaint.database.query(
      `update cases set times_out_at = times_out_at + interval '7 days' where reference = $1`,
      [reference],
    );
    const before = await recordOf(complaint, id);
    const answered = await complaint.ask(layla, reply, {
      input: { reference, expectedVersion: given.data.askApplicant.case.version, text: 'The one in Amman.' },
    });
    expect(answered.data.replyToQuestion).toMatchObject({
      userErrors: [],
      case: { state: 'IN_PROGRESS', question: null },
    });
    const after = await recordOf(complaint, id);
    expect(after).toMatchObject({ pausedAt: null, question: null, timesOutAt: null });
    expect(after.pauses).toEqual([{ ...before.pauses[0], to: expect.any(Number) }]);
    expect(after).toMatchObject(dueDates(after, complaint.directory.calendar(after.calendarVersion)));
    expect(after.originalDueAt).toEqual(before.originalDueAt);
    const moved = (after.dueAt?.getTime() ?? 0) - (before.dueAt?.getTime() ?? 0);
    expect(moved).toBeGreaterThan(0);
    expect(after.nextDeadlineAt).toEqual(after.dueAt);
  });

  it('may be asked twice a round, not a third time', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await begun(complaint);
    let at = version;
    for (const text of ['the first', 'the second']) {
      await complaint.ask(subFocalPoint, ask, { input: { caseId: id, expectedVersion: at, question } });
      await complaint.ask(layla, reply, { input: { reference, expectedVersion: at + 1, text } });
      at += 2;
    }
    const third = await complaint.ask(subFocalPoint, ask, {
      input: { caseId: id, expectedVersion: at, question },
    });
    expect(third.data.askApplicant).toMatchObject({
      userErrors: [{ code: 'TOO_MANY_QUESTIONS' }],
      case: { state: 'IN_PROGRESS', version: at },
    });
    expect(third.data.askApplicant.case.actions).not.toContain('ASK_APPLICANT');
  });

  it('is specific, and so is its answer: neither may be empty or endless', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await begun(complaint);
    for (const [text, code] of [
      ['  ', 'REQUIRED'],
      ['Why?', 'TOO_SHORT'],
      ['a'.repeat(2_001), 'TOO_LONG'],
    ]) {
      const input = { caseId: id, expectedVersion: version, question: text };
      const { data } = await complaint.ask(subFocalPoint, ask, { input });
      expect(data.askApplicant.userErrors).toMatchObject([{ code, field: ['question'] }]);
    }
    await complaint.ask(subFocalPoint, ask, { input: { caseId: id, expectedVersion: version, question } });
    for (const [text, code] of [
      ['\u200f ', 'REQUIRED'],
      ['a'.repeat(10_001), 'TOO_LONG'],
    ]) {
      const { data } = await complaint.ask(layla, reply, {
        input: { reference, expectedVersion: version + 1, text },
      });
      expect(data.replyToQuestion.userErrors).toMatchObject([{ code, field: ['text'] }]);
    }
  });

  it('is asked by a focal point and answered by the applicant; to another applicant there is no case', async () => {
    const complaint = await openComplaint();
    const kase = await begun(complaint);
    const input = { caseId: kase.id, expectedVersion: kase.version, question };
    for (const viewer of [operationRoom, reviewer, layla]) {
      const { data } = await complaint.ask(viewer, ask, { input });
      expect(data.askApplicant.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect((await complaint.ask(omar, ask, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await complaint.ask(mainFocalPoint, ask, { input });

    const answer = { reference: kase.reference, expectedVersion: kase.version + 1, text: 'In Amman.' };
    const stranger = await complaint.ask(omar, reply, { input: answer });
    const guessed = await complaint.ask(nobody, reply, { input: { ...answer, secret: 'guess' } });
    for (const { errors } of [stranger, guessed]) expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const staff = await complaint.ask(subFocalPoint, reply, { input: answer });
    expect(staff.data.replyToQuestion.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const stale = await complaint.ask(layla, reply, { input: { ...answer, expectedVersion: 1 } });
    expect(stale.data.replyToQuestion.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const secret = await complaint.ask(nobody, reply, { input: { ...answer, secret: kase.secret } });
    expect(secret.data.replyToQuestion.case.state).toBe('IN_PROGRESS');
    const again = await complaint.ask(layla, reply, {
      input: { ...answer, expectedVersion: kase.version + 2 },
    });
    expect(again.data.replyToQuestion.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('about a report is kept from those who only oversee, and so is the reply', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await asked(complaint, { type: 'REPORT' });
    const look = `query ($id: ID!) { case(id: $id) { question { text } timeline { edges { node { action text } } } } }`;
    const seen = await complaint.ask(administrator, look, { id });
    expect(seen.data.case.question.text).toBe('Confidential report');
    await complaint.ask(layla, reply, { input: { reference, expectedVersion: version, text: 'The one.' } });
    const told = await complaint.ask(administrator, look, { id });
    const texts = told.data.case.timeline.edges.map((edge: { node: { text: string } }) => edge.node.text);
    expect(texts.filter(Boolean)).toEqual([]);
  });

  it('that nobody answers in five working days ends by itself, with all that a reply does', async () => {
    const complaint = await openComplaint();
    const { id } = await asked(complaint);
    expect(await timeOut(complaint)).toBe(0);
    await travel(complaint, id, 14);
    expect(await timeOut(complaint)).toBe(1);
    expect(await timeOut(complaint)).toBe(0);
    const after = await recordOf(complaint, id);
    expect(after).toMatchObject({
      state: 'IN_PROGRESS',
      pausedAt: null,
      question: null,
      pauses: [{ to: expect.any(Number), kind: 'APPLICANT' }],
    });
    expect(after).toMatchObject(dueDates(after, complaint.directory.calendar(after.calendarVersion)));
    const { data } = await complaint.ask(
      layla,
      'query ($id: ID!) { case(id: $id) { timeline { edges { node { action by post { id } text } } } } }',
      { id },
    );
    expect(data.case.timeline.edges.at(-1).node).toEqual({
      action: 'REPLY',
      by: 'SYSTEM',
      post: null,
      text: null,
    });
    const events = await eventsOf(complaint, id);
    expect(events.at(-1)).toMatchObject({ type: 'case.reply', payload: { by: 'SYSTEM' } });
    expect(after.holderPost).toBe('MOH-SFP-1');
  });

  it('ends with the case when the applicant withdraws it', async () => {
    const complaint = await openComplaint();
    const { id, reference, version } = await asked(complaint);
    const { data } = await complaint.ask(layla, withdraw, {
      input: { reference, expectedVersion: version },
    });
    expect(data.withdrawCase).toMatchObject({ userErrors: [], case: { state: 'WITHDRAWN', question: null } });
    const after = await recordOf(complaint, id);
    expect(after.pausedAt).toBeNull();
    expect(after.pauses).toMatchObject([{ to: expect.any(Number) }]);
    expect(after).toMatchObject({ timesOutAt: null, escalatesAt: null, nextDeadlineAt: null });
  });
});
