import type { Viewer } from '@bekhedmetkom/platform/auth';
import { LanguageCode, Node, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, Field, ObjectType } from 'type-graphql';

/** The name in the language asked for, else in the caller's. */
export function nameIn(names: Names, lang: LanguageCode | null | undefined, viewer: Viewer): string {
  return names[lang ?? viewer.language];
}

export const langDescription = 'Else in the language of the request.';

/** A node with a name in both languages. */
@ObjectType()
export abstract class NamedNode extends Node {
  readonly __typename: string;
  names: Names;

  constructor(type: string, key: string, names: Names) {
    super();
    this.__typename = type;
    this.id = toGlobalId(type, key);
    this.names = names;
  }

  @Field(() => String, { description: 'What it is called.' })
  name(
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { viewer }: { viewer: Viewer },
  ): string {
    return nameIn(this.names, lang, viewer);
  }
}
