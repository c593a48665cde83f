import type { Database } from '@bekhedmetkom/platform/database';
import { databaseNow } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Directory } from '../directory/directory.ts';
import { CaseObject } from '../graph/case.type.ts';
import { WindowInput } from '../graph/case-filter.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { dayOf, fromLocalDate, isCounted, startOfDay, toLocalDate } from '../sla/working-calendar.ts';
import { CalendarInput, readCalendar } from './calendar-input.type.ts';
import { CalendarDryRun, MovedCase, PolicyDryRun } from './dry-run.type.ts';
import { readPolicy, SlaPolicyInput } from './policy-input.type.ts';
import { requireSlaAdministration } from './sla-administration.policy.ts';
import { tryCalendar } from './try-calendar.ts';
import { tryPolicy } from './try-policy.ts';

interface Around {
  database: Database;
  directory(): Directory;
}

@Resolver()
export class DryRunResolver {
  readonly #around: Around;
  constructor(deps: Around) {
    this.#around = deps;
  }

  @Query(() => CalendarDryRun, {
    description:
      'Which open cycles a calendar would move, and how far, if it were published now. For administrators and the operation room.',
  })
  async calendarDryRun(
    @Arg('calendar', () => CalendarInput, { description: 'The calendar to try.' }) calendar: CalendarInput,
    @Ctx() { viewer }: Context,
  ): Promise<CalendarDryRun> {
    requireSlaAdministration(viewer);
    const { database } = this.#around;
    const directory = this.#around.directory();
    const today = toLocalDate(dayOf((await databaseNow(database)).getTime()));
    const draft = directory.draftCalendar(readCalendar(calendar, today));
    return tryCalendar(database, directory, draft);
  }

  @Query(() => PolicyDryRun, {
    description:
      'How many cycles classified in a window would have been late under a policy, and under that of today. For administrators and the operation room.',
  })
  async policyDryRun(
    @Arg('policy', () => SlaPolicyInput, { description: 'The policy to try.' }) policy: SlaPolicyInput,
    @Arg('window', () => WindowInput, { description: 'When the cycles were classified.' })
    window: WindowInput,
    @Ctx() { viewer }: Context,
  ): Promise<PolicyDryRun> {
    requireSlaAdministration(viewer);
    const isDay = (date: string) => isCounted(startOfDay(fromLocalDate(date)));
    if (!isDay(window.from) || !isDay(window.to) || window.from >= window.to) {
      throw new Fault('BAD_USER_INPUT', 'The window must have at least a day, between 2000 and 2079.');
    }
    const { database } = this.#around;
    const directory = this.#around.directory();
    const now = await databaseNow(database);
    const today = directory.policyFor(policy.programme, toLocalDate(dayOf(now.getTime())));
    return tryPolicy(database, directory, { policy: readPolicy(policy, today), window, now });
  }
}

@Resolver(() => MovedCase)
export class MovedCaseResolver {
  readonly #reader: CaseReader;
  constructor(reader: CaseReader) {
    this.#reader = reader;
  }

  @FieldResolver(() => CaseObject, { nullable: true, description: 'Null when the caller may not see it.' })
  async case(@Root() { id }: MovedCase, @Ctx() { viewer }: Context): Promise<CaseObject | null> {
    return this.#reader.byId(id, viewer);
  }
}
