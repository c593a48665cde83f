import { Directive, Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLCursor } from './scalars.ts';

/** The languages in which a client can ask for names. */
export enum LanguageCode {
  AR = 'ar',
  EN = 'en',
}

registerEnumType(LanguageCode, { name: 'Language', description: 'A language we speak.' });

// Types of other schemas in this process implement it too, so it brings none along by itself.
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'Anything that can be asked for again by its id.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}

@ObjectType({ description: 'Where a page of a list stands.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => GraphQLCursor, { nullable: true })
  startCursor: string | null;

  @Field(() => GraphQLCursor, { nullable: true })
  endCursor: string | null;
}

@ObjectType({ description: 'Something the caller can put right.' })
@Directive('@shareable')
export class UserError {
  @Field(() => [String], { nullable: true, description: 'The path of the input field that it is about.' })
  field: string[] | null;

  @Field(() => String, { description: 'In the caller’s language.' })
  message: string;

  @Field(() => String)
  code: string;
}
