import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { FigureValue } from '../performance/figure-words.tsx';
import { type Figure, onTimeOf } from '../performance/figures.ts';
import type { FigureTerms } from '../performance/terms.ts';

interface Props {
  locale: Locale;
  minutesADay: number;
  terms: FigureTerms;
  delayed: Figure;
  median: Figure;
  satisfaction: Figure;
}

/** Three figures of the last thirty days, each with how it is counted, and the moment they are of. */
export async function RecentFigures({ locale, minutesADay, terms, delayed, median, satisfaction }: Props) {
  const t = await getTranslations('performance');
  const figure = (title: string, of: Figure, formula: ReactNode) => (
    <div className="figure">
      <dt>{title}</dt>
      <dd>
        <FigureValue figure={of} locale={locale} minutesADay={minutesADay} terms={terms} />
        <p className="formula">{formula}</p>
      </dd>
    </div>
  );
  return (
    <>
      <dl className="figures">
        {figure(t('onTime'), onTimeOf(delayed), t('onTimeFormula'))}
        {figure(t('median'), median, t('medianFormula'))}
        {figure(
          t('satisfied'),
          satisfaction,
          `${t('satisfiedFormula')} ${satisfaction.suppressed ? '' : t('ofRatings', { count: satisfaction.n })}`,
        )}
      </dl>
      <p className="xs muted space-3">
        <time dateTime={delayed.asOf}>
          {t('updated', { at: formatDate(locale, delayed.asOf, 'moment') })}
        </time>
      </p>
    </>
  );
}
