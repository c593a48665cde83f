import type { Viewer } from '@bekhedmetkom/platform/auth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { findBrokenLink } from '../change/audit.repository.ts';
import { administrator, newHoliday, shippedCalendar } from '../testing/drafts.ts';
import { ask, colleague, openDirectory, setToday, visitor } from '../testing/open-directory.ts';

const mutation = `mutation ($input: PublishCalendarInput!) {
  publishCalendar(input: $input) { calendar { version effectiveFrom mayShorten publishedBy { name } }
    userErrors { field code message } } }`;

let test: TestDatabase;
let current: Awaited<ReturnType<typeof shippedCalendar>>;
beforeEach(async () => {
  test = await openDirectory();
  await setToday(test.database, '2030-06-25');
  current = await shippedCalendar(async (query) => (await ask(test, query)).data);
});
afterEach(() => test[Symbol.asyncDispose]());

interface Payload {
  calendar: { version: number };
  userErrors: { field: string[] | null; code: string; message: string }[];
}

async function publish(calendar: object, more: object = {}, viewer: Viewer = administrator) {
  const variables = { input: { expectedVersion: 1, calendar, ...more } };
  const { data, errors } = await ask(test, mutation, { viewer, variables });
  return { payload: data?.publishCalendar as Payload, errors };
}
const codes = ({ payload }: { payload: Payload }) => payload.userErrors.map((error) => error.code);
const events = () =>
  test.database.query<{ payload: Record<string, unknown> }>(
    "select payload from outbox where type = 'calendar.published' and payload->>'version' <> '1'",
  );

