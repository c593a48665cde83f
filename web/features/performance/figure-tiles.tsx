import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { FigureValue, plainValue } from './figure-words.tsx';
import { type Figure, figureFragment, onTimeOf, trendOf } from './figures.ts';
import type { FigureTerms } from './terms.ts';
import { toWorkingDays } from './working-time.ts';

const tilesFragment = graphql(`
  fragment FigureTiles_KpiSet on KpiSet {
    delayed: kpi(name: DELAYED) {
      ...Figure_Kpi
    }
    delayedOriginal: kpi(name: DELAYED_ORIGINAL) {
      ...Figure_Kpi
    }
    closed: kpi(name: CLOSED_COHORT) {
      ...Figure_Kpi
    }
    closedFlow: kpi(name: CLOSED_FLOW) {
      ...Figure_Kpi
    }
    median: kpi(name: MEDIAN_TIME_TO_RESOLVE) {
      ...Figure_Kpi
    }
    p90: kpi(name: P90_TIME_TO_RESOLVE) {
      ...Figure_Kpi
    }
    satisfaction: kpi(name: SATISFACTION) {
      ...Figure_Kpi
    }
    received: kpi(name: RECEIVED) {
      ...Figure_Kpi
    }
  }
`);

interface Props {
  kpis: FragmentType<typeof tilesFragment>;
  locale: Locale;
  minutesADay: number;
  terms: FigureTerms;
}

/** Four figures, each with the way it moved and how it is counted. */
export async function FigureTiles({ kpis, locale, minutesADay, terms }: Props) {
  const set = readFragment(tilesFragment, kpis);
  const t = await getTranslations('performance');
  const read = (name: Exclude<keyof typeof set, ' $fragmentName'>) => readFragment(figureFragment, set[name]);
  const original = plainValue(locale, onTimeOf(read('delayedOriginal')), minutesADay);
  const flow = plainValue(locale, read('closedFlow'), minutesADay);
  const p90 = read('p90');
  const slowest = p90.value === null || p90.suppressed ? null : toWorkingDays(p90.value, minutesADay);
  const satisfaction = read('satisfaction');
  const tile = (title: string, figure: Figure, goodWay: 'up' | 'down', formula: string) => (
    <section className="kpi" key={title}>
      <h3>{title}</h3>
      <FigureValue figure={figure} locale={locale} minutesADay={minutesADay} terms={terms} />
      <Delta figure={figure} goodWay={goodWay} locale={locale} minutesADay={minutesADay} />
      <p className="formula">{formula}</p>
    </section>
  );
  return (
    <div className="kpis">
      {tile(
        t('onTime'),
        onTimeOf(read('delayed')),
        'up',
        `${t('onTimeFormula')} ${original ? t('onTimeOriginal', { value: original }) : ''}`,
      )}
      {tile(
        t('closed'),
        read('closed'),
        'up',
        `${t('closedFormula')} ${flow ? t('closedFlow', { value: flow }) : ''}`,
      )}
      {tile(
        t('median'),
        read('median'),
        'down',
        `${t('medianFormula')} ${slowest === null ? '' : t('p90', { value: t('days', { days: slowest }) })}`,
      )}
      {tile(
        t('satisfied'),
        satisfaction,
        'up',
        `${t('satisfiedFormula')} ${satisfaction.suppressed ? '' : t('ofRatings', { count: satisfaction.n })}`,
      )}
    </div>
  );
}

interface DeltaProps {
  figure: Figure;
  goodWay: 'up' | 'down';
  locale: Locale;
  minutesADay: number;
}

async function Delta({ figure, goodWay, locale, minutesADay }: DeltaProps) {
  const t = await getTranslations('performance');
  const trend = trendOf(figure);
  // Never compared: those received before have had longer to be closed.
  if (figure.name === 'CLOSED_COHORT') return null;
  if (!trend) return <span className="delta delta--flat">{t('noPrevious')}</span>;
  if (trend.way === 'flat') {
    return (
      <span className="delta delta--flat">
        <Icon name="flat" />
        {t('same')}
      </span>
    );
  }
  const by =
    figure.unit === 'RATIO'
      ? t('points', { value: formatNumber(locale, trend.by * 100, 1) })
      : t('days', { days: toWorkingDays(trend.by, minutesADay) });
  return (
    <span className={trend.way === goodWay ? 'delta delta--good' : 'delta delta--bad'}>
      <Icon name={trend.way === 'up' ? 'rising' : 'falling'} />
      {t(trend.way, { value: by })}
    </span>
  );
}
