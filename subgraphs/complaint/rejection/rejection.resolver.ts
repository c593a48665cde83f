import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CaseActionInput, CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { approveRejection, declineRejection, proposeRejection } from './reject-case.ts';
import { loadRejectionTexts } from './rejection.store.ts';
import { DeclineRejectionInput, ProposeRejectionInput, Rejection } from './rejection.type.ts';

@Resolver(() => CaseObject)
export class RejectionResolver {
  readonly #room: CaseDependencies;
  readonly #texts: DataLoader<string, string>;
  constructor({ room, database, words }: { room: CaseDependencies; database: Database; words: SealedWords }) {
    this.#room = room;
    const batch = async (ids: readonly string[]) => {
      const found = await loadRejectionTexts(database, ids);
      return ids.map((id) => words.open(id, found.get(id) ?? ''));
    };
    this.#texts = new DataLoader(batch, { cache: false, maxBatchSize: 500 });
  }

  @FieldResolver(() => Rejection, {
    nullable: true,
    description: 'Why it was rejected; null when it was not.',
  })
  async rejection(@Root() { record, access }: CaseObject): Promise<Rejection | null> {
    const { rejectionCode: code, closedAt: at } = record;
    if (code === null || at === null || !access.seesText) return null;
    return { code, text: await this.#texts.load(record.id), at };
  }

  @Mutation(() => CasePayload, {
    description:
      'Proposes not to take a case on; another person of the operation room decides. By the main focal point or the operation room, while SUBMITTED or ASSIGNED.',
  })
  async proposeRejection(
    @Arg('input', () => ProposeRejectionInput) input: ProposeRejectionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await proposeRejection(this.#room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'SUBMITTED, ASSIGNED → REJECTED, as proposed; the clock stops. By the operation room, never by who proposed it.',
  })
  async approveRejection(
    @Arg('input', () => CaseActionInput) input: CaseActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await approveRejection(this.#room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Declines a proposed rejection; the case goes on. By the operation room.',
  })
  async declineRejection(
    @Arg('input', () => DeclineRejectionInput) input: DeclineRejectionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await declineRejection(this.#room, keyedStep(input), viewer), viewer);
  }
}
