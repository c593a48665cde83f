import type { Viewer } from '@bekhedmetkom/platform/auth';
import {
  connectionOf,
  GraphQLDateTime,
  GraphQLLocalDate,
  LanguageCode,
} from '@bekhedmetkom/platform/subgraph';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, Field, Int, ObjectType } from 'type-graphql';
import { Named } from '../names/named.ts';
import { langDescription, nameIn } from '../names/named-node.ts';
import { CalendarDayKind } from '../vocabulary/enums.ts';
import {
  type CalendarDay,
  type DayKind,
  holidaysWithin,
  type PublishedCalendar,
  periodsWithin,
  timeOfDay,
} from './calendar.ts';

const firstDay = 'The first day of interest.';
const lastDay = 'The last day of interest.';

@ObjectType('Holiday', { description: 'Days in a row that are not worked.' })
export class HolidayType extends Named {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day, itself a holiday.' })
  to: string;

  @Field(() => Boolean, {
    description: 'Whether the days were worked out and not yet announced, as feasts follow the moon.',
  })
  estimated: boolean;

  constructor({ from, to, estimated, names }: Calendar['holidays'][number]) {
    super(names);
    this.from = from;
    this.to = to;
    this.estimated = estimated;
  }
}

@ObjectType('SpecialHours', { description: 'Days in a row with other hours, such as Ramadan.' })
export class SpecialHoursType extends Named {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  to: string;

  @Field(() => String, { description: 'When work begins, HH:MM in Jordan.' })
  hoursOpen: string;

  @Field(() => String, { description: 'When work ends, HH:MM in Jordan.' })
  hoursClose: string;

  constructor({ from, to, hours, names }: Calendar['specialHours'][number]) {
    super(names);
    this.from = from;
    this.to = to;
    this.hoursOpen = timeOfDay(hours.opens);
    this.hoursClose = timeOfDay(hours.closes);
  }
}

@ObjectType('CalendarDay', { description: 'A day as a calendar has it.' })
export class CalendarDayType {
  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  date: string;

  @Field(() => CalendarDayKind, { description: 'Whether it is worked.' })
  kind: DayKind;

  @Field(() => String, { nullable: true, description: 'HH:MM in Jordan; null when it is not worked.' })
  hoursOpen: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM in Jordan; null when it is not worked.' })
  hoursClose: string | null;

  names: Names | null;

  constructor({ date, kind, opens, closes, names }: CalendarDay) {
    this.date = date;
    this.kind = kind;
    this.hoursOpen = closes > opens ? timeOfDay(opens) : null;
    this.hoursClose = closes > opens ? timeOfDay(closes) : null;
    this.names = names;
  }

  @Field(() => String, { nullable: true, description: 'Of the holiday or of the special hours.' })
  name(
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { viewer }: { viewer: Viewer },
  ): string | null {
    return this.names && nameIn(this.names, lang, viewer);
  }
}

@ObjectType('Calendar', { description: 'When government works; deadlines are counted by it.' })
export class CalendarType {
  @Field(() => Int, { description: 'Of the calendar; a published version never changes.' })
  version: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day for which it counts; days before are those of the version before. Null: from the beginning.',
  })
  effectiveFrom: string | null;

  @Field(() => Boolean, {
    description: 'Deadlines may also have become earlier by it; else it only moved them later.',
  })
  mayShorten: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt: Date;

  @Field(() => String, { description: 'When a usual working day begins, HH:MM in Jordan.' })
  hoursOpen: string;

  @Field(() => String, { description: 'When a usual working day ends, HH:MM in Jordan.' })
  hoursClose: string;

  @Field(() => [Int], { description: 'The weekdays that are worked: Monday is 1, Sunday 7.' })
  workingDays: number[];

  calendar: Calendar;
  publishedBy: string | null;

  constructor({ calendar, publishedAt, publishedBy }: PublishedCalendar) {
    this.version = calendar.version;
    this.effectiveFrom = calendar.effectiveFrom;
    this.mayShorten = calendar.mayShorten;
    this.publishedAt = publishedAt;
    this.publishedBy = publishedBy;
    this.hoursOpen = timeOfDay(calendar.hours.opens);
    this.hoursClose = timeOfDay(calendar.hours.closes);
    this.workingDays = calendar.workingDays;
    this.calendar = calendar;
  }

  @Field(() => [HolidayType], {
    description: 'Those with a day from `from` to `to`, both included, in order.',
  })
  holidays(
    @Arg('from', () => GraphQLLocalDate, { description: firstDay }) from: string,
    @Arg('to', () => GraphQLLocalDate, { description: lastDay }) to: string,
  ): HolidayType[] {
    return holidaysWithin(this.calendar, from, to).map((holiday) => new HolidayType(holiday));
  }

  @Field(() => [SpecialHoursType], {
    description: 'Those with a day from `from` to `to`, both included, in order.',
  })
  specialHours(
    @Arg('from', () => GraphQLLocalDate, { description: firstDay }) from: string,
    @Arg('to', () => GraphQLLocalDate, { description: lastDay }) to: string,
  ): SpecialHoursType[] {
    return periodsWithin(this.calendar.specialHours, from, to).map((period) => new SpecialHoursType(period));
  }
}

export const CalendarConnection = connectionOf('Calendar', () => CalendarType);
