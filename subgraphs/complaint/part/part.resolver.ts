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
} from '../case/case.policy.ts';
import { CaseObject } from '../case/case.type.ts';
import { toPayload } from '../case/case-actions.resolver.ts';
import { CasePayload } from '../case/case-actions.type.ts';
import type { CaseReader } from '../case/case-reader.ts';
import type { CaseRoom } from '../case/change-case.ts';
import type { Context } from '../case/context.ts';
import { keyedStep } from '../case/keyed-step.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { PartRow } from './part.store.ts';
import {
  AnswerPartInput,
  Part,
  PartConnection,
  PartFilterInput,
  RequestPartInput,
  toPart,
  WithdrawPartInput,
} from './part.type.ts';
import { countParts, listParts } from './part-list.store.ts';
import { openPartLoader } from './part-loader.ts';
import { requestPart } from './request-part.ts';
import { answerPart, withdrawPart } from './settle-part.ts';

interface Surroundings {
  room: CaseRoom;
  words: SealedWords;
  database: Database;
  reader: CaseReader;
}

@ArgsType()
class PartsArgs {
  @Field(() => PartFilterInput, { nullable: true, description: 'Narrows the list.' })
  filter?: PartFilterInput | null;
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

@Resolver(() => CaseObject)
export class CasePartsResolver {
  readonly #parts: DataLoader<string, PartRow[]>;
  readonly #words: SealedWords;
  constructor({ database, words }: Pick<Surroundings, 'database' | 'words'>) {
    this.#words = words;
    this.#parts = openPartLoader(database);
  }

  @FieldResolver(() => [Part], {
    description:
      'What other entities were asked, oldest first. For staff; who is only asked sees the own ones. Empty to the applicant.',
  })
  async parts(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): Promise<Part[]> {
    if (access.as !== 'STAFF') return [];
    const own = access.seesInternal ? 'all' : answeringEntities(viewer);
    const rows = await this.#parts.load(record.id);
    return rows
      .filter(({ entity }) => own === 'all' || own.includes(entity))
      .map((row) => toPart(row, this.#words));
  }
}

@Resolver(() => Part)
export class PartResolver {
  readonly #around: Surroundings;
  constructor(around: Surroundings) {
    this.#around = around;
  }

  @FieldResolver(() => CaseObject, {
    nullable: true,
    description: 'Its case; null once the part was withdrawn, for whom it was only asked of.',
  })
  case(@Root() { row }: Part, @Ctx() { viewer }: Context): Promise<CaseObject | null> {
    return this.#around.reader.byId(row.caseId, viewer);
  }

  @Query(() => PartConnection, {
    description:
      'Parts that the viewer’s entities are asked for, or wait for, the next due first. For staff.',
  })
  async parts(@Args(() => PartsArgs) args: PartsArgs, @Ctx() { viewer }: Context): Promise<Connection<Part>> {
    const { database, words } = this.#around;
    const { limit, after } = readPage(args);
    const place = readKeyset(after, z.tuple([z.number(), z.uuid(), z.int()]));
    const scope = scopeOf(viewer);
    const filter = args.filter ?? {};
    return makeConnection({
      rows: await listParts(database, filter, scope, { limit: limit + 1, after: place }),
      limit,
      continued: after !== null,
      toNode: (row) => toPart(row, words),
      toCursor: ({ dueAt, caseId, number }) => keysetCursor(dueAt.getTime(), caseId, number),
      count: () => countParts(database, filter, scope),
    });
  }

  @Mutation(() => CasePayload, {
    description:
      'Asks another entity for a part of the answer; the case waits for every part. By the main focal point, while ASSIGNED or IN_PROGRESS.',
  })
  async requestPart(
    @Arg('input', () => RequestPartInput) input: RequestPartInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const asked = { ...keyedStep(input), dueOn: input.dueOn ?? null };
    return toPayload(await requestPart(this.#around.room, asked, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Answers a part. By a focal point of the entity that was asked.',
  })
  async answerPart(
    @Arg('input', () => AnswerPartInput) input: AnswerPartInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await answerPart(this.#around.room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Withdraws a part that is open. By the main focal point who asked, or the operation room.',
  })
  async withdrawPart(
    @Arg('input', () => WithdrawPartInput) input: WithdrawPartInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await withdrawPart(this.#around.room, keyedStep(input), viewer), viewer);
  }
}

function scopeOf(viewer: Viewer) {
  return {
    answers: answeringEntities(viewer),
    asks: viewer.kind === 'person' ? readableEntities(viewer) : [],
    restricted: seesRestricted(viewer) ? ('all' as const) : coordinatedProgrammes(viewer),
  };
}
