import { type Connection, GraphQLCursor } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { EntityConnection, type EntityType } from '../entity/entity.type.ts';
import { listEntities } from '../search/list-entities.ts';
import { SectorType } from '../sector/sector.type.ts';
import type { Context } from './context.ts';

@Resolver(() => SectorType)
export class SectorResolver {
  @Query(() => [SectorType], { description: 'All of them, in their order.' })
  sectors(@Ctx() { directory }: Context): SectorType[] {
    return directory.sectors.map((row) => new SectorType(row));
  }

  @FieldResolver(() => EntityConnection, { description: 'Its entities that exist today, in their order.' })
  entities(
    @Root() { code }: SectorType,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
    after: string | null,
    @Ctx() { directory }: Context,
  ): Connection<EntityType> {
    return listEntities(directory, { sector: code, first: first ?? 50, after });
  }
}
