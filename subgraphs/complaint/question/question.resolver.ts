import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CaseObject, withheld } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { keyedStep } from '../graph/keyed-step.ts';
import { toPayload } from '../graph/to-payload.ts';
import { type ApplicantRoom, openOwnCase } from '../tracking/open-own-case.ts';
import { askApplicant } from './ask-applicant.ts';
import { AskApplicantInput, Question, ReplyToQuestionInput } from './question.type.ts';
import { replyToQuestion } from './reply-to-question.ts';

@Resolver(() => CaseObject)
export class QuestionResolver {
  readonly #around: ApplicantRoom;
  constructor(deps: ApplicantRoom) {
    this.#around = deps;
  }

  @FieldResolver(() => Question, {
    nullable: true,
    description: 'The question that waits for the applicant. A report’s is withheld as its text is.',
  })
  question(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): Question | null {
    if (record.question === null || record.pausedAt === null) return null;
    const { words } = this.#around.room;
    const question = words ? words.open(record.id, record.question) : record.question;
    return {
      text: access.seesText ? question : withheld(record, viewer.language),
      askedAt: record.pausedAt,
      replyBy: record.timesOutAt,
    };
  }

  @Mutation(() => CasePayload, {
    description:
      'IN_PROGRESS → AWAITING_APPLICANT: asks the applicant, at most twice a round. The clock stands still until the reply. By a focal point of the entity.',
  })
  async askApplicant(
    @Arg('input', () => AskApplicantInput) input: AskApplicantInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    return toPayload(await askApplicant(this.#around.room, keyedStep(input), viewer), viewer);
  }

  @Mutation(() => CasePayload, {
    description: 'AWAITING_APPLICANT → IN_PROGRESS: the applicant’s answer to the question.',
  })
  async replyToQuestion(
    @Arg('input', () => ReplyToQuestionInput) input: ReplyToQuestionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    return toPayload(await replyToQuestion(this.#around.room, own, input, viewer), viewer);
  }
}
