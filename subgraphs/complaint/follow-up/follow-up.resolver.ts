import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  EitherEndArgs,
  GraphQLCursor,
  keyOfGlobalId,
  keysetCursor,
  makeConnection,
  readEitherEnd,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
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
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { Directory } from '../directory/directory.ts';
import { CaseObject, toCaseObject } from '../graph/case.type.ts';
import { type CaseReader, caseKeyOf } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { toUserError } from '../refusal/refusal.ts';
import { addFollowUp, type FollowUpResult, settleFollowUp } from './add-follow-up.ts';
import { followUpScope } from './follow-up.policy.ts';
import {
  countFollowUps,
  countFollowUpsOf,
  type FollowUpPage,
  type FollowUpPlace,
  type FollowUpRow,
  listFollowUps,
  loadFollowUpPages,
} from './follow-up.store.ts';
import {
  AddFollowUpInput,
  FollowUp,
  FollowUpConnection,
  FollowUpFilterInput,
  FollowUpPayload,
  SettleFollowUpInput,
  toFollowUp,
} from './follow-up.type.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
  reader: CaseReader;
  directory(): Directory;
}

@ArgsType()
class FollowUpsArgs {
  @Field(() => FollowUpFilterInput, { nullable: true, description: 'Narrows the log.' })
  filter?: FollowUpFilterInput | null;
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

@Resolver(() => FollowUp)
export class FollowUpResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @Query(() => FollowUpConnection, {
    description:
      'The log of calls and reminders, by the promised day: all of it for the operation room, for focal points what their entity promised. NOT_FOUND for others.',
  })
  async followUps(
    @Args(() => FollowUpsArgs) args: FollowUpsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<FollowUp>> {
    const scope = followUpScope(viewer);
    if (!scope) throw nothingThere(viewer.language);
    const { database } = this.#around;
    const { limit, after } = readPage(args);
    const place = readKeyset(after, cursorShape);
    const { post, open, overdue } = args.filter ?? {};
    // An id that names no post has no follow-ups.
    const filter = { open, overdue, post: post ? (keyOfGlobalId('Post', post) ?? '') : null };
    const rows = await listFollowUps(database, filter, scope, { limit: limit + 1, after: place });
    return connect(rows, { words: this.#around.words, limit, place }, () =>
      countFollowUps(database, filter, scope),
    );
  }

  @FieldResolver(() => CaseObject, {
    nullable: true,
    description: 'The case that it is about; null to who may not see it.',
  })
  case(@Root() { row }: FollowUp, @Ctx() { viewer }: Context): Promise<CaseObject | null> {
    return this.#around.reader.byId(row.caseId, viewer);
  }

  @Mutation(() => FollowUpPayload, {
    description: 'Records a call or a reminder and what was promised. By the operation room.',
  })
  async addFollowUp(
    @Arg('input', () => AddFollowUpInput) { caseId, text, postId, promisedOn }: AddFollowUpInput,
    @Ctx() { viewer }: Context,
  ): Promise<FollowUpPayload> {
    const input = { caseId: caseKeyOf(caseId), text, post: keyOfGlobalId('Post', postId), promisedOn };
    const { words } = this.#around;
    return toPayload(await addFollowUp(this.#around, input, viewer), { viewer, words });
  }

  @Mutation(() => FollowUpPayload, {
    description: 'Records, once, whether a promise was kept. By the operation room.',
  })
  async settleFollowUp(
    @Arg('input', () => SettleFollowUpInput) { id, kept, comment }: SettleFollowUpInput,
    @Ctx() { viewer }: Context,
  ): Promise<FollowUpPayload> {
    const input = { id: uuidOf('FollowUp', id), kept, comment: comment ?? null };
    const { words } = this.#around;
    return toPayload(await settleFollowUp(this.#around, input, viewer), { viewer, words });
  }
}

@Resolver(() => CaseObject)
export class CaseFollowUpsResolver {
  readonly #pages: DataLoader<FollowUpPage, FollowUpRow[]>;
  readonly #counts: DataLoader<string, number>;
  readonly #words: SealedWords;
  constructor(database: Database, words: SealedWords) {
    this.#words = words;
    const uncached = { cache: false, maxBatchSize: 500 };
    this.#pages = new DataLoader(
      (asked: readonly FollowUpPage[]) => loadFollowUpPages(database, asked),
      uncached,
    );
    this.#counts = new DataLoader((ids: readonly string[]) => countFollowUpsOf(database, ids), uncached);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer records what is promised about it: the operation room, or who acts as it.',
  })
  mayRecordPromises(@Root() { access }: CaseObject): boolean {
    return access.seesInternal && access.capacities.includes('OPERATION_ROOM');
  }

  @FieldResolver(() => FollowUpConnection, {
    nullable: true,
    description: 'What was promised about it, by the promised day. For staff; null to the applicant.',
  })
  async followUps(
    @Root() { record, access }: CaseObject,
    @Args(() => EitherEndArgs) args: EitherEndArgs,
  ): Promise<Connection<FollowUp> | null> {
    if (!access.seesInternal) return null;
    const { from, limit, place: cursor } = readEitherEnd(args);
    const page = { from, limit, place: readKeyset(cursor, cursorShape) };
    const rows = await this.#pages.load({ ...page, caseId: record.id, limit: limit + 1 });
    return connect(rows, { ...page, words: this.#words }, () => this.#counts.load(record.id));
  }
}

const cursorShape = z.tuple([z.iso.date(), z.uuid()]);

interface Page {
  words: SealedWords;
  from?: 'START' | 'END';
  limit: number;
  place: FollowUpPlace;
}

function connect(
  rows: FollowUpRow[],
  { words, from = 'START', limit, place }: Page,
  count: () => Promise<number>,
): Connection<FollowUp> {
  return makeConnection({
    rows,
    limit,
    from,
    continued: place !== null,
    toNode: (row) => toFollowUp(row, words),
    toCursor: (row) => keysetCursor(row.promisedOn, row.id),
    count,
  });
}

function toPayload(
  { record, access, followUp, refusals }: FollowUpResult,
  { viewer, words }: { viewer: Viewer; words: SealedWords },
): FollowUpPayload {
  return {
    followUp: followUp && toFollowUp(followUp, words),
    case: toCaseObject(record, access, viewer.language),
    userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
  };
}
