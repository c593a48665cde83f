import { Field, Int, ObjectType } from 'type-graphql';
import type { CaseFilter } from '../case-list/case-filter.ts';
import { EntityReference } from '../directory/directory-references.type.ts';

@ObjectType({ description: 'The cases of one entity among those of a list.' })
export class CaseGroup {
  @Field(() => EntityReference, { nullable: true, description: 'Whose; null: nobody knows the entity yet.' })
  entity: EntityReference | null;
  @Field(() => Int, { description: 'How many, whatever part of them is shown.' })
  count: number;

  /** The list's filter, narrowed to this entity. */
  filter: CaseFilter;
}
