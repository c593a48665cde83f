import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { BarChart } from '../../../ui/chart/bar-chart.tsx';
import { FiguresTable } from '../../../ui/figures-table.tsx';
import { formatDate, formatNumber, formatTick } from '../../../ui/format.ts';
import type { FigureTerms } from '../terms.ts';

const rowFragment = graphql(`
  fragment FlowChart_KpiRow on KpiRow {
    keys
    kpis {
      name
      value
      numerator
      suppressed
    }
  }
`);

interface Props {
  rows: readonly FragmentType<typeof rowFragment>[];
  by: 'DAY' | 'WEEK' | 'MONTH';
  /** The window reaches to today: its last part is not over. */
  running: boolean;
  locale: Locale;
  terms: FigureTerms;
}

const headings = { DAY: 'byDay', WEEK: 'byWeek', MONTH: 'byMonth' } as const;

/** What came in and what was closed, part by part: a sentence, a picture, a table. */
export async function FlowChart({ rows, by, running, locale, terms }: Props) {
  const t = await getTranslations('performance');
  const inFull = (key: string) =>
    by === 'MONTH' ? formatDate(locale, `${key.slice(0, 7)}-01`, 'month') : formatDate(locale, key, 'date');
  const groups = rows.map((row, index) => {
    const { keys, kpis } = readFragment(rowFragment, row);
    const key = keys[0] ?? '';
    const received = kpis.find((kpi) => kpi.name === 'RECEIVED');
    const closed = kpis.find((kpi) => kpi.name === 'CLOSED_FLOW');
    const hidden = (received?.suppressed ?? false) || (closed?.suppressed ?? false);
    const values = hidden ? [0, 0] : [received?.value ?? 0, closed?.numerator ?? 0];
    return {
      key,
      label: formatTick(locale, key),
      inFull: inFull(key),
      values,
      hidden,
      unfinished: running && index === rows.length - 1,
    };
  });
  const sum = (series: number) => groups.reduce((total, group) => total + (group.values[series] ?? 0), 0);
  const highest = groups.reduce<(typeof groups)[number] | null>(
    (best, group) => ((group.values[0] ?? 0) > (best?.values[0] ?? -1) ? group : best),
    null,
  );
  const summary = t('flowSummary', {
    any: sum(0) + sum(1) > 0 ? 'yes' : 'no',
    received: formatNumber(locale, sum(0)),
    closed: formatNumber(locale, sum(1)),
    most: formatNumber(locale, highest?.values[0] ?? 0),
    when: highest ? (by === 'WEEK' ? t('week', { date: highest.inFull }) : highest.inFull) : '',
  });
  const series = [t('seriesReceived'), t('seriesClosed')];
  return (
    <div>
      <h2 className="h2">
        {t('flowTitle')} <span className="h2__aside">{t(headings[by])}</span>
      </h2>
      <p className="small muted space-1 gap-3">{summary}</p>
      <BarChart
        groups={groups}
        series={series}
        locale={locale}
        summary={summary}
        unfinishedLabel={t('current')}
      />
      <FiguresTable
        summary={t('table')}
        caption={t('flowTitle')}
        head={[t('period'), ...series]}
        rows={groups.map((group) => ({
          key: group.key,
          cells: [
            group.inFull,
            ...group.values.map((value) =>
              group.hidden ? t('fewer', { few: terms.fewestShown }) : formatNumber(locale, value),
            ),
          ],
        }))}
      />
    </div>
  );
}
