import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { formatNumber } from '../../ui/format.ts';
import { hiddenBecause, plainValue } from './figure-words.tsx';
import { figureFragment } from './figures.ts';
import type { FigureTerms } from './terms.ts';

const definitionsFragment = graphql(`
  fragment Definitions_KpiSet on KpiSet {
    all {
      ...Figure_Kpi
    }
  }
`);

interface Props {
  kpis: FragmentType<typeof definitionsFragment>;
  locale: Locale;
  minutesADay: number;
  terms: FigureTerms;
}

/** Every figure of record with its formula, its value and what it rests on; folded until somebody asks. */
export async function Definitions({ kpis, locale, minutesADay, terms }: Props) {
  const t = await getTranslations('performance');
  const { all } = readFragment(definitionsFragment, kpis);
  return (
    <details className="group-fold section">
      <summary>{t('definitions')}</summary>
      <dl className="facts space-4" id="definitions">
        {all.map((one) => {
          const figure = readFragment(figureFragment, one);
          const { name, label, formula, numerator, denominator, unit, suppressed } = figure;
          const counted = unit === 'RATIO' && !suppressed && numerator !== null && denominator !== null;
          const value =
            plainValue(locale, figure, minutesADay) ??
            (suppressed ? t('notShown', hiddenBecause(figure, terms)) : t('noData'));
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                <bdi className="strong">
                  {unit === 'WORKING_MINUTES' && figure.value !== null
                    ? `${value} ${t('workingDays')}`
                    : value}
                </bdi>
                {counted && (
                  <span className="muted">
                    {' '}
                    ·{' '}
                    {t('outOf', {
                      numerator: formatNumber(locale, numerator),
                      denominator: formatNumber(locale, denominator),
                    })}
                  </span>
                )}
                <br />
                <span className="small muted">{formula}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
