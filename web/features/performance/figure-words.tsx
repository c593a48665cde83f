import { useTranslations } from 'next-intl';
import type { Locale } from '../../i18n/locale.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import type { Figure } from './figures.ts';
import type { FigureTerms } from './terms.ts';
import { toWorkingDays } from './working-time.ts';

interface Props {
  figure: Figure;
  locale: Locale;
  minutesADay: number;
  terms: FigureTerms;
}

/** A figure's value as people read it: a share, a number, or working days; never a number that is hidden. */
export function FigureValue({ figure, locale, minutesADay, terms }: Props) {
  const t = useTranslations('performance');
  if (figure.suppressed)
    return <span className="val val--none">{t('notShown', hiddenBecause(figure, terms))}</span>;
  if (figure.value === null) return <span className="val val--none">{t('noData')}</span>;
  if (figure.unit !== 'WORKING_MINUTES') {
    return <span className="val">{plainValue(locale, figure, minutesADay)}</span>;
  }
  const days = toWorkingDays(figure.value, minutesADay);
  return (
    <span className="val">
      {formatNumber(locale, days, 1)} <span className="val__unit">{t('daysUnit', { days })}</span>
    </span>
  );
}

/** What the words for a hidden figure need: on too few of what it rests. */
export function hiddenBecause({ name }: Pick<Figure, 'name'>, { fewestShown }: FigureTerms) {
  const answers = ['MEDIAN_TIME_TO_RESOLVE', 'P90_TIME_TO_RESOLVE', 'QUALITY', 'FIRST_PASS', 'REOPENED'];
  const of = name === 'SATISFACTION' ? 'ratings' : answers.includes(name) ? 'answers' : 'requests';
  return { few: fewestShown, of };
}

/** The bare value, for tables: working time in days without its unit. Null when there is nothing to show. */
export function plainValue(locale: Locale, figure: Figure, minutesADay: number): string | null {
  if (figure.suppressed || figure.value === null) return null;
  switch (figure.unit) {
    case 'RATIO':
      return formatPercent(locale, figure.value);
    case 'WORKING_MINUTES':
      return formatNumber(locale, toWorkingDays(figure.value, minutesADay), 1);
    default:
      return formatNumber(locale, figure.value);
  }
}
