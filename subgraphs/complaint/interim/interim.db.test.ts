import { describe, expect, it } from 'vitest';
import { closeOf } from '../sla/compute-due-dates.ts';
import { dayOf, fromLocalDate, toLocalDate } from '../sla/working-calendar.ts';
import { begun } from '../testing/escalating.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { eventsOf, recordOf, travel } from '../testing/travel.ts';
import { layla, mainFocalPoint, omar, operationRoom, subFocalPoint } from '../testing/viewers.ts';

const payload = `{ case { id version state actions latestInterimDueOn sla { dueAt originalDueAt } }
  userErrors { code field message } }`;
const propose = `mutation ($input: ProposeInterimReplyInput!) { proposeInterimReply(input: $input) ${payload} }`;
const approve = `mutation ($input: CaseActionInput!) { approveInterimReply(input: $input) ${payload} }`;
const decline = `mutation ($input: DeclineInterimReplyInput!) { declineInterimReply(input: $input) ${payload} }`;
const text = 'The part has been ordered; it arrives within two weeks.';

/** Proposes, by the sub focal point unless told otherwise, the last day that is allowed. */
async function proposed(complaint: Complaint, viewer = subFocalPoint) {
  const { id, reference, version } = await begun(complaint);
  const look = 'query ($id: ID!) { case(id: $id) { latestInterimDueOn } }';
  const dueOn = (await complaint.ask(subFocalPoint, look, { id })).data.case.latestInterimDueOn;
  const input = { caseId: id, expectedVersion: version, text, dueOn };
  const { data } = await complaint.ask(viewer, propose, { input });
  return { id, reference, version: version + 1, dueOn, given: data.proposeInterimReply };
}

