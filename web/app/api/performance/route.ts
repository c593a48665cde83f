import type { NextRequest } from 'next/server';
import { partsOf, readChoice, toFilter } from '../../../features/performance/choice.ts';
import { toCsv } from '../../../features/performance/entities/csv.ts';
import { readEntityRows } from '../../../features/performance/entities/read-entity-rows.ts';
import { scopeWords } from '../../../features/performance/figure-scope.tsx';
import { readPublicFigures } from '../../../features/performance/public-figures.ts';
import { graphql } from '../../../graphql/generated/index.ts';

const csvDocument = graphql(`
  query PerformanceCsv($window: WindowInput!, $filter: KpiFilter) {
    programmes {
      ...FigureScope_ProgrammeDetails
    }
    sectors {
      code
      name
    }
    governorates {
      code
      name
    }
    kpis(window: $window, filter: $filter) {
      all {
        name
        label
        value
        numerator
        denominator
        n
        unit
        formula
        suppressed
        asOf
      }
    }
    byEntity: kpiTable(
      window: $window
      by: [ENTITY]
      names: [RECEIVED, DELAYED, SATISFACTION, MEDIAN_TIME_TO_RESOLVE]
      filter: $filter
      first: 300
    ) {
      ...EntityTable_KpiRow
    }
  }
`);

const entityHead = [
  'entity',
  'name',
  'received',
  'on_time',
  'satisfied',
  'ratings',
  'median_working_minutes',
];
const figureHead = ['figure', 'label', 'value', 'numerator', 'denominator', 'n', 'unit', 'formula'];

/** The figures of the page as CSV: first all figures with their definitions, then entity by entity. */
export async function GET(request: NextRequest): Promise<Response> {
  const parameters = Object.fromEntries(request.nextUrl.searchParams);
  const choice = readChoice(parameters, Date.now());
  const locale = parameters.lang === 'en' ? 'en' : 'ar';
  const { data } = await readPublicFigures(
    csvDocument,
    { window: choice.window, filter: toFilter(choice) },
    { locale, name: 'csv', isGood: (found) => Boolean(found.kpis && found.byEntity && found.programmes) },
  );
  if (!data?.kpis || !data.byEntity || !data.programmes) {
    return new Response(null, { status: 503, headers: { 'retry-after': '30', 'cache-control': 'no-store' } });
  }
  const figures = data.kpis.all.map((one) => [
    one.name,
    one.label,
    one.suppressed ? null : one.value,
    one.suppressed ? null : one.numerator,
    one.suppressed ? null : one.denominator,
    one.suppressed ? null : one.n,
    one.unit,
    one.formula,
  ]);
  const entities = readEntityRows(data.byEntity).map((one) => [
    one.code,
    one.name,
    one.received,
    one.onTime,
    one.satisfied,
    one.ratings,
    one.medianMinutes,
  ]);
  const { from, to } = choice.window;
  const scope = await scopeWords({
    locale,
    parts: partsOf(choice, data),
    programmes: data.programmes,
  });
  const text = toCsv([
    ['from', from, 'to (exclusive)', to, 'as of', data.kpis.all[0]?.asOf ?? null],
    [scope],
    figureHead,
    ...figures,
    [],
    entityHead,
    ...entities,
  ]);
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bekhedmetkom-${from}-${to}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
