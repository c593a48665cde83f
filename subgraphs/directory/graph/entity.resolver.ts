import { type Connection, GraphQLCursor } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { EntityConnection, EntityType } from '../entity/entity.type.ts';
import { PostType } from '../post/post.type.ts';
import { findEntities } from '../search/find-entities.ts';
import { listEntities } from '../search/list-entities.ts';
import { SectorType } from '../sector/sector.type.ts';
import { ServiceType } from '../service/service.type.ts';
import { existing } from '../snapshot/existing.ts';
import { UnitType } from '../unit/unit.type.ts';
import type { Context } from './context.ts';

@Resolver(() => EntityType)
export class EntityResolver {
  @Query(() => EntityConnection, {
    description: 'The entities that exist today: in their order, or the best matches of a search first.',
  })
  entities(
    @Arg('search', () => String, {
      nullable: true,
      description:
        'What people say who look for it, in either language and however Arabic is spelled: words of a name, a service, a category, everyday words (زبالة, passport), or a code.',
    })
    search: string | null,
    @Arg('sector', () => String, { nullable: true, description: 'Code of a sector to stay within.' })
    sector: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
    after: string | null,
    @Ctx() { directory }: Context,
  ): Connection<EntityType> {
    const asked = { sector: sector ?? null, first: first ?? 20, after };
    const found = search ? findEntities(directory, { ...asked, search }) : null;
    return found ?? listEntities(directory, asked);
  }

  @Query(() => EntityType, { nullable: true, description: 'By code, also when it exists no more.' })
  entity(
    @Arg('code', () => String, { description: 'Code of an entity.' }) code: string,
    @Ctx() { directory }: Context,
  ): EntityType | null {
    return toEntity(directory.entity(code));
  }

  @FieldResolver(() => SectorType, { description: 'The sector it belongs to.' })
  sector(@Root() { row }: EntityType, @Ctx() { directory }: Context): SectorType {
    return new SectorType(existing(directory.sector(row.sector), 'sector', row.sector));
  }

  @FieldResolver(() => EntityType, { nullable: true, description: 'The entity that supervises it.' })
  parent(@Root() { row }: EntityType, @Ctx() { directory }: Context): EntityType | null {
    return toEntity(row.parent === null ? undefined : directory.entity(row.parent));
  }

  @FieldResolver(() => [EntityType], { description: 'The entities that it supervises.' })
  children(@Root() { code }: EntityType, @Ctx() { directory }: Context): EntityType[] {
    return directory.childrenOf(code).map((row) => new EntityType(row));
  }

  @FieldResolver(() => EntityType, {
    nullable: true,
    description: 'The entity that took over its work when it ceased to exist.',
  })
  successor(@Root() { row }: EntityType, @Ctx() { directory }: Context): EntityType | null {
    return toEntity(row.successor === null ? undefined : directory.entity(row.successor));
  }

  @FieldResolver(() => [UnitType], { description: 'Its parts.' })
  units(@Root() { code }: EntityType, @Ctx() { directory }: Context): UnitType[] {
    return directory.unitsOf(code).map((row) => new UnitType(row));
  }

  @FieldResolver(() => [ServiceType], { description: 'What it does for people.' })
  services(@Root() { code }: EntityType, @Ctx() { directory }: Context): ServiceType[] {
    return directory.servicesOf(code).map((row) => new ServiceType(row));
  }

  @FieldResolver(() => [PostType], { description: 'Its posts, from the main focal point upward.' })
  posts(@Root() { code }: EntityType, @Ctx() { directory }: Context): PostType[] {
    return directory.postsOf(code).map((row) => new PostType(row));
  }
}

function toEntity(row: EntityType['row'] | undefined): EntityType | null {
  return row ? new EntityType(row) : null;
}
