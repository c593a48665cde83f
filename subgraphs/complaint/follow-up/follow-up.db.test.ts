import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { file, postId } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  person,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const fields = 'id text promisedOn post { id } by { id } settledAt kept comment overdue case { id version }';
const add = `mutation ($input: AddFollowUpInput!) { addFollowUp(input: $input) {
  followUp { ${fields} } case { version } userErrors { field code message } } }`;
const settle = `mutation ($input: SettleFollowUpInput!) { settleFollowUp(input: $input) {
  followUp { ${fields} } userErrors { code } } }`;
const log = `query ($filter: FollowUpFilter, $first: Int, $after: Cursor) {
  followUps(filter: $filter, first: $first, after: $after) {
    edges { node { ${fields} } } pageInfo { hasNextPage endCursor } totalCount } }`;
const ofCase = 'query ($id: ID!) { case(id: $id) { followUps { edges { node { text } } totalCount } } }';

/** The nth working day from today on, by the calendar of the test. */
function workingDay(complaint: Complaint, n: number): string {
  const today = dayOf(Date.now());
  return toLocalDate(complaint.directory.calendar().workingDayAfter(today, n).day);
}

async function promise(
  complaint: Complaint,
  caseId: string,
  more: object = {},
  viewer: Viewer = operationRoom,
) {
  const input = {
    caseId,
    postId: postId('MOH-SFP-1'),
    text: 'Will call the applicant.',
    promisedOn: workingDay(complaint, 2),
    ...more,
  };
  const { data, errors } = await complaint.ask(viewer, add, { input });
  return data?.addFollowUp ?? { errors };
}

async function texts(complaint: Complaint, viewer: Viewer, filter?: object) {
  const { data } = await complaint.ask(viewer, log, { filter });
  return data.followUps.edges.map(({ node }: { node: { text: string } }) => node.text);
}

describe('a follow-up', () => {
  it('keeps what a focal point promised, and changes nothing of the case', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const { followUp, case: kase, userErrors } = await promise(complaint, id);
    expect(userErrors).toEqual([]);
    expect(kase.version).toBe(1);
    expect(followUp).toMatchObject({
      promisedOn: workingDay(complaint, 2),
      post: { id: postId('MOH-SFP-1') },
      by: { id: postId('OR-1') },
      kept: null,
      settledAt: null,
      overdue: false,
      case: { id },
    });
    const [event] = await complaint.database.query<{ payload: Record<string, unknown> }>(
      `select payload from outbox where type = 'follow-up.promised'
       union all select payload from event_log where type = 'follow-up.promised'`,
    );
    expect(event?.payload).toMatchObject({ post: 'MOH-SFP-1', promisedOn: workingDay(complaint, 2) });
    expect(JSON.stringify(event)).not.toContain('Will call');
  });

  it('is refused for a day that is past, too far ahead or not worked, each in its own words', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const today = dayOf(Date.now());
    const calendar = complaint.directory.calendar();
    const refusal = async (day: number) =>
      (await promise(complaint, id, { promisedOn: toLocalDate(day) })).userErrors[0];
    expect(await refusal(today - 1)).toMatchObject({
      code: 'PROMISE_IN_PAST',
      field: ['promisedOn'],
      message: expect.stringContaining('past'),
    });
    expect(await refusal(today + 91)).toMatchObject({
      code: 'PROMISE_TOO_FAR',
      message: expect.stringContaining('90 days'),
    });
    const week = [1, 2, 3, 4, 5, 6, 7].map((n) => today + n);
    const off = week.find((day) => calendar.dayAt(day).kind === 'WEEKEND') ?? today;
    expect(await refusal(off)).toMatchObject({
      code: 'PROMISE_NOT_WORKING',
      message: expect.stringContaining(toLocalDate(calendar.workingDayAfter(off, 1).day)),
    });
  });

  it('goes to a focal point of an entity that works on the case', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    for (const key of ['MIYAHUNA-MFP', 'OR-1', 'NONE']) {
      expect((await promise(complaint, id, { postId: postId(key) })).userErrors[0]).toMatchObject({
        code: 'UNKNOWN_POST',
        field: ['postId'],
      });
    }
  });

  it('is the operation room’s to record and to settle, once', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    for (const viewer of [mainFocalPoint, reviewer]) {
      expect((await promise(complaint, id, {}, viewer)).userErrors[0].code).toBe('FORBIDDEN');
    }
    for (const viewer of [waterFocalPoint, nobody, layla, administrator]) {
      expect((await promise(complaint, id, {}, viewer)).errors[0].extensions.code).toBe('NOT_FOUND');
    }
    const { followUp } = await promise(complaint, id);
    const input = { id: followUp.id, kept: false, comment: 'Nobody called.' };
    const end = async (viewer: Viewer) => complaint.ask(viewer, settle, { input });
    expect((await end(subFocalPoint)).data.settleFollowUp.userErrors[0].code).toBe('FORBIDDEN');
    for (const viewer of [waterFocalPoint, nobody, layla]) {
      expect((await end(viewer)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const settled = await end(operationRoom);
    expect(settled.data.settleFollowUp.followUp).toMatchObject({
      kept: false,
      comment: 'Nobody called.',
      settledAt: expect.any(String),
    });
    expect((await end(operationRoom)).data.settleFollowUp.userErrors[0].code).toBe('ALREADY_SETTLED');
  });
});