describe('a calendar', () => {
  it('is published as the next version, announced and audited', async () => {
    const { payload } = await publish({ ...current, holidays: [...current.holidays, newHoliday] });
    expect(payload).toMatchObject({
      calendar: {
        version: 2,
        effectiveFrom: '2030-06-25',
        mayShorten: false,
        publishedBy: { name: 'Reem Al-Masri' },
      },
      userErrors: [],
    });
    expect(await events()).toMatchObject([{ payload: { version: 2, effectiveFrom: '2030-06-25' } }]);
    const audit = await test.database.query('select actor, action, detail from audit');
    expect(audit).toEqual([
      {
        actor: 'p-admin',
        action: 'PUBLISH_CALENDAR',
        detail: { version: 2, effectiveFrom: '2030-06-25', mayShorten: false },
      },
    ]);
    expect(await findBrokenLink(test.database)).toBeNull();
    await expect(test.database.query("update audit set actor = 'p-other'")).rejects.toThrow('append-only');
  });

  it('counts from its first day on; days before are those of the version before', async () => {
    await publish({ ...current, hoursOpen: '٠٩:٠٠', effectiveFrom: '2030-07-08' });
    const { data } = await ask(
      test,
      '{ calendar { days(from: "2030-07-07", to: "2030-07-08") { date kind hoursOpen hoursClose } } }',
    );
    expect(data?.calendar).toEqual({
      days: [
        { date: '2030-07-07', kind: 'WORKING', hoursOpen: '08:30', hoursClose: '15:30' },
        { date: '2030-07-08', kind: 'WORKING', hoursOpen: '09:00', hoursClose: '15:30' },
      ],
    });
  });

  it('keeps every version to be read, the newest first', async () => {
    await publish({ ...current, holidays: [...current.holidays, newHoliday] });
    const { data } = await ask(
      test,
      '{ calendars(first: 1) { totalCount edges { node { version } } pageInfo { hasNextPage endCursor } } }',
      { viewer: visitor },
    );
    expect(data?.calendars).toMatchObject({ totalCount: 2, edges: [{ node: { version: 2 } }] });
  });

  it('is refused when another version was published meanwhile', async () => {
    await publish({ ...current, holidays: [...current.holidays, newHoliday] });
    const late = await publish(current);
    expect(late.payload).toMatchObject({
      calendar: { version: 2 },
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    });
  });

  it('is only checked when nothing more was asked', async () => {
    const { payload } = await publish(current, { checkOnly: true });
    expect(payload).toMatchObject({ calendar: { version: 1 }, userErrors: [] });
    expect(await events()).toEqual([]);
  });

  it('is published by one of ten who publish at once', async () => {
    const calendar = { ...current, holidays: [...current.holidays, newHoliday] };
    const all = await Promise.all(Array.from({ length: 10 }, () => publish(calendar)));
    expect(all.filter(({ payload }) => payload.userErrors.length === 0)).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it.each([
    ['an administrator', administrator, true],
    ['the operation room', colleague, true],
    ['a reviewer', { ...colleague, grants: [{ role: 'QUALITY_REVIEWER', scope: null }] }, false],
    ['a visitor', visitor, false],
  ])('is published by %s only with the right: %#', async (_, viewer, may) => {
    const { payload, errors } = await publish(current, {}, viewer as Viewer);
    if (may) expect(payload.userErrors).toEqual([]);
    else expect(errors).toMatchObject([{ originalError: { code: 'FORBIDDEN' } }]);
  });
});

describe('what a calendar may not be', () => {
  const feast = { from: '2030-07-02', to: '2030-07-02', nameAr: 'عيد', nameEn: 'Feast' };
  const hours = {
    from: '2030-08-01',
    to: '2030-08-10',
    hoursOpen: '09:00',
    hoursClose: '14:00',
    nameAr: 'صيف',
    nameEn: 'Summer',
  };
  it.each([
    [
      'hours out of order',
      { hoursOpen: '15:30', hoursClose: '08:30' },
      'HOURS_ORDER',
      ['calendar', 'hoursClose'],
    ],
    ['no time of day', { hoursOpen: 'half eight' }, 'INVALID_TIME', ['calendar', 'hoursOpen']],
    ['no working day', { workingDays: [] }, 'WORKING_DAYS', ['calendar', 'workingDays']],
    ['an eighth day of the week', { workingDays: [1, 8] }, 'WORKING_DAYS', ['calendar', 'workingDays']],
    [
      'a holiday that ends before it begins',
      { holidays: [{ ...feast, to: '2030-07-01' }] },
      'DAYS_ORDER',
      ['calendar', 'holidays', '0', 'to'],
    ],
    [
      'a holiday in one language',
      { holidays: [{ ...feast, nameEn: ' ' }] },
      'NAME_REQUIRED',
      ['calendar', 'holidays', '0', 'nameEn'],
    ],
    [
      'a holiday of a year',
      { holidays: [{ ...feast, to: '2031-07-01' }] },
      'PERIOD_TOO_LONG',
      ['calendar', 'holidays', '0', 'to'],
    ],
    ['a holiday twice', { holidays: [feast, feast] }, 'HOLIDAY_TWICE', ['calendar', 'holidays', '1', 'from']],
    [
      'two hours for one day',
      { specialHours: [hours, { ...hours, hoursClose: '13:00' }] },
      'HOURS_CONTRADICT',
      ['calendar', 'specialHours', '1', 'from'],
    ],
    [
      'a day in the past',
      { effectiveFrom: '2030-06-24' },
      'CALENDAR_CHANGES_PAST',
      ['calendar', 'effectiveFrom'],
    ],
  ])('%s', async (_, change, code, field) => {
    const { payload } = await publish({ ...current, ...change });
    expect(payload.userErrors).toContainEqual(expect.objectContaining({ code, field }));
    expect(await events()).toEqual([]);
  });

  it('a day that does not exist', async () => {
    const { errors } = await publish({ ...current, holidays: [{ ...feast, from: '2030-02-30' }] });
    expect(errors?.[0]?.message).toContain('2030-02-30');
  });

  it('another past: a holiday that was is no longer', async () => {
    const without = current.holidays.filter((one) => one.nameEn !== 'Eid al-Fitr');
    const refused = await publish({ ...current, holidays: without });
    expect(codes(refused)).toEqual(['CALENDAR_CHANGES_PAST']);
    expect(refused.payload.userErrors[0]?.message).toContain('30/03/2025');
  });

  it('a change of days before it takes effect', async () => {
    const holidays = [...current.holidays, newHoliday];
    expect(codes(await publish({ ...current, holidays, effectiveFrom: '2030-07-03' }))).toEqual([
      'CALENDAR_BEFORE_EFFECT',
    ]);
  });
});

describe('a calendar that would shorten', () => {
  async function withHoliday() {
    const holidays = [...current.holidays, newHoliday];
    await publish({ ...current, holidays });
  }

  it.each([
    ['a holiday becomes a working day', {}, '02/07/2030'],
    ['work begins earlier', { hoursOpen: '08:00' }, '25/06/2030'],
    ['Saturdays are worked', { workingDays: [1, 2, 3, 4, 6, 7] }, '29/06/2030'],
  ])('is refused and names the days: %s', async (_, change, day) => {
    await withHoliday();
    const { payload } = await publish({ ...current, ...change }, { expectedVersion: 2 });
    expect(payload.userErrors).toMatchObject([{ code: 'CALENDAR_SHORTENS' }]);
    expect(payload.userErrors[0]?.message).toContain(day);
  });

  it('is published by the operation room when it says so, and never by an administrator', async () => {
    await withHoliday();
    const more = { expectedVersion: 2, mayShorten: true };
    expect(codes(await publish(current, more))).toEqual(['MAY_NOT_SHORTEN']);
    expect(codes(await publish(current, { expectedVersion: 2 }, colleague))).toEqual(['CALENDAR_SHORTENS']);
    const { payload } = await publish(current, more, colleague);
    expect(payload).toMatchObject({ calendar: { version: 3, mayShorten: true }, userErrors: [] });
  });

  it('does not count shorter hours and further holidays as such', async () => {
    const summer = {
      from: '2030-08-01',
      to: '2030-08-10',
      hoursOpen: '09:00',
      hoursClose: '14:00',
      nameAr: 'صيف',
      nameEn: 'Summer',
    };
    expect(codes(await publish({ ...current, specialHours: [...current.specialHours, summer] }))).toEqual([]);
  });
});
