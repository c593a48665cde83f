import { EitherEndArgs } from '@bekhedmetkom/platform/subgraph';
import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class TimelineArgs extends EitherEndArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
  override first?: number | null;
}
