import { Fault } from '@bekhedmetkom/platform/errors';
import { type Connection, readPage } from '@bekhedmetkom/platform/subgraph';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { CaseOrder } from '../case-list/case-filter.ts';
import { CaseConnection, type CaseObject } from '../graph/case.type.ts';
import { CaseGroupsArgs } from '../graph/case-filter.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { caseOrderEnum } from '../graph/vocabulary.type.ts';
import { CaseGroup } from './case-groups.type.ts';

const longest = 200;

@Resolver(() => CaseGroup)
export class CaseGroupsResolver {
  readonly #reader: CaseReader;
  constructor(reader: CaseReader) {
    this.#reader = reader;
  }

  @Query(() => [CaseGroup], {
    description:
      'The cases that the viewer may see as staff, by entity: those with the most first. Of more than 10,000 cases the first 10,000 are counted.',
  })
  async caseGroups(
    @Args(() => CaseGroupsArgs) { filter, first, skip }: CaseGroupsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<CaseGroup[]> {
    const page = { limit: first ?? longest, skip: skip ?? 0 };
    if (page.limit < 1 || page.limit > longest || page.skip < 0) {
      throw new Fault('BAD_USER_INPUT', {
        ar: `عدد المجموعات («first») يجب أن يكون بين 1 و${longest}، وما يُترك قبلها («skip») صفرًا على الأقل.`,
        en: `"first" must be between 1 and ${longest}, and "skip" at least 0.`,
      });
    }
    const groups = await this.#reader.countByEntity(filter ?? {}, page, viewer);
    return groups.map(({ entity, count }) => ({
      entity: entity === null ? null : { code: entity },
      count,
      filter: { ...filter, entity: [entity ?? ''] },
    }));
  }

  @FieldResolver(() => CaseConnection, { description: 'Some of them.' })
  cases(
    @Root() group: CaseGroup,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 100.' }) first: number,
    @Arg('orderBy', () => caseOrderEnum, { defaultValue: 'NEXT_BREACH', description: 'How they are sorted.' })
    order: CaseOrder,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CaseObject>> {
    return this.#reader.list(group.filter, { ...readPage({ first }), order }, viewer);
  }
}
