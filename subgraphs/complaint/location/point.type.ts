import { Field, Float, InputType, ObjectType } from 'type-graphql';
import type { Point } from './location.ts';

@ObjectType('Point', { description: 'A place on the Earth, WGS84.' })
export class PointObject implements Point {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude: number;
  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude: number;
}

@InputType({ description: 'A place on the Earth, WGS84.' })
export class PointInput implements Point {
  @Field(() => Float, { description: 'Degrees north of the equator; Jordan has 29 to 34.' })
  latitude: number;
  @Field(() => Float, { description: 'Degrees east of Greenwich; Jordan has 34 to 40.' })
  longitude: number;
}
