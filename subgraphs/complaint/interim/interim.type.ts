import { GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import { Field, InputType } from 'type-graphql';
import { CaseActionInput } from '../graph/case-action.type.ts';

@InputType({ description: 'An interim reply: what the applicant is told meanwhile, and a new date.' })
export class ProposeInterimReplyInput extends CaseActionInput {
  @Field(() => String, { description: 'What the applicant is to be told; at most 20,000 characters.' })
  text: string;
  @Field(() => GraphQLLocalDate, {
    description:
      'The day that is promised, Asia/Amman: a working day after the current due date, within twice the original time.',
  })
  dueOn: string;
}

@InputType({ description: 'An interim reply that is not given.' })
export class DeclineInterimReplyInput extends CaseActionInput {
  @Field(() => String, { description: 'Why; for staff only, at most 2,000 characters.' })
  reason: string;
}
