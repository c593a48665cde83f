import type { Database } from '@bekhedmetkom/platform/database';
import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Access } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { type ApplicantRoom, openOwnCase } from '../tracking/open-own-case.ts';
import { appealCase, declineAppeal } from './appeal-case.ts';
import { type CycleRow, loadCycles } from './cycles.store.ts';
import { reopenCase } from './reopen-case.ts';
import {
  AppealCaseInput,
  Cycle,
  DeclineAppealInput,
  ReopenByStaffInput,
  ReopenCaseInput,
  WithdrawCaseInput,
} from './reopening.type.ts';
import { withdrawCase } from './withdraw-case.ts';

@Resolver(() => CaseObject)
export class ReopeningResolver {
  readonly #around: ApplicantRoom;
  readonly #cycles: DataLoader<string, CycleRow[]>;
  readonly #words: SealedWords;
  constructor(database: Database, deps: ApplicantRoom, words: SealedWords) {
    this.#words = words;
    this.#around = deps;
    this.#cycles = new DataLoader(
      async (ids) => {
        const found = await loadCycles(database, ids);
        return ids.map((id) => found.get(id) ?? []);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  @FieldResolver(() => [Cycle], { description: 'Its rounds, the first one first, the present one last.' })
  async cycles(@Root() { record, access }: CaseObject): Promise<Cycle[]> {
    return (await this.#cycles.load(record.id)).map((row) => toCycle(row, access, this.#words));
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the applicant appealed to the operation room; null once it has decided.',
  })
  appealedAt(@Root() { record }: CaseObject): Date | null {
    return record.appealedAt;
  }

  @FieldResolver(() => Int, {
    description:
      'How often its applicant may still reopen it, by the terms of its policy; what the operation room opens again does not count. Then an appeal is left.',
  })
  reopeningsLeft(@Root() { record }: CaseObject): number {
    const { reopenings } = this.#around.room.directory().termsOf(record);
    return Math.max(0, reopenings - record.ownReopenings);
  }

  @Mutation(() => CasePayload, {
    description: 'Any open state → WITHDRAWN: the applicant no longer wants the case.',
  })
  async withdrawCase(
    @Arg('input', () => WithdrawCaseInput) input: WithdrawCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    const { expectedVersion, reason = null } = input;
    const withdrawn = await withdrawCase(this.#around.room, own, { expectedVersion, reason }, viewer);
    return toPayload(withdrawn, viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'RESOLVED, or CLOSED for at most ten working days → IN_PROGRESS: the applicant begins another round, with half the time. Twice; then an appeal is left.',
  })
  async reopenCase(
    @Arg('input', () => ReopenCaseInput) input: ReopenCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    const { expectedVersion, reason } = input;
    return toPayload(
      await reopenCase(this.#around.room, { ...own, expectedVersion, reason }, viewer),
      viewer,
    );
  }

  @Mutation(() => CasePayload, {
    description:
      'RESOLVED or CLOSED → IN_PROGRESS: the operation room begins another round, at any time. It grants an appeal.',
  })
  async reopenByStaff(
    @Arg('input', () => ReopenByStaffInput) input: ReopenByStaffInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const { caseId: id, expectedVersion, reason } = keyedStep(input);
    return toPayload(await reopenCase(this.#around.room, { id, expectedVersion, reason }, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'Asks the operation room to look at an answered case again, once its reopenings are used up.',
  })
  async appealCase(
    @Arg('input', () => AppealCaseInput) input: AppealCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    return toPayload(await appealCase(this.#around.room, own, input, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'Declines an appeal, with a reason for the applicant. By the operation room.',
  })
  async declineAppeal(
    @Arg('input', () => DeclineAppealInput) input: DeclineAppealInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await declineAppeal(this.#around.room, keyedStep(input), viewer), viewer);
  }
}

function toCycle(row: CycleRow, { seesText }: Access, words: SealedWords): Cycle {
  const shown = (text: string | null) => (seesText && text !== null ? words.open(row.caseId, text) : null);
  const { number, openedBy, submittedAt, dueAt, publishedAt, outcome, score, solved, comment, ratedAt } = row;
  const rated = score !== null && solved !== null && ratedAt !== null;
  const answer = row.answer === null ? null : words.open(row.caseId, row.answer);
  const answered = answer !== null && outcome !== null && publishedAt !== null;
  return {
    number,
    openedBy,
    submittedAt,
    dueAt,
    publishedAt,
    outcome,
    rating: rated ? { score, solved, comment: shown(comment), ratedAt } : null,
    answer: answered ? { text: answer, outcome, publishedAt } : null,
    reason: shown(row.reason),
  };
}
