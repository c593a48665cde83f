/**
 * Things of the directory as this subgraph refers to them: by key only, the directory knows the rest. Every field that
 * refers to one is nullable, in lists the items as well: without the directory a case shows without their names
 * (`schema.test.ts` holds it).
 */
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Entity', { description: 'A government entity.' })
@Directive('@key(fields: "code")')
export class EntityReference {
  @Field(() => String, { description: 'Code of the entity, e.g. `MOH`.' })
  code: string;
}

@ObjectType('Category', { description: 'What a case is about.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CategoryReference {
  @Field(() => String, { description: 'Code of the category, e.g. `WATER-CUT`.' })
  code: string;
}

@ObjectType('Governorate', { description: 'One of the twelve governorates.' })
@Directive('@key(fields: "code", resolvable: false)')
export class GovernorateReference {
  @Field(() => String, { description: 'Code of the governorate, e.g. `AMMAN`.' })
  code: string;
}

@ObjectType('Unit', { description: 'A part of an entity.' })
@Directive('@key(fields: "id", resolvable: false)')
export class UnitReference {
  @Field(() => ID, { description: 'Global id of the unit.' })
  id: string;
}

@ObjectType('Post', { description: 'A post that work goes to, whoever holds it.' })
@Directive('@key(fields: "id", resolvable: false)')
export class PostReference {
  @Field(() => ID, { description: 'Global id of the post.' })
  id: string;
}

@ObjectType('StaffMember', { description: 'Somebody who holds posts.' })
@Directive('@key(fields: "id", resolvable: false)')
export class StaffMemberReference {
  @Field(() => ID, { description: 'Global id of the staff member.' })
  id: string;
}
