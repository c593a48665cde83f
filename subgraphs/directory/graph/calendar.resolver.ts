import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type Connection,
  GraphQLCursor,
  GraphQLLocalDate,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { mayPublishCalendar, mayShortenDeadlines } from '../calendar/calendar.policy.ts';
import { addDays, dayUnder } from '../calendar/calendar.ts';
import { CalendarConnection, CalendarDayType, CalendarType } from '../calendar/calendar.type.ts';
import { CalendarPayload, PublishCalendarInput, readCalendarInput } from '../calendar/calendar-input.type.ts';
import { publishCalendar } from '../calendar/publish-calendar.ts';
import { forbidden } from '../refusal/forbidden.ts';
import { toUserError } from '../refusal/refusal.ts';
import { mayKnow } from '../staff/staff.policy.ts';
import { StaffMemberType } from '../staff/staff-member.type.ts';
import type { Context } from './context.ts';

const place = z.tuple([z.int()]);
const maxDays = 400;

@Resolver(() => CalendarType)
export class CalendarResolver {
  @Query(() => CalendarType, { description: 'The newest calendar: the one that deadlines are counted by.' })
  calendar(@Ctx() { directory }: Context): CalendarType {
    const newest = directory.calendars.at(-1);
    if (newest) return new CalendarType(newest);
    throw new Fault('SERVICE_UNAVAILABLE', 'No calendar has been published yet.');
  }

  @Query(() => CalendarConnection, { description: 'Every version of the calendar, the newest first.' })
  calendars(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
    after: string | null,
    @Ctx() { directory }: Context,
  ): Connection<CalendarType> {
    const page = readPage({ first: first ?? 20, after });
    const [last] = readKeyset(page.after, place) ?? [Number.POSITIVE_INFINITY];
    const rows = directory.calendars.filter((one) => one.calendar.version < last).toReversed();
    return makeConnection({
      rows: rows.slice(0, page.limit + 1),
      limit: page.limit,
      continued: page.after !== null,
      toNode: (row) => new CalendarType(row),
      toCursor: (row) => keysetCursor(row.calendar.version),
      count: () => directory.calendars.length,
    });
  }

  @FieldResolver(() => [CalendarDayType], {
    description:
      'Each day from `from` to `to`, both included, at most 400, as it is counted under this version.',
  })
  days(
    @Root() { version }: CalendarType,
    @Arg('from', () => GraphQLLocalDate, { description: 'The first day.' }) from: string,
    @Arg('to', () => GraphQLLocalDate, { description: 'The last day.' }) to: string,
    @Ctx() { directory }: Context,
  ): CalendarDayType[] {
    const versions = directory.calendars
      .map((one) => one.calendar)
      .filter((calendar) => calendar.version <= version);
    const days: CalendarDayType[] = [];
    for (let day = from; day <= to && days.length < maxDays; day = addDays(day, 1)) {
      days.push(new CalendarDayType(dayUnder(versions, day)));
    }
    return days;
  }

  @FieldResolver(() => StaffMemberType, {
    nullable: true,
    description: 'Who published it; null for the first one, and for callers who are not on the staff.',
  })
  publishedBy(
    @Root() { publishedBy }: CalendarType,
    @Ctx() { directory, viewer }: Context,
  ): StaffMemberType | null {
    const member = publishedBy === null ? undefined : directory.staffMemberOf(publishedBy);
    return member && mayKnow(viewer, member) ? new StaffMemberType(member) : null;
  }

  @Mutation(() => CalendarPayload, {
    description:
      'Publishes a calendar as the next version. It changes nothing of the past and, unless the operation room says so, moves no deadline forward. By an administrator or the operation room.',
  })
  async publishCalendar(
    @Arg('input', () => PublishCalendarInput) input: PublishCalendarInput,
    @Ctx() { directory, database, viewer }: Context,
  ): Promise<CalendarPayload> {
    if (!mayPublishCalendar(viewer)) throw forbidden(viewer);
    const current = directory.calendars.at(-1);
    const refuse = (refusals: Parameters<typeof toUserError>[0][]): CalendarPayload => ({
      calendar: current ? new CalendarType(current) : null,
      userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
    });
    const mayShorten = input.mayShorten ?? false;
    if (mayShorten && !mayShortenDeadlines(viewer)) {
      return refuse([{ refused: 'MAY_NOT_SHORTEN', field: ['mayShorten'] }]);
    }
    const draft = readCalendarInput(input.calendar);
    if (Array.isArray(draft)) return refuse(draft.map(within));
    const { expectedVersion } = input;
    const { newest, refusals } = await publishCalendar(database, {
      draft,
      expectedVersion,
      mayShorten,
      checkOnly: input.checkOnly ?? false,
      viewer,
    });
    return {
      calendar: newest && new CalendarType(newest),
      userErrors: refusals.map((refusal) => toUserError(within(refusal), viewer.language)),
    };
  }
}

// The rules name fields of the calendar; the input has it one level down.
function within<R extends { refused: string; field?: readonly string[] }>(refusal: R): R {
  if (!refusal.field || refusal.refused === 'CONFLICT') return refusal;
  return { ...refusal, field: ['calendar', ...refusal.field] };
}
