import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Dimension } from '../dimension/dimension.ts';
import { labelOf } from '../dimension/label.ts';
import { before } from '../dimension/period.ts';
import { seesAsPublic } from '../figure/figure.policy.ts';
import { type Figure, type KpiName, kpiNames } from '../figure/figure.ts';
import { hiddenAmong } from '../figure/suppression.ts';
import type { Answers } from '../question/answers.ts';
import { type Question, seriesOf } from '../question/question.ts';
import { type TableRow, tableOf } from '../question/table.ts';
import type { Context } from './context.ts';
import { KpiDimensionEnum, KpiNameEnum } from './enums.ts';
import { Kpi, KpiRow, KpiSet } from './kpi.type.ts';
import { KpiFilter, WindowInput } from './question.type.ts';
import { readDimensions, readFilter, readFirst, readNames, readSpan } from './read-question.ts';

@Resolver(() => KpiRow)
export class QuestionResolver {
  @Query(() => KpiSet, {
    description:
      'The figures of a window. Open to everybody; the public does not see figures on few cases (`KpiTerms.fewestShown`).',
  })
  kpis(
    @Arg('window', () => WindowInput) window: WindowInput,
    @Arg('filter', () => KpiFilter, { nullable: true }) filter: KpiFilter | null,
  ): KpiSet {
    return new KpiSet({
      span: readSpan(window),
      filter: readFilter(filter),
      entity: null,
      names: kpiNames,
    });
  }

  @Query(() => [KpiRow], {
    description:
      'Figures broken down by one or two dimensions, one of time at most. Rows come by time, then by the first figure named: satisfaction by the lower bound of Wilson’s interval at 95% (on fewer ratings than `KpiTerms.fewestRanked` last), others by the cases they rest on. A series by time alone has a row for each period, other tables for each combination in which anything was counted.',
  })
  async kpiTable(
    @Arg('window', () => WindowInput) window: WindowInput,
    @Arg('by', () => [KpiDimensionEnum]) by: Dimension[],
    @Arg('names', () => [KpiNameEnum]) names: KpiName[],
    @Arg('filter', () => KpiFilter, { nullable: true }) filter: KpiFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200, description: 'How many rows, 1 to 2,000.' })
    first: number | null,
    @Ctx() { answers, viewer }: Context,
  ): Promise<KpiRow[]> {
    const limit = readFirst(first ?? 200);
    const span = readSpan(window);
    const wanted = readNames(names);
    const question: Question = {
      span,
      by: readDimensions(by, span, wanted),
      filter: readFilter(filter),
      names: wanted,
    };
    const { terms } = await answers.moment();
    const table = tableOf(question, await answers.table(question), terms.fewestRanked);
    const closed = await answers.asksBeyondScope(question.filter);
    const hidden = wanted.map((_, place) =>
      seesAsPublic(viewer) ? hiddenIn(table, place, terms.fewestShown) : new Set<number>(),
    );
    const earlier = earlierTable(question, answers);
    return table.slice(0, limit).map((row, index) => ({
      keys: row.keys,
      by: question.by,
      kpis: row.figures.map(
        (figure, place) =>
          new Kpi(figure, closed || (hidden[place]?.has(index) ?? false), async () =>
            seriesOf(question) || closed
              ? null
              : ((await earlier()).get(row.keys.join('\n'))?.[place] ?? null),
          ),
      ),
    }));
  }

  @FieldResolver(() => [String], { description: 'What the keys are called.' })
  labels(
    @Root() { keys, by }: KpiRow,
    @Arg('lang', () => LanguageCode, { nullable: true, description: 'Else in the language of the request.' })
    lang: LanguageCode | null,
    @Ctx() { terms, viewer }: Context,
  ): Promise<string[]> {
    return Promise.all(
      by.map(async (dimension, index) => {
        const names = await labelOf(dimension, keys[index] ?? '', terms);
        return names[lang ?? viewer.language];
      }),
    );
  }
}

function hiddenIn(table: TableRow[], place: number, fewest: number): Set<number> {
  return hiddenAmong(
    table.flatMap(({ figures }) => figures[place] ?? []),
    fewest,
  );
}

/** The figures of the window before by the same keys, counted when they are first asked for. */
function earlierTable(question: Question, answers: Answers): () => Promise<Map<string, Figure[]>> {
  let read: Promise<Map<string, Figure[]>> | null = null;
  const count = async () => {
    const asked = { ...question, span: before(question.span) };
    const { terms } = await answers.moment();
    const rows = tableOf(asked, await answers.table(asked), terms.fewestRanked);
    return new Map(rows.map(({ keys, figures }) => [keys.join('\n'), figures]));
  };
  return () => {
    read ??= count();
    return read;
  };
}
