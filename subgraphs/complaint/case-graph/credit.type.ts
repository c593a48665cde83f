import { Field, ObjectType } from 'type-graphql';
import { UnitReference } from '../directory/directory-references.type.ts';

@ObjectType({ description: 'Whom a compliment is for.' })
export class Commendation {
  @Field(() => UnitReference, { nullable: true, description: 'The unit that served well.' })
  unit: UnitReference | null;
  @Field(() => String, { nullable: true, description: 'The person, in the applicant’s words.' })
  name: string | null;
}
