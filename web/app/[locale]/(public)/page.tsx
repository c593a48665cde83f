import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EntityGridList } from '../../../features/home/entity-grid-list.tsx';
import { FindRequest } from '../../../features/home/find-request.tsx';
import { homeDocument } from '../../../features/home/home.document.ts';
import { readOwnEntities } from '../../../features/home/own-entities.ts';
import { RecentFigures } from '../../../features/home/recent-figures.tsx';
import { TypesList } from '../../../features/home/types-list.tsx';
import { FigureScope } from '../../../features/performance/figure-scope.tsx';
import { figureFragment } from '../../../features/performance/figures.ts';
import { windowOf } from '../../../features/performance/period.ts';
import { readPublicFigures } from '../../../features/performance/public-figures.ts';
import { termsFragment } from '../../../features/performance/terms.ts';
import { minutesOfWorkingDay } from '../../../features/performance/working-time.ts';
import { listDrafts } from '../../../features/submit/draft/kept-draft.ts';
import { readFragment } from '../../../graphql/generated/index.ts';
import { pageLocale } from '../../../i18n/page-locale.ts';
import { readFollowed } from '../../../session/cookies/followed-cases.ts';
import { Icon } from '../../../ui/icon.tsx';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('home');
  return { title: { absolute: t('title') }, description: t('lead') };
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations('home');
  const now = Date.now();
  const [{ data }, drafts, followed, own] = await Promise.all([
    readPublicFigures(
      homeDocument,
      { window: windowOf('thirtyDays', now), wall: windowOf('quarter', now) },
      {
        locale,
        name: 'home',
        isGood: (found) =>
          Boolean(found.kpis && found.kpiTerms && found.sectors && found.byEntity && found.programmes),
      },
    ),
    listDrafts(),
    readFollowed(),
    readOwnEntities(),
  ]);
  const calendar = data?.calendar;
  const kpis = data?.kpis;
  const terms = data?.kpiTerms && readFragment(termsFragment, data.kpiTerms);
  const late = new Map(data?.byEntity?.map(({ keys, kpis: [delayed] }) => [keys[0], delayed]));
  const entities = (data?.sectors ?? [])
    .flatMap((sector) => sector.entities.edges.map((edge) => edge.node.code))
    .map((code) => {
      const delayed = late.get(code);
      const known = delayed && !delayed.suppressed && delayed.value !== null;
      return { code, onTime: known ? 1 - (delayed.value ?? 0) : null };
    });
  const yours = new Set([...own, ...followed.flatMap((one) => (one.entity ? [one.entity] : []))]);

  return (
    <main id="main">
      <div className="hero">
        <div className="wrap hero__in">
          <div>
            <h1>{t.rich('headline', { br: () => <br /> })}</h1>
            <p className="lead">{t('lead')}</p>
            <a className="btn btn--primary btn--lg" href={`/${locale}/submit`}>
              {drafts.length > 0 ? t('resume') : t('start')}
              <Icon name="forward" />
            </a>
            <FindRequest locale={locale} />
          </div>
          {entities.length > 0 && terms && (
            <EntityGridList entities={entities} yours={yours} locale={locale} few={terms.fewestShown} />
          )}
        </div>
      </div>
      <section className="wrap section" aria-labelledby="types">
        <h2 className="h2 gap-4" id="types">
          {t('typesTitle')}
        </h2>
        <TypesList locale={locale} />
      </section>
      <section className="wrap section" aria-labelledby="how">
        <h2 className="h2" id="how">
          {t('howTitle')}
        </h2>
        <ol className="how space-6">
          {(['how1', 'how2', 'how3', 'how4'] as const).map((step) => (
            <li key={step}>
              <h3>{t(step)}</h3>
              <p>{t(`${step}text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="wrap section" aria-labelledby="figures">
        <div className="row row--between">
          <h2 className="h2" id="figures">
            {t('figuresTitle')}
          </h2>
          <a className="alone" href={`/${locale}/performance`}>
            {t('allFigures')}
          </a>
        </div>
        {data?.programmes && <FigureScope locale={locale} parts={[]} programmes={data.programmes} />}
        {kpis && calendar && terms ? (
          <RecentFigures
            locale={locale}
            minutesADay={minutesOfWorkingDay(calendar.hoursOpen, calendar.hoursClose)}
            terms={terms}
            delayed={readFragment(figureFragment, kpis.delayed)}
            median={readFragment(figureFragment, kpis.median)}
            satisfaction={readFragment(figureFragment, kpis.satisfaction)}
          />
        ) : (
          <p className="hint space-4">{t('noFigures')}</p>
        )}
      </section>
    </main>
  );
}
