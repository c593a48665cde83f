import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  GraphQLCursor,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import type DataLoader from 'dataloader';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { z } from 'zod';
import {
  answeringEntities,
  coordinatedProgrammes,
  readableEntities,
  seesRestricted,
} from '../case-access/case.policy.ts';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import type { ContributionRow } from '../handover/contribution.store.ts';
import { answerContribution, withdrawContribution } from './close-contribution.ts';
import {
  AnswerContributionInput,
  Contribution,
  ContributionConnection,
  ContributionFilterInput,
  RequestContributionInput,
  toContribution,
  WithdrawContributionInput,
} from './contribution.type.ts';
import { countContributions, listContributions } from './contribution-list.store.ts';
import { openContributionLoader } from './contribution-loader.ts';
import { requestContribution } from './request-contribution.ts';

interface Dependencies {
  room: CaseDependencies;
  words: SealedWords;
  database: Database;
  reader: CaseReader;
}

@ArgsType()
class ContributionsArgs {
  @Field(() => ContributionFilterInput, { nullable: true, description: 'Narrows the list.' })
  filter?: ContributionFilterInput | null;
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

@Resolver(() => CaseObject)
export class CasePartsResolver {
  readonly #parts: DataLoader<string, ContributionRow[]>;
  readonly #words: SealedWords;
  constructor({ database, words }: Pick<Dependencies, 'database' | 'words'>) {
    this.#words = words;
    this.#parts = openContributionLoader(database);
  }

  @FieldResolver(() => [Contribution], {
    description:
      'What other entities were asked, oldest first. For staff; who is only asked sees the own ones. Empty to the applicant.',
  })
  async contributions(
    @Root() { record, access }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<Contribution[]> {
    if (access.as !== 'STAFF') return [];
    const own = access.seesInternal ? 'all' : answeringEntities(viewer);
    const rows = await this.#parts.load(record.id);
    return rows
      .filter(({ entity }) => own === 'all' || own.includes(entity))
      .map((row) => toContribution(row, this.#words));
  }
}

@Resolver(() => Contribution)
export class ContributionResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @FieldResolver(() => CaseObject, {
    nullable: true,
    description: 'Its case; null once the part was withdrawn, for whom it was only asked of.',
  })
  case(@Root() { row }: Contribution, @Ctx() { viewer }: Context): Promise<CaseObject | null> {
    return this.#around.reader.byId(row.caseId, viewer);
  }

  @Query(() => ContributionConnection, {
    description:
      'Parts that the viewer’s entities are asked for, or wait for, the next due first. For staff.',
  })
  async contributions(
    @Args(() => ContributionsArgs) args: ContributionsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Contribution>> {
    const { database, words } = this.#around;
    const { limit, after } = readPage(args);
    const place = readKeyset(after, z.tuple([z.number(), z.uuid(), z.int()]));
    const scope = scopeOf(viewer);
    const filter = args.filter ?? {};
    return makeConnection({
      rows: await listContributions(database, filter, scope, { limit: limit + 1, after: place }),
      limit,
      continued: after !== null,
      toNode: (row) => toContribution(row, words),
      toCursor: ({ dueAt, caseId, number }) => keysetCursor(dueAt.getTime(), caseId, number),
      count: () => countContributions(database, filter, scope),
    });
  }

  @Mutation(() => CasePayload, {
    description:
      'Asks another entity for a part of the answer; the case waits for every part. By the main focal point, while ASSIGNED or IN_PROGRESS.',
  })
  async requestContribution(
    @Arg('input', () => RequestContributionInput) input: RequestContributionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const asked = { ...keyedStep(input), dueOn: input.dueOn ?? null };
    return toPayload(await requestContribution(this.#around.room, asked, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Answers a part. By a focal point of the entity that was asked.',
  })
  async answerContribution(
    @Arg('input', () => AnswerContributionInput) input: AnswerContributionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await answerContribution(this.#around.room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Withdraws a part that is open. By the main focal point who asked, or the operation room.',
  })
  async withdrawContribution(
    @Arg('input', () => WithdrawContributionInput) input: WithdrawContributionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await withdrawContribution(this.#around.room, keyedStep(input), viewer), viewer);
  }
}

function scopeOf(viewer: Viewer) {
  return {
    answers: answeringEntities(viewer),
    asks: viewer.kind === 'person' ? readableEntities(viewer) : [],
    restricted: seesRestricted(viewer) ? ('all' as const) : coordinatedProgrammes(viewer),
  };
}
