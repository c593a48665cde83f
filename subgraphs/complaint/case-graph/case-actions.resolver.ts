import { keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { startCase } from '../case-change/start-case.ts';
import { assignCase } from '../case-commands/assign-case.ts';
import { classifyCase } from '../case-commands/classify-case.ts';
import { proposeAnswer } from '../case-commands/propose-answer.ts';
import { approveAnswer, returnAnswer } from '../case-commands/review-answer.ts';
import { CaseActionInput, CasePayload } from '../graph/case-action.type.ts';
import { caseKeyOf } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { toPayload } from '../graph/to-payload.ts';
import type { ScoringRoom } from '../rubric/sample.ts';
import type { ScoresInput } from '../rubric/write-scores.ts';
import {
  ApproveAnswerInput,
  AssignCaseInput,
  ClassifyCaseInput,
  ProposeAnswerInput,
  ReturnAnswerInput,
} from './case-actions.type.ts';

@Resolver()
export class CaseActionsResolver {
  readonly #room: ScoringRoom;
  constructor(deps: ScoringRoom) {
    this.#room = deps;
  }

  @Mutation(() => CasePayload, {
    description:
      'SUBMITTED → ASSIGNED: importance, pillar, category and focal point. Sets the due date, counted from submission. By the main focal point, or the operation room.',
  })
  async classifyCase(
    @Arg('input', () => ClassifyCaseInput) input: ClassifyCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const classification = {
      ...input,
      caseId: caseKeyOf(input.caseId),
      categoryCode: input.categoryCode ?? null,
      entityCode: input.entityCode ?? null,
      assigneePost: keyOfGlobalId('Post', input.assigneePostId),
    };
    return toPayload(await classifyCase(this.#room, classification, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'ASSIGNED → IN_PROGRESS. By a focal point of the entity, who holds the case from then on.',
  })
  async startCase(
    @Arg('input', () => CaseActionInput) input: CaseActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await startCase(this.#room, keyed(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'Gives the case to another focal point of its entity; neither state nor clock change. By the main focal point, or the operation room.',
  })
  async assignCase(
    @Arg('input', () => AssignCaseInput) input: AssignCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const assigneePost = keyOfGlobalId('Post', input.assigneePostId);
    return toPayload(await assignCase(this.#room, { ...keyed(input), assigneePost }, viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'IN_PROGRESS → PENDING_REVIEW; a compliment’s acknowledgement is published at once. By a focal point of the entity.',
  })
  async proposeAnswer(
    @Arg('input', () => ProposeAnswerInput) input: ProposeAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await proposeAnswer(this.#room, keyed(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'PENDING_REVIEW → RESOLVED: publishes the answer and stops the clock. By a quality reviewer or the operation room, never by the author.',
  })
  async approveAnswer(
    @Arg('input', () => ApproveAnswerInput) input: ApproveAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await approveAnswer(this.#room, scored(keyed(input)), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description:
      'PENDING_REVIEW → IN_PROGRESS, with a reason. By a quality reviewer or the operation room, never by the author.',
  })
  async returnAnswer(
    @Arg('input', () => ReturnAnswerInput) input: ReturnAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await returnAnswer(this.#room, scored(keyed(input)), viewer), viewer);
  }
}

function keyed<I extends CaseActionInput>(input: I): Omit<I, 'caseId'> & { caseId: string | null } {
  return { ...input, caseId: caseKeyOf(input.caseId) };
}

function scored<I extends { scores?: ScoresInput['scores'] | null; comment?: string | null }>(input: I) {
  return { ...input, scores: input.scores ?? [], comment: input.comment ?? null };
}
