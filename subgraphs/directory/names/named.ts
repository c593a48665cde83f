import type { Viewer } from '@bekhedmetkom/platform/auth';
import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import { langDescription, nameIn } from './named-node.ts';

/** What has a name in both languages, and is no node. */
@ObjectType()
export abstract class Named {
  names: Names;

  constructor(names: Names) {
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
