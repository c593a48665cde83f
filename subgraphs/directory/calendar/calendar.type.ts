import type { Viewer } from '@bekhedmetkom/platform/auth';
import { GraphQLLocalDate, LanguageCode } from '@bekhedmetkom/platform/subgraph';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { Arg, Ctx, Field, Int, ObjectType } from 'type-graphql';
import { langDescription, nameIn } from '../graph/named-node.ts';
import { holidaysWithin, timeOfDay } from './calendar.ts';

@ObjectType('Holiday', { description: 'Days in a row that are not worked.' })
export class HolidayType {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => GraphQLLocalDate, { description: 'The last day, itself a holiday.' })
  to: string;

  @Field(() => Boolean, {
    description: 'Whether the days were worked out and not yet announced, as feasts follow the moon.',
  })
  estimated: boolean;

  names: Calendar['holidays'][number]['names'];

  constructor({ from, to, estimated, names }: Calendar['holidays'][number]) {
    this.from = from;
    this.to = to;
    this.estimated = estimated;
    this.names = names;
  }

  @Field(() => String, { description: 'What is celebrated.' })
  name(
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { viewer }: { viewer: Viewer },
  ): string {
    return nameIn(this.names, lang, viewer);
  }
}

@ObjectType('Calendar', { description: 'When government works; deadlines are counted by it.' })
export class CalendarType {
  @Field(() => Int, { description: 'Of the calendar; a published version never changes.' })
  version: number;

  @Field(() => String, { description: 'When a usual working day begins, HH:MM in Jordan.' })
  hoursOpen: string;

  @Field(() => String, { description: 'When a usual working day ends, HH:MM in Jordan.' })
  hoursClose: string;

  @Field(() => [Int], { description: 'The weekdays that are worked: Monday is 1, Sunday 7.' })
  workingDays: number[];

  calendar: Calendar;

  constructor(calendar: Calendar) {
    this.version = calendar.version;
    this.hoursOpen = timeOfDay(calendar.hours.opens);
    this.hoursClose = timeOfDay(calendar.hours.closes);
    this.workingDays = calendar.workingDays;
    this.calendar = calendar;
  }

  @Field(() => [HolidayType], {
    description: 'Those with a day from `from` to `to`, both included, in order.',
  })
  holidays(
    @Arg('from', () => GraphQLLocalDate, { description: 'The first day of interest.' }) from: string,
    @Arg('to', () => GraphQLLocalDate, { description: 'The last day of interest.' }) to: string,
  ): HolidayType[] {
    return holidaysWithin(this.calendar, from, to).map((holiday) => new HolidayType(holiday));
  }
}
