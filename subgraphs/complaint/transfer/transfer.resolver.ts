import type { Database } from '@bekhedmetkom/platform/database';
import { type Connection, keyOfGlobalId, PageArgs, readPage } from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseConnection, CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { loadTransfers, type TransferRow } from '../handover/transfer.store.ts';
import { acceptTransfer, refuseTransfer } from './decide-transfer.ts';
import {
  AcceptTransferInput,
  RefuseTransferInput,
  Transfer,
  TransferCaseInput,
  TransferRecord,
  toTransferRecord,
} from './transfer.type.ts';
import { transferCase } from './transfer-case.ts';

interface Dependencies {
  room: CaseDependencies;
  words: SealedWords;
  database: Database;
  reader: CaseReader;
}

@Resolver(() => CaseObject)
export class TransferResolver {
  readonly #around: Dependencies;
  readonly #transfers: DataLoader<string, TransferRow[]>;
  constructor(deps: Dependencies) {
    this.#around = deps;
    const batch = async (ids: readonly string[]) => {
      const found = await loadTransfers(deps.database, ids);
      const open = (row: TransferRow) => deps.words.openRow(row, 'reason', 'refusal');
      return ids.map((id) => (found.get(id) ?? []).map(open));
    };
    this.#transfers = new DataLoader(batch, { cache: false, maxBatchSize: 500 });
  }

  @FieldResolver(() => Transfer, { nullable: true, description: 'The transfer that waits for a decision.' })
  async transfer(@Root() { record, access }: CaseObject): Promise<Transfer | null> {
    if (record.transferTo === null) return null;
    const row = (await this.#transfers.load(record.id)).at(-1);
    if (!row) return null;
    return {
      to: { code: record.transferTo },
      reason: access.seesInternal ? row.reason : null,
      requestedAt: row.requestedAt,
      decideBy: record.timesOutAt,
      decidedByOperationRoom: record.transferAtRoom,
      refusals: record.transferRefusals,
    };
  }

  @FieldResolver(() => [TransferRecord], {
    nullable: true,
    description: 'Every transfer that was asked for, oldest first. For staff; null to the applicant.',
  })
  async transfers(@Root() { record, access }: CaseObject): Promise<TransferRecord[] | null> {
    if (!access.seesInternal) return null;
    return (await this.#transfers.load(record.id)).map(toTransferRecord);
  }

  @Query(() => CaseConnection, {
    description: 'Transfers that wait for the viewer’s decision, the next deadline first.',
  })
  transfersToDecide(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CaseObject>> {
    const page = { ...readPage(args), order: 'NEXT_BREACH' as const };
    return this.#around.reader.list({ incoming: true }, page, viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'ASSIGNED, IN_PROGRESS → TRANSFER_PENDING: asks another entity to take the case; the clock goes on. By the main focal point.',
  })
  async transferCase(
    @Arg('input', () => TransferCaseInput) input: TransferCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await transferCase(this.#around.room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'TRANSFER_PENDING → ASSIGNED at the entity that takes it; the working time of the former one is credited. By the main focal point of the target within its time, else by the operation room.',
  })
  async acceptTransfer(
    @Arg('input', () => AcceptTransferInput) input: AcceptTransferInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const accepted = {
      ...keyedStep(input),
      entityCode: input.entityCode ?? null,
      assigneePost: keyOfGlobalId('Post', input.assigneePostId),
    };
    return toPayload(await acceptTransfer(this.#around.room, accepted, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'TRANSFER_PENDING → back to where it was; after a second refusal the operation room decides. By the main focal point of the target within its time, else by the operation room.',
  })
  async refuseTransfer(
    @Arg('input', () => RefuseTransferInput) input: RefuseTransferInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await refuseTransfer(this.#around.room, keyedStep(input), viewer), viewer);
  }
}
