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
  @Field(() => ID, { description: 'Opaque, and unlike that of anything else.' })
  id: string;
}

@ObjectType({ description: 'Where a page of a list stands.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether this page began after a cursor.' })
  hasPreviousPage: boolean;

  @Field(() => GraphQLCursor, { nullable: true, description: 'Of the first item; null on an empty page.' })
  startCursor: string | null;

  @Field(() => GraphQLCursor, { nullable: true, description: 'Of the last item; null on an empty page.' })
  endCursor: string | null;
}

@ObjectType({ description: 'Something the caller can put right.' })
@Directive('@shareable')
export class UserError {
  @Field(() => [String], { nullable: true, description: 'The path of the input field that it is about.' })
  field: string[] | null;

  @Field(() => String, { description: 'In the caller’s language.' })
  message: string;

  @Field(() => String, { description: 'Stable, for programs.' })
  code: string;
}
