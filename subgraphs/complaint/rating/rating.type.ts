import type { Solved } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EntityReference } from '../directory/directory-references.type.ts';
import { Answer } from '../graph/case.type.ts';
import { solvedEnum } from '../graph/vocabulary.type.ts';

@ObjectType({ description: 'What a rating link is for.' })
export class RatingLink {
  @Field(() => String, { description: 'Reference of the case.' })
  reference: string;
  @Field(() => String, { description: 'In one line.' })
  subject: string;
  @Field(() => EntityReference, { nullable: true, description: 'Who answered.' })
  entity: EntityReference | null;
  @Field(() => Answer, { nullable: true, description: 'The answer to be rated.' })
  answer: Answer | null;
  @Field(() => Int, { description: 'Version of the case.' })
  version: number;
  @Field(() => Boolean, { description: 'Whether the link was used, or the answer rated otherwise.' })
  rated: boolean;
}

@InputType({ description: 'A rating by the link of an e-mail, without signing in.' })
export class RateByLinkInput {
  @Field(() => String, { description: 'The token of the link; good once, until the case closes.' })
  token: string;
  @Field(() => Int, { description: 'From 1, bad, to 5, good.' })
  score: number;
  @Field(() => solvedEnum, {
    nullable: true,
    description: 'As the score says when it is not said: YES from 4, PARTLY at 3, else NO.',
  })
  solved?: Solved | null;
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  comment?: string | null;
}
