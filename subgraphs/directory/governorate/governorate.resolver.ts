import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { GovernorateType } from './governorate.type.ts';

@Resolver()
export class GovernorateResolver {
  @Query(() => [GovernorateType], { description: 'All of them.' })
  governorates(@Ctx() { directory }: Context): GovernorateType[] {
    return directory.governorates.map((row) => new GovernorateType(row));
  }
}
