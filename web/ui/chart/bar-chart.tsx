import type { Locale } from '../../i18n/locale.ts';
import { formatNumber } from '../format.ts';
import { type BarDrawing, type BarGroup, layBars } from './bar-layout.ts';

interface Props {
  groups: readonly BarGroup[];
  /** Names of the series, in the order of each group's values (at most two). */
  series: readonly string[];
  locale: Locale;
  /** The whole chart in one sentence. */
  summary: string;
  unfinishedLabel: string;
}

/** Grouped bars; a second, narrower drawing for phones. The same numbers stand in a table below. */
export function BarChart({ groups, series, locale, summary, unfinishedLabel }: Props) {
  const rtl = locale === 'ar';
  const drawings = {
    wide: layBars(groups, { width: 560, height: 360, rtl, maxLabels: 8 }),
    narrow: layBars(groups, { width: 340, height: 280, rtl, maxLabels: 5 }),
  };
  return (
    <>
      <div className="only-wide">
        <Drawing drawing={drawings.wide} locale={locale} summary={summary} />
      </div>
      <div className="only-narrow">
        <Drawing drawing={drawings.narrow} locale={locale} summary={summary} />
      </div>
      <ul className="legend">
        {series.map((name, index) => (
          <li key={name}>
            <i className={`key-c${index + 1}`} />
            {name}
          </li>
        ))}
        {groups.some((group) => group.unfinished) && (
          <li>
            <i className="key-now" />
            {unfinishedLabel}
          </li>
        )}
      </ul>
    </>
  );
}

function Drawing({ drawing, locale, summary }: { drawing: BarDrawing; locale: Locale; summary: string }) {
  const rtl = locale === 'ar';
  const { plot, baseline } = drawing;
  return (
    <svg className="chart" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={summary}>
      {drawing.ticks.map(({ y, value }) => (
        <g key={value}>
          <line className={value === 0 ? 'base' : 'axis'} x1={plot.from} x2={plot.to} y1={y} y2={y} />
          <text direction="ltr" x={drawing.scaleX} y={y + 4} textAnchor={rtl ? 'start' : 'end'}>
            {formatNumber(locale, value)}
          </text>
        </g>
      ))}
      {drawing.groups.map(({ group, center, bars, labelled }) => (
        <g key={group.key}>
          {bars.map((bar, index) => (
            <rect key={bar.x} className={`c${index + 1}`} rx="1.5" {...bar} />
          ))}
          {group.unfinished && bars[0] && (
            <rect
              className="now"
              x={Math.min(...bars.map((bar) => bar.x))}
              y={baseline + 1}
              width={bars.reduce((sum, bar) => sum + bar.width, 0)}
              height="3"
            />
          )}
          {labelled && (
            <text
              className={group.unfinished ? 'strong' : undefined}
              x={center}
              y={baseline + 24}
              textAnchor="middle"
            >
              {group.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
