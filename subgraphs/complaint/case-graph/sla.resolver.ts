import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { Sla, SlaDay, SlaStep } from '../graph/sla.type.ts';
import { explain, slaTimeline } from '../sla/sla-timeline.ts';

const nameDescription = 'In the language asked for, else the caller’s.';

@Resolver(() => Sla)
export class SlaResolver {
  @FieldResolver(() => [SlaStep], { description: 'How the deadline came about, step by step.' })
  explanation(@Root() { calendar, course }: Sla): SlaStep[] {
    return explain(calendar, course).map((step) => ({
      ...step,
      from: new Date(step.from),
      to: new Date(step.to),
    }));
  }

  @FieldResolver(() => [SlaDay], {
    description: 'The days from the first to the deadline, or to today when that is later; at most 92.',
  })
  days(@Root() { calendar, course, now }: Sla): SlaDay[] {
    return slaTimeline(calendar, course, now.getTime());
  }
}

@Resolver(() => SlaStep)
export class SlaStepResolver {
  @FieldResolver(() => String, { description: nameDescription })
  name(
    @Root() { names }: SlaStep,
    @Arg('lang', () => LanguageCode, { nullable: true }) lang: LanguageCode | null,
    @Ctx() { viewer }: Context,
  ): string {
    return names[lang ?? viewer.language];
  }
}

@Resolver(() => SlaDay)
export class SlaDayResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: `Of the holiday or of the special hours; null on other days. ${nameDescription}`,
  })
  name(
    @Root() { names }: SlaDay,
    @Arg('lang', () => LanguageCode, { nullable: true }) lang: LanguageCode | null,
    @Ctx() { viewer }: Context,
  ): string | null {
    return names?.[lang ?? viewer.language] ?? null;
  }
}
