import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Answer, Rating } from '../graph/case.type.ts';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { cycleOpenerEnum, outcomeEnum } from '../graph/vocabulary.type.ts';
import { ApplicantActionInput } from '../tracking/tracking.type.ts';

@ObjectType({ description: 'One round of a case, from submission or reopening to the published answer.' })
export class Cycle {
  @Field(() => Int, { description: 'From 1.' })
  number: number;
  @Field(() => cycleOpenerEnum, { description: 'Who began it.' })
  openedBy: 'APPLICANT' | 'OPERATION_ROOM';
  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  submittedAt: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it had to be answered.' })
  dueAt: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its answer was published.' })
  publishedAt: Date | null;
  @Field(() => outcomeEnum, { nullable: true, description: 'How it ended.' })
  outcome: Outcome | null;
  @Field(() => Rating, { nullable: true, description: 'What the applicant said about its answer.' })
  rating: Rating | null;
  @Field(() => Answer, { nullable: true, description: 'Its published answer.' })
  answer: Answer | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why the case was reopened; null for the first round, and withheld where the text is.',
  })
  reason: string | null;
}

@InputType({ description: 'An applicant who no longer wants the case.' })
export class WithdrawCaseInput extends ApplicantActionInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, if the applicant likes to say; at most 2,000 characters.',
  })
  reason?: string | null;
}

@InputType({ description: 'An applicant whom the answer does not help.' })
export class ReopenCaseInput extends ApplicantActionInput {
  @Field(() => String, { description: 'What is still wrong; at most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'An applicant who asks the operation room to look again.' })
export class AppealCaseInput extends ApplicantActionInput {
  @Field(() => String, { description: 'What is still wrong; at most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A case that the operation room opens again.' })
export class ReopenByStaffInput extends CaseActionInput {
  @Field(() => String, { description: 'Why; the applicant reads it. At most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'An appeal that is not granted.' })
export class DeclineAppealInput extends CaseActionInput {
  @Field(() => String, { description: 'Why; the applicant reads it. At most 2,000 characters.' })
  reason: string;
}
