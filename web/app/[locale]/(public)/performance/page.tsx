import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FlowChart } from '../../../../features/performance/charts/flow-chart.tsx';
import { GovernorateMap } from '../../../../features/performance/charts/governorate-map.tsx';
import { partsOf, readChoice, toFilter, toParameters } from '../../../../features/performance/choice.ts';
import { Definitions } from '../../../../features/performance/definitions.tsx';
import { EntityTable } from '../../../../features/performance/entities/entity-table.tsx';
import { readEntityRows } from '../../../../features/performance/entities/read-entity-rows.ts';
import { FigureScope } from '../../../../features/performance/figure-scope.tsx';
import { FigureTiles } from '../../../../features/performance/figure-tiles.tsx';
import { FilterForm } from '../../../../features/performance/filter-form.tsx';
import { performanceDocument } from '../../../../features/performance/performance.document.ts';
import { seriesOf } from '../../../../features/performance/period.ts';
import { readPublicFigures } from '../../../../features/performance/public-figures.ts';
import { termsFragment } from '../../../../features/performance/terms.ts';
import { minutesOfWorkingDay } from '../../../../features/performance/working-time.ts';
import { ServiceAway } from '../../../../features/shell/service-away.tsx';
import { readFragment } from '../../../../graphql/generated/index.ts';
import { pageLocale } from '../../../../i18n/page-locale.ts';
import { formatDate } from '../../../../ui/format.ts';
import { Icon } from '../../../../ui/icon.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('common');
  return { title: t('performance') };
}

/** The public figures: what they are, how they are counted, by time, place and entity. */
export default async function PerformancePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const choice = readChoice(await searchParams, Date.now());
  const series = seriesOf(choice.period);
  const { data, problem } = await readPublicFigures(
    performanceDocument,
    { window: choice.window, filter: toFilter(choice), series },
    {
      locale,
      name: 'performance',
      isGood: ({ kpis, kpiTerms, flow, byGovernorate, byEntity, programmes }) =>
        Boolean(kpis && kpiTerms && flow && byGovernorate && byEntity && programmes),
    },
  );
  if (!data?.kpis || !data.kpiTerms)
    return <ServiceAway retry={`/${locale}/performance?${toParameters(choice)}`} />;
  const t = await getTranslations();
  const terms = readFragment(termsFragment, data.kpiTerms);
  const { target } = data.kpis.delayed;
  const minutesADay = minutesOfWorkingDay(data.calendar?.hoursOpen ?? '', data.calendar?.hoursClose ?? '');
  const asOf = data.kpis.all[0]?.asOf ?? new Date().toISOString();
  const csv = new URLSearchParams([...toParameters(choice), ['lang', locale]]);
  return (
    <main id="main" className="wrap page">
      <h1 className="h1">{t('performance.title')}</h1>
      <p className="lead space-2">{t('performance.lead')}</p>
      <FilterForm
        locale={locale}
        choice={choice}
        sectors={data.sectors ?? []}
        governorates={data.governorates ?? []}
      />
      <p className="updated space-3">
        <span className="live">
          <time dateTime={asOf}>{t('performance.updated', { at: formatDate(locale, asOf, 'moment') })}</time>
        </span>
        <a className="alone" href={`/api/performance?${csv}`} download>
          <Icon name="download" /> {t('performance.csv')}
        </a>
        <a className="alone" href="#definitions">
          {t('performance.howWeCount')}
        </a>
      </p>
      {data.programmes && (
        <FigureScope
          locale={locale}
          parts={partsOf(choice, { sectors: data.sectors ?? [], governorates: data.governorates ?? [] })}
          programmes={data.programmes}
        />
      )}
      {problem && <p className="notice space-4">{t('common.problem.partly')}</p>}
      <section className="space-6" aria-labelledby="figures">
        <h2 className="sr" id="figures">
          {t('performance.figures')}
        </h2>
        <FigureTiles kpis={data.kpis} locale={locale} minutesADay={minutesADay} terms={terms} />
      </section>
      <section className="section">
        <div className="cols">
          {data.flow && (
            <FlowChart
              rows={data.flow}
              by={series}
              running={choice.period !== 'lastMonth'}
              locale={locale}
              terms={terms}
            />
          )}
          {data.byGovernorate && (
            <GovernorateMap
              rows={data.byGovernorate}
              governorates={data.governorates ?? []}
              locale={locale}
            />
          )}
        </div>
      </section>
      {data.byEntity && (
        <EntityTable
          entities={readEntityRows(data.byEntity)}
          locale={locale}
          minutesADay={minutesADay}
          target={target === null ? null : 1 - target}
          terms={terms}
        />
      )}
      <Definitions kpis={data.kpis} locale={locale} minutesADay={minutesADay} terms={terms} />
    </main>
  );
}
