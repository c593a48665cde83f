import { Fault } from '@bekhedmetkom/platform/errors';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { CalendarType } from './calendar.type.ts';

@Resolver()
export class CalendarResolver {
  @Query(() => CalendarType, { description: 'The calendar that deadlines are counted by now.' })
  calendar(@Ctx() { directory }: Context): CalendarType {
    if (directory.calendar) return new CalendarType(directory.calendar);
    throw new Fault('SERVICE_UNAVAILABLE', 'No calendar has been published yet.');
  }
}
