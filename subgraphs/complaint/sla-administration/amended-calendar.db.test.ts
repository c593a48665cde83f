import { describe, expect, it } from 'vitest';
import { findBrokenLink } from '../audit/audit.store.ts';
import { dueDates } from '../clock/case-clock.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import {
  amend,
  dueDay,
  eventsOf,
  key,
  off,
  recordOf,
  round,
  withHolidays,
} from '../testing/amended-calendar.ts';
import { assign, file, one, resolved, start } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import { amman, seededCalendar } from '../testing/seeded-calendar.ts';
import { nobody, operationRoom, subFocalPoint } from '../testing/viewers.ts';

describe('an amended calendar', () => {
  it('moves the due date of an open case once, with an event, a line of the timeline and the audit', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const before = await recordOf(complaint, filed.id);
    const directory = await amend(complaint, 2, withHolidays(off(await dueDay(complaint, filed.id))));
    expect(await round(complaint, directory)).toEqual({ considered: 1, moved: 1, kept: 0 });

    const after = await recordOf(complaint, filed.id);
    expect(after).toMatchObject({ version: 3, calendarVersion: 2, state: 'ASSIGNED' });
    expect(after.dueAt?.getTime()).toBeGreaterThan(before.dueAt?.getTime() ?? 0);
    expect(after).toMatchObject(dueDates(after, directory.calendar(2)));
    expect(after.nextDeadlineAt).toEqual(after.dueAt);
    expect((await eventsOf(complaint, filed.id)).map((event) => event.type)).toEqual([
      'case.submit',
      'case.classify',
      'case.reschedule',
    ]);
    expect(await findBrokenLink(complaint.database, key(filed.id))).toBeNull();
    const { data } = await complaint.ask(
      operationRoom,
      `query ($id: ID!) { case(id: $id) { sla { calendarVersion explanation { reason name(lang: EN) } } timeline { edges { node { action by } } } } }`,
      { id: filed.id },
    );
    expect(data.case.timeline.edges.at(-1).node).toEqual({ action: 'RESCHEDULE', by: 'SYSTEM' });
    expect(data.case.sla.calendarVersion).toBe(2);
    expect(data.case.sla.explanation).toContainEqual({ reason: 'HOLIDAY', name: 'Holiday' });

    expect(await round(complaint, directory)).toEqual({ considered: 0, moved: 0, kept: 0 });
  });

  it('is adopted quietly where it moves nothing: no event, the same version', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const directory = await amend(complaint, 2, withHolidays(off('2027-05-10')));
    expect(await round(complaint, directory)).toEqual({ considered: 1, moved: 0, kept: 0 });
    expect(await recordOf(complaint, filed.id)).toMatchObject({ version: 2, calendarVersion: 2 });
    expect(await eventsOf(complaint, filed.id)).toHaveLength(2);
  });

  it('moves the acknowledgement of a case that nobody has classified', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    const before = await recordOf(complaint, filed.id);
    const day = toLocalDate(dayOf(before.acknowledgeBy.getTime()));
    const directory = await amend(complaint, 2, withHolidays(off(day)));
    expect(await round(complaint, directory)).toMatchObject({ moved: 1 });
    const after = await recordOf(complaint, filed.id);
    expect(after.acknowledgeBy.getTime()).toBeGreaterThan(before.acknowledgeBy.getTime());
    expect(after.nextDeadlineAt).toEqual(after.acknowledgeBy);
  });

  it('leaves what it would shorten under its calendar, and looks at it once', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const day = await dueDay(complaint, filed.id);
    await round(complaint, await amend(complaint, 2, withHolidays(off(day))));
    const held = await recordOf(complaint, filed.id);
    const shortening = await amend(complaint, 3, {});
    expect(await round(complaint, shortening)).toEqual({ considered: 1, moved: 0, kept: 1 });
    expect(await round(complaint, shortening)).toEqual({ considered: 0, moved: 0, kept: 0 });
    expect(await recordOf(complaint, filed.id)).toEqual(held);

    // A later one that does not shorten is adopted.
    const again = await amend(complaint, 4, withHolidays(off(day)));
    expect(await round(complaint, again)).toMatchObject({ considered: 1, kept: 0 });
    expect(await recordOf(complaint, filed.id)).toMatchObject({ calendarVersion: 4, dueAt: held.dueAt });
  });

  it('may shorten when the operation room published it so', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await assign(complaint, filed);
    const original = await recordOf(complaint, filed.id);
    const day = await dueDay(complaint, filed.id);
    await round(complaint, await amend(complaint, 2, withHolidays(off(day))));
    const directory = await amend(complaint, 3, { mayShorten: true });
    expect(await round(complaint, directory)).toMatchObject({ moved: 1, kept: 0 });
    expect(await recordOf(complaint, filed.id)).toMatchObject({ calendarVersion: 3, dueAt: original.dueAt });
  });

  it('touches no case whose answer is published', async () => {
    const complaint = await openComplaint();
    const done = await resolved(complaint);
    const before = await recordOf(complaint, done.id);
    const directory = await amend(complaint, 2, withHolidays(off(await dueDay(complaint, done.id))));
    expect(await round(complaint, directory)).toMatchObject({ considered: 0 });
    expect(await recordOf(complaint, done.id)).toEqual(before);
  });

  it('looks once at rounds that ended without an answer', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    await complaint.database.query("update cases set state = 'WITHDRAWN', next_deadline_at = 'infinity'");
    const directory = await amend(complaint, 2, withHolidays(off('2027-05-10')));
    expect(await round(complaint, directory)).toEqual({ considered: 1, moved: 0, kept: 0 });
    expect(await round(complaint, directory)).toMatchObject({ considered: 0 });
    expect(await recordOf(complaint, filed.id)).toMatchObject({ calendarVersion: 1, version: 1 });
  });
});