describe('the log of follow-ups', () => {
  it('is the operation room’s; a focal point reads what the own entity promised; to others there is none', async () => {
    const complaint = await openComplaint();
    const health = await file(complaint, layla);
    const water = await file(complaint, nobody, { entityCode: 'MIYAHUNA' });
    await promise(complaint, health.id, { text: 'health' });
    await promise(complaint, water.id, { text: 'water', postId: postId('MIYAHUNA-MFP') });
    expect(await texts(complaint, operationRoom)).toEqual(['health', 'water']);
    expect(await texts(complaint, subFocalPoint)).toEqual(['health']);
    expect(await texts(complaint, waterFocalPoint)).toEqual(['water']);
    for (const viewer of [nobody, layla, reviewer, administrator]) {
      const { errors } = await complaint.ask(viewer, log);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const staff = await complaint.ask(mainFocalPoint, ofCase, { id: health.id });
    expect(staff.data.case.followUps).toMatchObject({ edges: [{ node: { text: 'health' } }], totalCount: 1 });
    expect((await complaint.ask(layla, ofCase, { id: health.id })).data.case.followUps).toBeNull();
  });

  it('keeps what is promised about restricted cases to those who see such cases', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    await promise(complaint, id, { text: 'secret' });
    const programme = `update cases set restricted = true, programme = 'HUMAN_RIGHTS'`;
    await complaint.database.query(programme);
    const coordinator = person('p-c', { role: 'PROGRAMME_COORDINATOR', scope: 'HUMAN_RIGHTS' });
    const another = person('p-d', { role: 'PROGRAMME_COORDINATOR', scope: 'SMOKING' });
    const office = person('p-pmo', { role: 'PRIME_MINISTERS_OFFICE', scope: null });
    expect(await texts(complaint, operationRoom)).toEqual([]);
    expect(await texts(complaint, another)).toEqual([]);
    for (const viewer of [coordinator, office, subFocalPoint]) {
      expect(await texts(complaint, viewer)).toEqual(['secret']);
    }
    const refused = await promise(complaint, id, {}, operationRoom);
    expect(refused.errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await promise(complaint, id, {}, coordinator)).userErrors).toEqual([]);
  });

  it('is narrowed to a post, to what is open, to what is overdue', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    await promise(complaint, id, { text: 'late' });
    await promise(complaint, id, {
      text: 'open',
      postId: postId('MOH-MFP'),
      promisedOn: workingDay(complaint, 3),
    });
    const { followUp } = await promise(complaint, id, { text: 'kept', promisedOn: workingDay(complaint, 4) });
    await complaint.ask(operationRoom, settle, { input: { id: followUp.id, kept: true } });
    await complaint.database.query(
      `update follow_up set promised_on = '2026-01-04' where body in ('late', 'kept')`,
    );
    expect(await texts(complaint, operationRoom, { open: true })).toEqual(['late', 'open']);
    expect(await texts(complaint, operationRoom, { open: false })).toEqual(['kept']);
    expect(await texts(complaint, operationRoom, { overdue: true })).toEqual(['late']);
    expect(await texts(complaint, operationRoom, { overdue: false, open: true })).toEqual(['open']);
    expect(await texts(complaint, operationRoom, { post: postId('MOH-MFP') })).toEqual(['open']);
    expect(await texts(complaint, operationRoom, { post: id })).toEqual([]);
  });

  it('comes in pages by the promised day', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    for (const n of [3, 1, 2, 1]) {
      await promise(complaint, id, { text: `day ${n}`, promisedOn: workingDay(complaint, n) });
    }
    const page = async (after?: string) =>
      (await complaint.ask(operationRoom, log, { first: 3, after })).data.followUps;
    const first = await page();
    expect(first.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual([
      'day 1',
      'day 1',
      'day 2',
    ]);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const second = await page(first.pageInfo.endCursor);
    expect(second.edges.map(({ node }: { node: { text: string } }) => node.text)).toEqual(['day 3']);
  });

  it('of a case keeps the last ones, and goes back from there', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    for (const n of [3, 1, 2]) {
      await promise(complaint, id, { text: `day ${n}`, promisedOn: workingDay(complaint, n) });
    }
    const query = `query ($id: ID!, $before: Cursor) { case(id: $id) { followUps(last: 2, before: $before) {
      totalCount pageInfo { hasPreviousPage hasNextPage startCursor } edges { node { text } } } } }`;
    const page = async (before?: string) =>
      (await complaint.ask(operationRoom, query, { id, before })).data.case.followUps;
    const words = (connection: { edges: { node: { text: string } }[] }) =>
      connection.edges.map(({ node }) => node.text);
    const last = await page();
    expect(words(last)).toEqual(['day 2', 'day 3']);
    expect(last).toMatchObject({ totalCount: 3, pageInfo: { hasPreviousPage: true, hasNextPage: false } });
    const earlier = await page(last.pageInfo.startCursor);
    expect(words(earlier)).toEqual(['day 1']);
    expect(earlier.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });
});
