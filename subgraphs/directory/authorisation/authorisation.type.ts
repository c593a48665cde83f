import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('AuthorisationGrant', { description: 'One thing that somebody is there to do.' })
@Directive('@inaccessible')
export class AuthorisationGrantType {
  @Field(() => String, { description: 'The role of the post held.' })
  role: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the entity it is limited to; null is everywhere.',
  })
  scope: string | null;
}

@ObjectType('Authorisation', { description: 'What somebody may do today.' })
@Directive('@inaccessible')
export class AuthorisationType {
  @Field(() => [AuthorisationGrantType], {
    description: 'One for each post held, and for a minister one for each entity supervised.',
  })
  grants: AuthorisationGrantType[];
}
