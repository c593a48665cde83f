import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { FlowChart } from '../../../../../features/performance/charts/flow-chart.tsx';
import { OnTimeTrend } from '../../../../../features/performance/charts/on-time-trend.tsx';
import { Definitions } from '../../../../../features/performance/definitions.tsx';
import { entityDocument } from '../../../../../features/performance/entities/entity.document.ts';
import { FigureScope } from '../../../../../features/performance/figure-scope.tsx';
import { FigureTiles } from '../../../../../features/performance/figure-tiles.tsx';
import { windowOf } from '../../../../../features/performance/period.ts';
import { readPublicFigures } from '../../../../../features/performance/public-figures.ts';
import { termsFragment } from '../../../../../features/performance/terms.ts';
import { minutesOfWorkingDay } from '../../../../../features/performance/working-time.ts';
import { NotFoundPage } from '../../../../../features/shell/not-found-page.tsx';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import type { EntityPerformanceQuery } from '../../../../../graphql/generated/graphql.ts';
import { readFragment } from '../../../../../graphql/generated/index.ts';
import type { Answer } from '../../../../../graphql/server.ts';
import type { Locale } from '../../../../../i18n/locale.ts';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { formatDate } from '../../../../../ui/format.ts';
import { Icon } from '../../../../../ui/icon.tsx';

interface Props {
  params: Promise<{ locale: string; code: string }>;
}

/** A code that is none asks nobody. */
const isCode = (code: string) => /^[A-Z0-9_-]{1,40}$/.test(code);

const readEntity = cache(async (code: string, locale: Locale): Promise<Answer<EntityPerformanceQuery>> => {
  if (!isCode(code)) return { data: null, problem: null };
  const now = Date.now();
  return readPublicFigures(
    entityDocument,
    { code, window: windowOf('quarter', now), year: windowOf('year', now), filter: { entity: [code] } },
    {
      locale,
      name: 'entity',
      isGood: ({ entity, kpiTerms, trend, flow, programmes }) =>
        Boolean(entity?.kpis && kpiTerms && trend && flow && programmes),
    },
  );
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations('performance');
  const { data } = await readEntity((await params).code, locale);
  return { title: data?.entity?.name ?? t('gone') };
}

/** How one entity answers, over the last ninety days and month by month. */
export default async function EntityPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { code } = await params;
  const t = await getTranslations('performance');
  const { data, problem } = await readEntity(code, locale);
  const entity = data?.entity;
  if (!entity) {
    if (problem && problem.code !== 'NOT_FOUND')
      return <ServiceAway retry={`/${locale}/performance/${code}`} />;
    return <NotFoundPage locale={locale} heading={t('gone')} text={t('goneText')} />;
  }
  const minutesADay = minutesOfWorkingDay(data.calendar?.hoursOpen ?? '', data.calendar?.hoursClose ?? '');
  const asOf = entity.kpis?.all[0]?.asOf;
  const terms = data.kpiTerms && readFragment(termsFragment, data.kpiTerms);
  const linked = (one: { code: string; name: string }) => (
    <li key={one.code}>
      <a href={`/${locale}/performance/${one.code}`}>{one.name}</a>
    </li>
  );
  const relatives = [
    { title: t('retired'), entities: entity.successor ? [entity.successor] : [] },
    { title: t('supervisedBy'), entities: entity.parent ? [entity.parent] : [] },
    { title: t('supervises'), entities: entity.children },
  ].filter((group) => group.entities.length > 0);
  return (
    <main id="main" className="wrap page">
      <a className="back" href={`/${locale}/performance`}>
        <Icon name="back" />
        {t('backToAll')}
      </a>
      <h1 className="h1 space-2">{entity.name}</h1>
      <p className="lead space-2">{t('entityOf', { sector: entity.sector.name })}</p>
      <p className="updated space-3">
        <span>{t('periods.quarter')}</span>
        {asOf && (
          <span className="live">
            <time dateTime={asOf}>{t('updated', { at: formatDate(locale, asOf, 'moment') })}</time>
          </span>
        )}
        <a className="alone" href="#definitions">
          {t('howWeCount')}
        </a>
      </p>
      {data.programmes && <FigureScope locale={locale} parts={[entity.name]} programmes={data.programmes} />}
      <div className="actions">
        <a className="btn btn--primary" href={`/${locale}/submit/start?entity=${entity.code}`}>
          {t('file')}
        </a>
      </div>
      {entity.kpis && terms && (
        <section className="space-6" aria-labelledby="figures">
          <h2 className="sr" id="figures">
            {t('figures')}
          </h2>
          <FigureTiles kpis={entity.kpis} locale={locale} minutesADay={minutesADay} terms={terms} />
        </section>
      )}
      <section className="section">
        <div className="cols">
          {data.trend && <OnTimeTrend rows={data.trend} locale={locale} />}
          {data.flow && terms && (
            <FlowChart rows={data.flow} by="MONTH" running locale={locale} terms={terms} />
          )}
        </div>
      </section>
      {relatives.length > 0 && (
        <section className="section">
          <dl className="facts">
            {relatives.map((group) => (
              <div key={group.title}>
                <dt>{group.title}</dt>
                <dd>
                  <ul>{group.entities.map(linked)}</ul>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {entity.kpis && terms && (
        <Definitions kpis={entity.kpis} locale={locale} minutesADay={minutesADay} terms={terms} />
      )}
    </main>
  );
}
