/** The directory's CalendarInput, as this room reads it: the two are one input of the graph. */
import { Fault } from '@bekhedmetkom/platform/errors';
import { GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'Days in a row that are not worked.' })
export class HolidayInput {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;
  @Field(() => GraphQLLocalDate, { description: 'The last day, itself a holiday.' })
  to: string;
  @Field(() => String, { description: 'What is celebrated, in Arabic.' })
  nameAr: string;
  @Field(() => String, { description: 'What is celebrated, in English.' })
  nameEn: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether the days are not yet announced; false.' })
  estimated?: boolean | null;
}

@InputType({ description: 'Days in a row with other hours.' })
export class SpecialHoursInput {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;
  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  to: string;
  @Field(() => String, { description: 'When work begins, HH:MM in Jordan.' })
  hoursOpen: string;
  @Field(() => String, { description: 'When work ends, HH:MM in Jordan.' })
  hoursClose: string;
  @Field(() => String, { description: 'Why, in Arabic.' })
  nameAr: string;
  @Field(() => String, { description: 'Why, in English.' })
  nameEn: string;
}

@InputType({ description: 'A whole calendar as it shall be.' })
export class CalendarInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day for which it counts, today or later; today unless given.',
  })
  effectiveFrom?: string | null;
  @Field(() => [Int], { description: 'The weekdays that are worked: Monday is 1, Sunday 7.' })
  workingDays: number[];
  @Field(() => String, { description: 'When a usual working day begins, HH:MM in Jordan.' })
  hoursOpen: string;
  @Field(() => String, { description: 'When a usual working day ends, HH:MM in Jordan.' })
  hoursClose: string;
  @Field(() => [SpecialHoursInput], { description: 'Days with other hours, such as Ramadan.' })
  specialHours: SpecialHoursInput[];
  @Field(() => [HolidayInput], { description: 'Days that are not worked.' })
  holidays: HolidayInput[];
}

/** The calendar of an input, from `today` on unless it says otherwise. Throws a Fault BAD_USER_INPUT. */
export function readCalendar(input: CalendarInput, today: string): Omit<Calendar, 'version'> {
  const hoursOf = (one: { hoursOpen: string; hoursClose: string }) => {
    const hours = { opens: minuteOfDay(one.hoursOpen), closes: minuteOfDay(one.hoursClose) };
    if (hours.opens < hours.closes) return hours;
    throw new Fault(
      'BAD_USER_INPUT',
      `Work must end after it begins: ${one.hoursOpen} to ${one.hoursClose}.`,
    );
  };
  const namesOf = (one: { nameAr: string; nameEn: string }) => ({ ar: one.nameAr, en: one.nameEn });
  return {
    effectiveFrom: input.effectiveFrom ?? today,
    mayShorten: false,
    workingDays: input.workingDays,
    hours: hoursOf(input),
    specialHours: input.specialHours.map((one) => ({
      from: one.from,
      to: one.to,
      hours: hoursOf(one),
      names: namesOf(one),
    })),
    holidays: input.holidays.map((one) => ({
      from: one.from,
      to: one.to,
      names: namesOf(one),
      estimated: one.estimated ?? false,
    })),
  };
}

function minuteOfDay(time: string): number {
  const latin = time.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(latin) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  if (all <= 1440) return all;
  throw new Fault('BAD_USER_INPUT', `This is not a time of day: ${time}.`);
}
