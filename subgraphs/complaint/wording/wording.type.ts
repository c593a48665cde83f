import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The same in both languages.' })
@InputType('WordingInput', { description: 'The same in both languages.' })
export class Wording implements Names {
  @Field(() => String, { description: 'In Arabic.' })
  ar: string;
  @Field(() => String, { description: 'In English.' })
  en: string;
}
