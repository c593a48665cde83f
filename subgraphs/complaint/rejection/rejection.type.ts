import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { RejectionCode } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, ObjectType } from 'type-graphql';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { rejectionCodeEnum } from '../graph/vocabulary.type.ts';

@ObjectType({ description: 'Why a case was not taken on.' })
export class Rejection {
  @Field(() => rejectionCodeEnum, { description: 'The reason, by its kind.' })
  code: RejectionCode;
  @Field(() => String, { description: 'What the applicant was told.' })
  text: string;
  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  at: Date;
}

@InputType({ description: 'A case that should not be taken on.' })
export class ProposeRejectionInput extends CaseActionInput {
  @Field(() => rejectionCodeEnum, {
    description:
      'Why. OUT_OF_ANY_REMIT is for what no entity is responsible for; what is another entity’s business is transferred instead.',
  })
  code: RejectionCode;
  @Field(() => String, { description: 'What the applicant is to be told; at most 2,000 characters.' })
  text: string;
}

@InputType({ description: 'A rejection that is not approved.' })
export class DeclineRejectionInput extends CaseActionInput {
  @Field(() => String, { description: 'Why, for staff only; at most 2,000 characters.' })
  reason: string;
}
