import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { EscalationLevel } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { PostReference } from '../directory/directory-references.type.ts';
import { escalationLevelEnum } from '../graph/vocabulary.type.ts';

@ObjectType({ description: 'The level of the ladder that a case reaches next if its clock runs on.' })
export class NextEscalation {
  @Field(() => escalationLevelEnum, { description: 'Which.' })
  level: EscalationLevel;
  @Field(() => GraphQLDateTime, { description: 'When it is reached unless the case is answered before.' })
  at: Date;
  @Field(() => [PostReference], {
    nullable: 'itemsAndList',
    description: 'The posts that are told then, as posts are held now.',
  })
  posts: PostReference[];
  @Field(() => [PostReference], {
    nullable: 'itemsAndList',
    description: 'The posts of the level that nobody holds now, so that others are told.',
  })
  vacant: PostReference[];
  @Field(() => Boolean, {
    description: 'Whether others are told in place of the posts of the level: vacant, or not there at all.',
  })
  substituted: boolean;
}

@ObjectType({ description: 'A level of the ladder that the present round of a case reached.' })
export class Escalation {
  @Field(() => escalationLevelEnum, { description: 'Which.' })
  level: EscalationLevel;
  @Field(() => GraphQLDateTime, { description: 'When.' })
  at: Date;
  @Field(() => [PostReference], { nullable: 'itemsAndList', description: 'The posts that were told.' })
  posts: PostReference[];
  @Field(() => Boolean, { description: 'Whether the applicant asked for it; otherwise the clock did.' })
  requestedByApplicant: boolean;
}