describe('a pause over Eid, with the calendar amended in between', () => {
  // Asked on 17 March 2026, answered on 25 March; Eid was expected for 20–23 March and announced a day longer.
  async function paused(complaint: Complaint, to: number | null) {
    const filed = await file(complaint);
    const assigned = await assign(complaint, filed);
    await complaint.ask(subFocalPoint, start, {
      input: { caseId: filed.id, expectedVersion: assigned.version },
    });
    const pauses = [{ from: amman('2026-03-17T10:00'), to, kind: 'APPLICANT' }];
    const state = to === null ? 'AWAITING_APPLICANT' : 'IN_PROGRESS';
    await complaint.database.query(
      `update cycle set submitted_at = $1, sla_days = 5, pauses = $2::jsonb, paused_at = $3`,
      [
        new Date(amman('2026-03-15T09:00')),
        JSON.stringify(pauses),
        to === null ? new Date(amman('2026-03-17T10:00')) : null,
      ],
    );
    await complaint.database.query(`update cases set state = $1`, [state]);
    const { originalDueAt, dueAt } = dueDates(
      await recordOf(complaint, filed.id),
      complaint.directory.calendar(1),
    );
    await complaint.database.query('update cycle set original_due_at = $1, due_at = $2', [
      originalDueAt,
      dueAt,
    ]);
    return filed;
  }
  const longerEid = {
    effectiveFrom: null,
    holidays: seededCalendar.holidays.map((one) =>
      one.names.en === 'Eid al-Fitr' ? { ...one, to: '2026-03-24' } : one,
    ),
  };

  it('counts the pause by the hours that were worked under the new calendar', async () => {
    const complaint = await openComplaint();
    const filed = await paused(complaint, amman('2026-03-25T10:00'));
    const before = await recordOf(complaint, filed.id);
    // Ramadan hours on 17–19 March, Eid until the 23rd: 4.5 h + 2 × 5.5 h + 7 h + 1.5 h of pause.
    expect(before.originalDueAt).toEqual(new Date(amman('2026-03-24T15:30')));
    expect(before.dueAt).toEqual(new Date(amman('2026-03-30T11:30')));
    const directory = await amend(complaint, 2, longerEid);
    expect(await round(complaint, directory)).toMatchObject({ moved: 1 });
    // The original moves by the day that became a holiday; the pause lost the seven hours of the same day.
    const after = await recordOf(complaint, filed.id);
    expect(after.originalDueAt).toEqual(new Date(amman('2026-03-25T15:30')));
    expect(after).toMatchObject(dueDates(after, directory.calendar(2)));
    expect(after.pauses).toEqual(before.pauses);
  });

  it('moves the date that stands while the applicant is waited for, and the time for the reply', async () => {
    const complaint = await openComplaint();
    const filed = await paused(complaint, null);
    const directory = await amend(complaint, 2, longerEid);
    await round(complaint, directory);
    const { data } = await complaint.ask(operationRoom, one, { id: filed.id });
    expect(data.case.sla).toMatchObject({ status: 'PAUSED', dueAt: '2026-03-25T15:30:00.000+03:00' });
    // Five working days after 17 March, two of them in Ramadan, none in Eid.
    expect((await recordOf(complaint, filed.id)).timesOutAt).toEqual(new Date(amman('2026-03-29T15:30')));
  });
});

describe('a case that waits for its applicant', () => {
  it('is moved while it waits, and goes on under the new calendar after the reply', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    const assigned = await assign(complaint, filed);
    const step = { caseId: filed.id, expectedVersion: assigned.version };
    const started = await complaint.ask(subFocalPoint, start, { input: step });
    const { version } = started.data.startCase.case;
    const question = 'On which day did you wait there?';
    const asked = await complaint.ask(
      subFocalPoint,
      `mutation ($input: AskApplicantInput!) { askApplicant(input: $input) { case { version question { replyBy } } } }`,
      { input: { caseId: filed.id, expectedVersion: version, question } },
    );
    const { replyBy } = asked.data.askApplicant.case.question;
    const before = await recordOf(complaint, filed.id);
    const tomorrow = toLocalDate(complaint.directory.calendar().workingDayAfter(dayOf(Date.now()), 1).day);
    const directory = await amend(complaint, 2, withHolidays(off(tomorrow)));
    expect(await round(complaint, directory)).toMatchObject({ moved: 1 });

    const moved = await recordOf(complaint, filed.id);
    expect(moved.state).toBe('AWAITING_APPLICANT');
    expect(moved.dueAt?.getTime()).toBeGreaterThan(before.dueAt?.getTime() ?? 0);
    expect(moved.timesOutAt?.getTime()).toBeGreaterThan(Date.parse(replyBy));
    const { reference, secret } = filed;
    const input = { reference, secret, expectedVersion: moved.version, text: 'On Sunday.' };
    const replied = await complaint.ask(
      nobody,
      `mutation ($input: ReplyToQuestionInput!) { replyToQuestion(input: $input) { case { state } userErrors { code } } }`,
      { input },
    );
    expect(replied.data.replyToQuestion).toEqual({ case: { state: 'IN_PROGRESS' }, userErrors: [] });
    const after = await recordOf(complaint, filed.id);
    expect(after).toMatchObject({ calendarVersion: 2, ...dueDates(after, directory.calendar(2)) });
    expect(after.pauses).toHaveLength(1);
  });
});
