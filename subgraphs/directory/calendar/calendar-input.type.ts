import { GraphQLLocalDate, UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Refusal } from '../refusal/refusal.ts';
import { minuteOfDay } from './calendar.ts';
import { CalendarType } from './calendar.type.ts';
import type { CalendarDraft } from './check-calendar.ts';

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

@InputType({ description: 'A calendar to take the place of the newest one.' })
export class PublishCalendarInput {
  @Field(() => Int, {
    description: 'The version that it was drawn up from; another newest one is refused with CONFLICT.',
  })
  expectedVersion: number;
  @Field(() => CalendarInput, { description: 'The calendar.' })
  calendar: CalendarInput;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Deadlines may also become earlier by it. For the operation room only; false.',
  })
  mayShorten?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Says what is wrong, and publishes nothing even if nothing is; false.',
  })
  checkOnly?: boolean | null;
}

@ObjectType({ description: 'What became of a calendar.' })
export class CalendarPayload {
  @Field(() => CalendarType, { nullable: true, description: 'The newest calendar now.' })
  calendar: CalendarType | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was published.' })
  userErrors: UserError[];
}

/** A calendar as the rules take it, or what is not even a time of day. Fields are named below `calendar`. */
export function readCalendarInput(input: CalendarInput): CalendarDraft | Refusal[] {
  const refusals: Refusal[] = [];
  const hours = (one: { hoursOpen: string; hoursClose: string }, field: string[]) => {
    const [opens, closes] = [minuteOfDay(one.hoursOpen), minuteOfDay(one.hoursClose)];
    if (opens === null) refusals.push({ refused: 'INVALID_TIME', field: [...field, 'hoursOpen'] });
    if (closes === null) refusals.push({ refused: 'INVALID_TIME', field: [...field, 'hoursClose'] });
    return { opens: opens ?? 0, closes: closes ?? 0 };
  };
  const namesOf = (one: { nameAr: string; nameEn: string }) => ({
    ar: one.nameAr.trim(),
    en: one.nameEn.trim(),
  });
  const draft: CalendarDraft = {
    effectiveFrom: input.effectiveFrom ?? null,
    workingDays: input.workingDays,
    hours: hours(input, []),
    specialHours: input.specialHours.map((one, i) => ({
      from: one.from,
      to: one.to,
      hours: hours(one, ['specialHours', String(i)]),
      names: namesOf(one),
    })),
    holidays: input.holidays.map((one) => ({
      from: one.from,
      to: one.to,
      names: namesOf(one),
      estimated: one.estimated ?? false,
    })),
  };
  return refusals.length > 0 ? refusals : draft;
}
