import { GraphQLCursor } from '@bekhedmetkom/platform/subgraph';
import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class TimelineArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the newest, 1 to 100, in place of `first`: they come oldest first as well, and earlier ones are cut.',
  })
  last?: number | null;
  @Field(() => GraphQLCursor, {
    nullable: true,
    description: 'With `last`: the cursor before which to go on.',
  })
  before?: string | null;
}
