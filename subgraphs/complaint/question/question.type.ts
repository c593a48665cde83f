import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { ApplicantActionInput } from '../tracking/tracking.type.ts';

@ObjectType({ description: 'A question that waits for the applicant; the clock stands still meanwhile.' })
export class Question {
  @Field(() => String, { description: 'What is asked.' })
  text: string;
  @Field(() => GraphQLDateTime, { description: 'When it was asked.' })
  askedAt: Date;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the applicant may answer; then the work goes on without.',
  })
  replyBy: Date | null;
}

@InputType({ description: 'A question for the applicant.' })
export class AskApplicantInput extends CaseActionInput {
  @Field(() => String, { description: 'Something specific; 10 to 2,000 characters.' })
  question: string;
}

@InputType({ description: 'The applicant’s answer to a question.' })
export class ReplyToQuestionInput extends ApplicantActionInput {
  @Field(() => String, { description: 'At most 10,000 characters.' })
  text: string;
}
