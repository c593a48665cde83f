import { GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CaseActionInput, CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { approveInterim, declineInterim } from './decide-interim.ts';
import { latestDay } from './interim.ts';
import { DeclineInterimReplyInput, ProposeInterimReplyInput } from './interim.type.ts';
import { proposeInterim } from './propose-interim.ts';

@Resolver(() => CaseObject)
export class InterimResolver {
  readonly #room: CaseDependencies;
  readonly #clock: DatabaseClock;
  constructor({ room, clock }: { room: CaseDependencies; clock: DatabaseClock }) {
    this.#room = room;
    this.#clock = clock;
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day that an interim reply may promise, Asia/Amman; null when none may be given. For staff.',
  })
  async latestInterimDueOn(@Root() { record, access }: CaseObject): Promise<string | null> {
    if (!access.seesInternal || record.interimAt !== null || record.state !== 'IN_PROGRESS') return null;
    const directory = this.#room.directory();
    const { interimFactor } = directory.termsOf(record);
    const calendar = directory.calendar(record.calendarVersion);
    return latestDay(record, interimFactor, calendar, await this.#clock.now());
  }

  @Mutation(() => CasePayload, {
    description: 'Proposes an interim reply, once a round. By a focal point of the entity.',
  })
  async proposeInterimReply(
    @Arg('input', () => ProposeInterimReplyInput) input: ProposeInterimReplyInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await proposeInterim(this.#room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'Gives the proposed interim reply to the applicant; the due date moves, the original one stays. By the main focal point.',
  })
  async approveInterimReply(
    @Arg('input', () => CaseActionInput) input: CaseActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await approveInterim(this.#room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Declines the proposed interim reply, with a reason. By the main focal point.',
  })
  async declineInterimReply(
    @Arg('input', () => DeclineInterimReplyInput) input: DeclineInterimReplyInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await declineInterim(this.#room, keyedStep(input), viewer), viewer);
  }
}
