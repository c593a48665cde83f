import { GraphQLDateTime, LanguageCode } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { before } from '../dimension/period.ts';
import { differs } from '../figure/change.ts';
import { seesAsPublic } from '../figure/figure.policy.ts';
import type { Figure, KpiName } from '../figure/figure.ts';
import { isTooSmall } from '../figure/suppression.ts';
import { formulaOf, labels } from '../figure/words.ts';
import type { Context } from './context.ts';
import { KpiNameEnum } from './enums.ts';
import { Kpi, KpiSet } from './kpi.type.ts';
import { isOfNow } from './read-question.ts';

const langDescription = 'Else in the language of the request.';

@Resolver(() => Kpi)
export class KpiResolver {
  @FieldResolver(() => String, { description: 'What it is called.' })
  label(
    @Root() { name }: Kpi,
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { viewer }: Context,
  ): string {
    return labels[name][lang ?? viewer.language];
  }

  @FieldResolver(() => String, { description: 'How it is worked out.' })
  formula(
    @Root() { name }: Kpi,
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { answers, viewer }: Context,
  ): Promise<string> {
    return answers.moment().then(({ terms }) => formulaOf(name, terms)[lang ?? viewer.language]);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Its value in the window of equal length before, as of now. Null in series, for what is only of now, and for CLOSED_COHORT: requests of the window before have had longer to be closed.',
  })
  async previous(@Root() kpi: Kpi, @Ctx() context: Context): Promise<number | null> {
    return (await figureBefore(kpi, context))?.value ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether its value differs from `previous` by more than chance explains (at 95%: shares by the two-proportion z-test, counts as Poisson counts, times by more than 5%). Null when one of the two is not known or not shown. Tell no change as good or bad that is none.',
  })
  async differsFromPrevious(@Root() kpi: Kpi, @Ctx() context: Context): Promise<boolean | null> {
    const before = kpi.suppressed ? null : await figureBefore(kpi, context);
    return before && differs(kpi.figure, before);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'What it should reach, in `unit`.' })
  target(@Root() { name }: Kpi, @Ctx() { answers }: Context): Promise<number | null> {
    return answers.target(name);
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'The moment it is of, by the database’s clock.' })
  async asOf(@Ctx() { answers }: Context): Promise<Date> {
    return new Date((await answers.moment()).now);
  }
}

/** What is of now has no window before; of those received before, more are closed by now for no merit of anybody. */
const isComparable = (name: KpiName): boolean => !isOfNow(name) && name !== 'CLOSED_COHORT';

/** The figure of the window before, as far as the viewer is shown it. */
async function figureBefore(kpi: Kpi, { answers, viewer }: Context): Promise<Figure | null> {
  if (!isComparable(kpi.name)) return null;
  const figure = await kpi.before();
  const { fewestShown } = (await answers.moment()).terms;
  return figure && seesAsPublic(viewer) && isTooSmall(figure, fewestShown) ? null : figure;
}

@Resolver(() => KpiSet)
export class KpiSetResolver {
  @FieldResolver(() => Kpi, { description: 'One figure by name.' })
  kpi(
    @Root() set: KpiSet,
    @Arg('name', () => KpiNameEnum) name: KpiName,
    @Ctx() context: Context,
  ): Promise<Kpi> {
    return figureIn(set, name, context);
  }

  @FieldResolver(() => [Kpi], { description: 'All figures, or those that were named.' })
  all(@Root() set: KpiSet, @Ctx() context: Context): Promise<Kpi[]> {
    return Promise.all(set.names.map((name) => figureIn(set, name, context)));
  }
}

async function figureIn(set: KpiSet, name: KpiName, { answers, viewer }: Context): Promise<Kpi> {
  const { span, filter, entity } = set;
  const figure = set.known.get(name) ?? (await answers.figure({ span, filter, entity, name }));
  const closed = await answers.asksBeyondScope(filter);
  const { fewestShown } = (await answers.moment()).terms;
  return new Kpi(figure, closed || (seesAsPublic(viewer) && isTooSmall(figure, fewestShown)), async () =>
    closed ? null : answers.figure({ span: before(span), filter, entity, name }),
  );
}
