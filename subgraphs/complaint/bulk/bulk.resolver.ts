import type { Viewer } from '@bekhedmetkom/platform/auth';
import { keyOfGlobalId, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { CaseDependencies } from '../case-change/change-case.ts';
import { startCase } from '../case-change/start-case.ts';
import { type Assigned, assignCase } from '../case-commands/assign-case.ts';
import type { Context } from '../graph/context.ts';
import { transferCase } from '../transfer/transfer-case.ts';
import { BulkItem, BulkPayload, BulkUndo } from './bulk.type.ts';
import { type BulkOptions, runBulk } from './run-bulk.ts';

const many = 'At most 100; each case goes by itself and has its own result.';

@Resolver()
export class BulkResolver {
  readonly #room: CaseDependencies;
  readonly #logger: Logger;
  constructor(deps: CaseDependencies, logger: Logger) {
    this.#room = deps;
    this.#logger = logger;
  }

  @Mutation(() => BulkPayload, {
    description: `Gives cases to a focal point of their entity, as assignCase does. ${many}`,
  })
  assignCases(
    @Arg('items', () => [BulkItem]) items: BulkItem[],
    @Arg('assigneePostId', () => ID) assigneePostId: string,
    @Ctx() { viewer }: Context,
  ): Promise<BulkPayload> {
    return runBulk(items, this.#options(viewer), async (step) => {
      const assigneePost = keyOfGlobalId('Post', assigneePostId);
      const result = await assignCase(this.#room, { ...step, assigneePost }, viewer);
      return { result, undo: this.#undoOf(result) };
    });
  }

  @Mutation(() => BulkPayload, { description: `Starts work on cases, as startCase does. ${many}` })
  startCases(
    @Arg('items', () => [BulkItem]) items: BulkItem[],
    @Ctx() { viewer }: Context,
  ): Promise<BulkPayload> {
    return runBulk(items, this.#options(viewer), async (step) => ({
      result: await startCase(this.#room, step, viewer),
    }));
  }

  @Mutation(() => BulkPayload, {
    description: `Asks another entity to take cases, as transferCase does. ${many}`,
  })
  transferCases(
    @Arg('items', () => [BulkItem]) items: BulkItem[],
    @Arg('toEntityCode', () => String) toEntityCode: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() { viewer }: Context,
  ): Promise<BulkPayload> {
    return runBulk(items, this.#options(viewer), async (step) => ({
      result: await transferCase(this.#room, { ...step, toEntityCode, reason }, viewer),
    }));
  }

  @Mutation(() => BulkPayload, {
    description: `Takes back what a bulk action said can be: gives the cases back to who had them before, unless something else happened since (CONFLICT). ${many}`,
  })
  undoBulk(
    @Arg('items', () => [BulkUndo]) items: BulkUndo[],
    @Ctx() { viewer }: Context,
  ): Promise<BulkPayload> {
    return runBulk(items, this.#options(viewer), (step, item) => this.#giveBack(step, item, viewer));
  }

  #options(viewer: Viewer): BulkOptions {
    return { viewer, logger: this.#logger };
  }

  async #giveBack(step: Parameters<typeof startCase>[1], { assigneePostId }: BulkUndo, viewer: Viewer) {
    const assigneePost = keyOfGlobalId('Post', assigneePostId);
    return { result: await assignCase(this.#room, { ...step, assigneePost }, viewer) };
  }

  // Who had it before may be no focal point of the entity, and so cannot be given it back.
  #undoOf({ record, formerPost }: Assigned): BulkUndo | null {
    const post = formerPost === null ? undefined : this.#room.directory().post(formerPost);
    const isFocalPoint = post?.role === 'MAIN_FOCAL_POINT' || post?.role === 'SUB_FOCAL_POINT';
    if (!post || !isFocalPoint || post.entity !== record.entity) return null;
    return {
      caseId: toGlobalId('Case', record.id),
      expectedVersion: record.version,
      assigneePostId: toGlobalId('Post', post.key),
    };
  }
}
