import { Field, InputType, Int } from 'type-graphql';
import type { Score } from './rubric.ts';

@InputType({ description: 'The points for one criterion.' })
export class ScoreInput implements Score {
  @Field(() => String, { description: 'Key of the criterion.' })
  criterion: string;
  @Field(() => Int, { description: 'Whole points, from none to the criterion’s maximum.' })
  points: number;
}
