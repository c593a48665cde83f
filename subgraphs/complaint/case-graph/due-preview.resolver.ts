import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { Importance, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { Args, ArgsType, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { dueOfClassification } from '../case-commands/classify-case.ts';
import type { Directory } from '../directory/directory.ts';
import { CaseObject } from '../graph/case.type.ts';
import { importanceEnum, pillarEnum } from '../graph/vocabulary.type.ts';

@ArgsType()
class DuePreviewArgs {
  @Field(() => importanceEnum, { description: 'The importance that would be given.' })
  importance: Importance;
  @Field(() => pillarEnum, { description: 'The pillar that would be given.' })
  pillar: Pillar;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the category that would be given; null: another subject.',
  })
  categoryCode?: string | null;
}

@Resolver(() => CaseObject)
export class DuePreviewResolver {
  readonly #directory: () => Directory;
  constructor(directory: () => Directory) {
    this.#directory = directory;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when it would have to be answered if it were classified so. For staff, while it waits to be classified; null otherwise, and where the policy has no such time.',
  })
  dueIfClassified(
    @Root() { record, access }: CaseObject,
    @Args(() => DuePreviewArgs) { importance, pillar, categoryCode }: DuePreviewArgs,
  ): Date | null {
    if (record.state !== 'SUBMITTED' || access.as !== 'STAFF') return null;
    const directory = this.#directory();
    const programme = directory.category(categoryCode ?? '')?.programme ?? record.programme;
    return dueOfClassification(record, { programme, importance, pillar }, directory).dueAt;
  }
}
