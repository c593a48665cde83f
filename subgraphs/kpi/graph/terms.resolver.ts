import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { FigureTerms } from '../terms/terms.ts';
import type { Context } from './context.ts';

@ObjectType({
  description:
    'The numbers by which figures are shown and compared. They are configuration: ask for them, and keep none of your own.',
})
export class KpiTerms implements Omit<FigureTerms, 'watchedQuestions'> {
  @Field(() => Int, {
    description:
      'Working days after its publication on which an answer may be reopened; REOPENED counts answers that are older.',
  })
  maturityWorkingDays: number;

  @Field(() => Int, {
    description: 'A figure that rests on 1 or more cases, but fewer than this, is not shown to the public.',
  })
  fewestShown: number;

  @Field(() => Int, { description: 'What rests on fewer ratings or cases than this is not ranked.' })
  fewestRanked: number;

  @Field(() => Int, {
    description:
      'Entities are compared within groups of like volume. One that received more than this in the window is large.',
  })
  largeVolume: number;

  @Field(() => Int, {
    description: 'One that received this many or more in the window, and is not large, is middling.',
  })
  middleVolume: number;
}

@Resolver()
export class TermsResolver {
  @Query(() => KpiTerms, { description: 'The terms in force now.' })
  async kpiTerms(@Ctx() { answers }: Context): Promise<KpiTerms> {
    return (await answers.moment()).terms;
  }
}
