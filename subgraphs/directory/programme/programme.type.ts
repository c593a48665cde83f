import type { Viewer } from '@bekhedmetkom/platform/auth';
import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import type * as words from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import { Programme } from '../graph/enums.ts';
import { langDescription, nameIn } from '../graph/named-node.ts';
import type * as rows from './programme.ts';

@ObjectType('ProgrammeDetails', { description: 'The same platform run for another purpose.' })
export class ProgrammeType {
  @Field(() => Programme, { description: 'Never changes.' })
  code: words.Programme;

  @Field(() => Boolean, {
    description:
      'Only its coordinator, the Prime Minister’s office and the focal points of the entity see its cases.',
  })
  restricted: boolean;

  @Field(() => Boolean, { description: 'Whether it has a coordinator.' })
  coordinated: boolean;

  names: words.Names;

  constructor({ code, names, restricted, coordinated }: rows.Programme) {
    this.code = code;
    this.names = names;
    this.restricted = restricted;
    this.coordinated = coordinated;
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
