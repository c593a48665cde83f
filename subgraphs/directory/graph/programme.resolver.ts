import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CategoryType } from '../category/category.type.ts';
import { ProgrammeType } from '../programme/programme.type.ts';
import type { Context } from './context.ts';

@Resolver(() => ProgrammeType)
export class ProgrammeResolver {
  @Query(() => [ProgrammeType], {
    description: 'The purposes that cases are handled for, the general one first.',
  })
  programmes(@Ctx() { directory }: Context): ProgrammeType[] {
    return directory.programmes.map((row) => new ProgrammeType(row));
  }

  @FieldResolver(() => [CategoryType], { description: 'What its cases can be about.' })
  categories(@Root() { code }: ProgrammeType, @Ctx() { directory }: Context): CategoryType[] {
    return directory.categories.filter((row) => row.programme === code).map((row) => new CategoryType(row));
  }
}
