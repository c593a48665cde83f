import { Ctx, Query, Resolver } from 'type-graphql';
import { GovernorateType } from '../governorate/governorate.type.ts';
import type { Context } from './context.ts';

@Resolver()
export class GovernorateResolver {
  @Query(() => [GovernorateType], { description: 'All of them.' })
  governorates(@Ctx() { directory }: Context): GovernorateType[] {
    return directory.governorates.map((row) => new GovernorateType(row));
  }
}
