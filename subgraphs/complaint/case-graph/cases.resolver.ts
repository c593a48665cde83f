import { type Connection, PageArgs, readPage } from '@bekhedmetkom/platform/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CaseFilter } from '../case-list/case-filter.ts';
import { EntityReference } from '../directory/directory-references.type.ts';
import { CaseConnection, CaseObject } from '../graph/case.type.ts';
import { CasesArgs, EntityCasesArgs } from '../graph/case-filter.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { notFound } from '../refusal/not-found.ts';

@Resolver()
export class CasesResolver {
  readonly #reader: CaseReader;
  constructor(reader: CaseReader) {
    this.#reader = reader;
  }

  @Query(() => CaseObject, {
    nullable: true,
    description: 'The case of a global id. NOT_FOUND for one that the viewer may not see, as for none.',
  })
  async case(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<CaseObject> {
    const found = await this.#reader.byGlobalId(id, viewer);
    if (found) return found;
    throw notFound(viewer.language);
  }

  @Query(() => CaseConnection, { description: 'The cases that the viewer may see as staff.' })
  cases(@Args(() => CasesArgs) args: CasesArgs, @Ctx() { viewer }: Context): Promise<Connection<CaseObject>> {
    const page = { ...readPage(args), order: args.orderBy ?? 'NEWEST' };
    return this.#reader.list(args.filter ?? {}, page, viewer);
  }

  @Query(() => CaseConnection, { description: 'What the signed-in viewer filed, newest first.' })
  myCases(@Args(() => PageArgs) args: PageArgs, @Ctx() { viewer }: Context): Promise<Connection<CaseObject>> {
    return this.#reader.own(readPage(args), viewer);
  }
}

@Resolver(() => EntityReference)
export class EntityCasesResolver {
  readonly #reader: CaseReader;
  constructor(reader: CaseReader) {
    this.#reader = reader;
  }

  @FieldResolver(() => CaseConnection, {
    nullable: true,
    description: 'The entity’s cases, of those that the viewer may see as staff.',
  })
  cases(
    @Root() entity: EntityReference,
    @Args(() => EntityCasesArgs) args: EntityCasesArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CaseObject>> {
    const page = { ...readPage(args), order: args.orderBy ?? 'NEWEST' };
    return this.#reader.list(within(args.filter ?? {}, entity.code), page, viewer);
  }
}

function within(filter: CaseFilter, entity: string): CaseFilter {
  const isOut = filter.entity && !filter.entity.includes(entity);
  return { ...filter, entity: isOut ? [] : [entity] };
}
