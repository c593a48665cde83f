import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CategoryType } from '../category/category.type.ts';
import { SectorType } from '../sector/sector.type.ts';
import { existing } from '../snapshot/existing.ts';
import type { Context } from './context.ts';

@Resolver(() => CategoryType)
export class CategoryResolver {
  @Query(() => [CategoryType], { description: 'Those of one sector, else all.' })
  categories(
    @Arg('sector', () => String, { nullable: true, description: 'Code of a sector.' }) sector: string | null,
    @Ctx() { directory }: Context,
  ): CategoryType[] {
    const rows = sector == null ? directory.categories : directory.categoriesOf(sector);
    return rows.map((row) => new CategoryType(row));
  }

  @FieldResolver(() => SectorType, { description: 'The sector it belongs to.' })
  sector(@Root() { row }: CategoryType, @Ctx() { directory }: Context): SectorType {
    return new SectorType(existing(directory.sector(row.sector), 'sector', row.sector));
  }
}