describe('an interim reply', () => {
  it('proposed by one and approved by the main focal point moves the due date, not the original one', async () => {
    const complaint = await openComplaint();
    const { id, version, dueOn, given } = await proposed(complaint);
    expect(given).toMatchObject({ userErrors: [], case: { state: 'IN_PROGRESS' } });
    const before = await recordOf(complaint, id);
    expect(before.proposal).toMatchObject({ kind: 'INTERIM', text, dueOn, post: 'MOH-SFP-1' });
    expect((await eventsOf(complaint, id)).at(-1)?.payload.told).toEqual(['MOH-MFP']);
    const look = 'query ($id: ID!) { case(id: $id) { timeline { edges { node { action text } } } } }';
    const waiting = await complaint.ask(layla, look, { id });
    expect(waiting.data.case.timeline.edges.at(-1).node).toEqual({ action: 'START', text: null });

    const { data } = await complaint.ask(mainFocalPoint, approve, {
      input: { caseId: id, expectedVersion: version },
    });
    expect(data.approveInterimReply).toMatchObject({ userErrors: [], case: { latestInterimDueOn: null } });
    const after = await recordOf(complaint, id);
    const calendar = complaint.directory.calendar(after.calendarVersion);
    expect(after).toMatchObject({ proposal: null, interimDueOn: dueOn, interimAt: expect.any(Date) });
    expect(after.originalDueAt).toEqual(before.originalDueAt);
    expect(after.dueAt?.getTime()).toBe(closeOf(calendar, dueOn));
    expect(after.nextDeadlineAt).toEqual(after.dueAt);
    expect(after.escalatesAt?.getTime()).toBeGreaterThan(before.escalatesAt?.getTime() ?? 0);
    const told = await complaint.ask(layla, look, { id });
    expect(told.data.case.timeline.edges.at(-1).node).toEqual({ action: 'INTERIM_REPLY', text });
  });

  it('is given once a round', async () => {
    const complaint = await openComplaint();
    const { id, version, dueOn } = await proposed(complaint);
    await complaint.ask(mainFocalPoint, approve, { input: { caseId: id, expectedVersion: version } });
    const again = await complaint.ask(subFocalPoint, propose, {
      input: { caseId: id, expectedVersion: version + 1, text, dueOn },
    });
    expect(again.data.proposeInterimReply.userErrors).toMatchObject([{ code: 'ONCE_A_CYCLE' }]);
    expect(again.data.proposeInterimReply.case.actions).not.toContain('PROPOSE_INTERIM');
  });

  it('may be declined with a reason for staff, and proposed again', async () => {
    const complaint = await openComplaint();
    const { id, version, dueOn } = await proposed(complaint);
    const second = await complaint.ask(subFocalPoint, propose, {
      input: { caseId: id, expectedVersion: version, text, dueOn },
    });
    expect(second.data.proposeInterimReply.userErrors).toMatchObject([{ code: 'PROPOSAL_WAITS' }]);
    const input = { caseId: id, expectedVersion: version };
    const silent = await complaint.ask(mainFocalPoint, decline, { input: { ...input, reason: ' ' } });
    expect(silent.data.declineInterimReply.userErrors).toMatchObject([
      { code: 'REQUIRED', field: ['reason'] },
    ]);
    const declined = await complaint.ask(mainFocalPoint, decline, {
      input: { ...input, reason: 'A week is enough.' },
    });
    expect(declined.data.declineInterimReply.userErrors).toEqual([]);
    expect(await recordOf(complaint, id)).toMatchObject({ proposal: null, interimAt: null });
    expect((await eventsOf(complaint, id)).at(-1)?.payload.told).toEqual(['MOH-SFP-1']);
    const again = await complaint.ask(subFocalPoint, propose, {
      input: { caseId: id, expectedVersion: version + 1, text, dueOn },
    });
    expect(again.data.proposeInterimReply.userErrors).toEqual([]);
  });

  it('is approved by the main focal point alone, and only when one was proposed', async () => {
    const complaint = await openComplaint();
    const { id, version } = await proposed(complaint);
    const input = { caseId: id, expectedVersion: version };
    for (const [viewer, code] of [
      [subFocalPoint, 'FORBIDDEN'],
      [operationRoom, 'MAIN_DECIDES'],
      [layla, 'FORBIDDEN'],
    ] as const) {
      const { data } = await complaint.ask(viewer, approve, { input });
      expect(data.approveInterimReply.userErrors).toMatchObject([{ code }]);
    }
    expect((await complaint.ask(omar, approve, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const other = await begun(complaint);
    const { data } = await complaint.ask(mainFocalPoint, approve, {
      input: { caseId: other.id, expectedVersion: other.version },
    });
    expect(data.approveInterimReply.userErrors).toMatchObject([{ code: 'NOTHING_PROPOSED' }]);
  });

  it('names the last day allowed when it promises a wrong one, in the words of the caller', async () => {
    const complaint = await openComplaint();
    const { id, version } = await begun(complaint);
    const { dueAt, calendarVersion } = await recordOf(complaint, id);
    const calendar = complaint.directory.calendar(calendarVersion);
    const dueDay = toLocalDate(dayOf(dueAt?.getTime() ?? 0));
    const latest = calendar.workingDayAfter(fromLocalDate(dueDay), 7);
    const shown = new Intl.DateTimeFormat('en', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Asia/Amman',
    }).format(latest.closes);
    let weekend = fromLocalDate(dueDay) + 1;
    while (calendar.dayAt(weekend).kind === 'WORKING') weekend++;
    for (const [dueOn, code] of [
      ['2020-01-01', 'INTERIM_PAST'],
      [dueDay, 'INTERIM_NOT_LATER'],
      [toLocalDate(weekend), 'INTERIM_NOT_WORKING'],
      [toLocalDate(latest.day + 1), 'INTERIM_TOO_FAR'],
    ]) {
      const input = { caseId: id, expectedVersion: version, text, dueOn };
      const { data } = await complaint.ask(subFocalPoint, propose, { input });
      expect(data.proposeInterimReply.userErrors).toMatchObject([{ code, field: ['dueOn'] }]);
      expect(data.proposeInterimReply.userErrors[0].message).toContain(shown);
      const arabic = await complaint.ask({ ...subFocalPoint, language: 'ar' }, propose, { input });
      expect(arabic.data.proposeInterimReply.userErrors[0].message).toMatch(/\d{4}/);
    }
    const input = { caseId: id, expectedVersion: version, text: ' ', dueOn: toLocalDate(latest.day) };
    const empty = await complaint.ask(subFocalPoint, propose, { input });
    expect(empty.data.proposeInterimReply.userErrors).toMatchObject([{ code: 'REQUIRED', field: ['text'] }]);
  });

  it('that waited until its day has passed is not given any more', async () => {
    const complaint = await openComplaint();
    const { id, version } = await proposed(complaint);
    await travel(complaint, id, 56);
    await complaint.database.query(
      `update cases set proposal = proposal || jsonb_build_object('dueOn', (proposal->>'dueOn')::date - 56)`,
    );
    const { data } = await complaint.ask(mainFocalPoint, approve, {
      input: { caseId: id, expectedVersion: version },
    });
    expect(data.approveInterimReply.userErrors).toMatchObject([{ code: 'NO_LATER_DAY' }]);
    expect(await recordOf(complaint, id)).toMatchObject({ interimAt: null, version });
  });
});
