import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { LineChart } from '../../../ui/chart/line-chart.tsx';
import { FiguresTable } from '../../../ui/figures-table.tsx';
import { formatDate, formatPercent, formatTick } from '../../../ui/format.ts';

const rowFragment = graphql(`
  fragment OnTimeTrend_KpiRow on KpiRow {
    keys
    kpis {
      value
      target
      suppressed
    }
  }
`);

/** The share answered on time, month by month: a sentence, a line, a table. */
export async function OnTimeTrend({
  rows,
  locale,
}: {
  rows: readonly FragmentType<typeof rowFragment>[];
  locale: Locale;
}) {
  const t = await getTranslations('performance');
  const read = rows.map((row) => readFragment(rowFragment, row));
  const target = read[0]?.kpis[0]?.target;
  const points = read.map(({ keys, kpis: [delayed] }) => {
    const known = delayed && !delayed.suppressed && delayed.value !== null;
    const key = (keys[0] ?? '').slice(0, 7);
    return {
      key,
      label: formatTick(locale, key),
      inFull: formatDate(locale, `${key}-01`, 'month'),
      value: known ? 1 - (delayed.value ?? 0) : null,
    };
  });
  const known = points
    .filter((point) => point.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [best] = known;
  const worst = known.at(-1);
  const summary =
    best && worst
      ? t('mapSummary', {
          best: best.inFull,
          bestValue: formatPercent(locale, best.value ?? 0),
          worst: worst.inFull,
          worstValue: formatPercent(locale, worst.value ?? 0),
        })
      : t('mapNone');
  return (
    <div>
      <h2 className="h2">
        {t('onTime')} <span className="h2__aside">{t('trend')}</span>
      </h2>
      <p className="small muted space-1 gap-3">{summary}</p>
      {best && (
        <LineChart
          points={points}
          target={target === null || target === undefined ? null : 1 - target}
          locale={locale}
          summary={summary}
        />
      )}
      <FiguresTable
        summary={t('table')}
        caption={t('onTime')}
        head={[t('period'), t('colOnTime')]}
        rows={points.map(({ key, inFull, value }) => ({
          key,
          cells: [inFull, value === null ? t('noData') : formatPercent(locale, value)],
        }))}
      />
    </div>
  );
}
