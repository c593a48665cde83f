import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  EitherEndArgs,
  keysetCursor,
  makeConnection,
  readEitherEnd,
  readKeyset,
} from '@bekhedmetkom/platform/subgraph';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { accessTo, coordinatedProgrammes, noAccess, readableEntities } from '../case-access/case.policy.ts';
import { CaseConnection, CaseObject, toCaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { type ApplicantRoom, openOwnCase } from '../tracking/open-own-case.ts';
import { countDuplicates, listDuplicates } from './merge.store.ts';
import { FollowedCase, MergeCaseInput, SeparateCaseInput } from './merge.type.ts';
import { mergeCase } from './merge-case.ts';
import { separateCase } from './separate-case.ts';

interface Dependencies extends ApplicantRoom {
  database: Database;
}

@Resolver(() => CaseObject)
export class MergeResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @FieldResolver(() => FollowedCase, {
    nullable: true,
    description: 'The case into which it was merged, or which its reporter follows instead; null for most.',
  })
  async parent(
    @Root() { record: { parentId } }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<FollowedCase | null> {
    const record = parentId === null ? null : await this.#around.reader.record(parentId);
    if (!record) return null;
    const isStaff = accessTo(viewer, record)?.as === 'STAFF';
    return {
      reference: isStaff ? record.reference : null,
      state: record.state,
      entity: record.entity === null ? null : { code: record.entity },
      record,
    };
  }

  @FieldResolver(() => Int, { description: 'How many cases follow this one.' })
  followers(@Root() { record }: CaseObject): number {
    return record.followers;
  }

  @FieldResolver(() => CaseConnection, {
    nullable: true,
    description: 'The cases that follow this one, oldest first. For staff; null to the applicant.',
  })
  async duplicates(
    @Root() { record, access }: CaseObject,
    @Args(() => EitherEndArgs) args: EitherEndArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CaseObject> | null> {
    if (access.as !== 'SERVICE' && !access.seesInternal) return null;
    const { database } = this.#around;
    const { from, limit, place: cursor } = readEitherEnd(args);
    const place = readKeyset(cursor, z.tuple([z.number(), z.uuid()]));
    const entities = visibleEntities(viewer, record.programme);
    const page = { entities, from, limit: limit + 1, place };
    return makeConnection({
      rows: await listDuplicates(database, record.id, page),
      limit,
      from,
      continued: place !== null,
      toNode: (one) => toCaseObject(one, accessTo(viewer, one) ?? noAccess, viewer.language),
      toCursor: (one) => keysetCursor(one.submittedAt.getTime(), one.id),
      count: () => countDuplicates(database, record.id, entities),
    });
  }

  @Mutation(() => CasePayload, {
    description:
      'Any open state → DUPLICATE: its reporter follows another open case. By the main focal point, within the own entity, or the operation room.',
  })
  async mergeCase(
    @Arg('input', () => MergeCaseInput) input: MergeCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await mergeCase(this.#around.room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'DUPLICATE → SUBMITTED: a case that its applicant filed as a follower of another one becomes a request of its own, at the same entity; its clock begins now. Not for what staff merged.',
  })
  async separateCase(
    @Arg('input', () => SeparateCaseInput) input: SeparateCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    const { expectedVersion, reason = null } = input;
    return toPayload(await separateCase(this.#around.room, own, { expectedVersion, reason }, viewer), viewer);
  }
}

// What is merged is of one programme, or of programmes that everybody above the entities sees.
function visibleEntities(viewer: Viewer, programme: string): 'all' | readonly string[] {
  return coordinatedProgrammes(viewer).includes(programme) ? 'all' : readableEntities(viewer);
}
