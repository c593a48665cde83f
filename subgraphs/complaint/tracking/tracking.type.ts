import type { Solved } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int } from 'type-graphql';
import { solvedEnum } from '../graph/vocabulary.type.ts';

@InputType({ description: 'One step of an applicant, by reference and secret or signed in.' })
export class ApplicantActionInput {
  @Field(() => String, { description: 'Reference of the case.' })
  reference: string;
  @Field(() => String, {
    nullable: true,
    description: 'Follow-up secret; not needed by the signed-in applicant of the case.',
  })
  secret?: string | null;
  @Field(() => Int, { description: 'The version that the applicant has seen; a stale one is refused.' })
  expectedVersion: number;
}

@InputType({ description: 'What the applicant says about the answer.' })
export class RateCaseInput extends ApplicantActionInput {
  @Field(() => Int, { description: 'From 1, bad, to 5, good.' })
  score: number;
  @Field(() => solvedEnum, { description: 'Whether the matter is solved.' })
  solved: Solved;
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  comment?: string | null;
}
