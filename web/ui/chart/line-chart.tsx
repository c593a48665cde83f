import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Locale } from '../../i18n/locale.ts';
import { formatPercent } from '../format.ts';

export interface LinePoint {
  key: string;
  label: string;
  /** 0..1; null leaves a gap. */
  value: number | null;
}

interface Props {
  points: readonly LinePoint[];
  /** 0..1 */
  target: number | null;
  locale: Locale;
  summary: string;
}

const sizes = {
  wide: { width: 560, height: 260, maxLabels: 7 },
  narrow: { width: 340, height: 220, maxLabels: 4 },
};
const margin = { block: 24, scale: 56, inline: 24 };

/** A share over time; a second, narrower drawing for phones. The same numbers stand in a table below. */
export function LineChart(props: Props) {
  return (
    <>
      <div className="only-wide">
        <Drawing {...props} {...sizes.wide} />
      </div>
      <div className="only-narrow">
        <Drawing {...props} {...sizes.narrow} />
      </div>
    </>
  );
}

type DrawingProps = Props & (typeof sizes)['wide'];

function Drawing({ points, target, locale, summary, width, height, maxLabels }: DrawingProps) {
  const rtl = locale === 'ar';
  const shown = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const lowest = Math.min(0.8, ...shown, target ?? 1);
  const range: [number, number] = rtl
    ? [width - margin.scale, margin.inline]
    : [margin.scale, width - margin.inline];
  const x = scalePoint(range).domain(points.map((point) => point.key));
  const y = scaleLinear([height - margin.block - 8, margin.block]).domain([Math.floor(lowest * 10) / 10, 1]);
  const draw = line<LinePoint>()
    .defined((point) => point.value !== null)
    .x((point) => x(point.key) ?? 0)
    .y((point) => y(point.value ?? 0));
  const every = Math.max(1, Math.ceil(points.length / maxLabels));
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className="axis" x1={range[0]} x2={range[1]} y1={y(tick)} y2={y(tick)} />
          <text direction="ltr" x={rtl ? width - 44 : 44} y={y(tick) + 4} textAnchor={rtl ? 'start' : 'end'}>
            {formatPercent(locale, tick, 0)}
          </text>
        </g>
      ))}
      {target !== null && (
        <line className="target" x1={range[0]} x2={range[1]} y1={y(target)} y2={y(target)} />
      )}
      <path className="line1" d={draw([...points]) ?? ''} />
      {points.map(
        ({ key, label, value }, index) =>
          (points.length - 1 - index) % every === 0 && (
            <g key={key}>
              <text x={x(key)} y={height - 4} textAnchor="middle">
                {label}
              </text>
              {value !== null && <circle className="c2" cx={x(key)} cy={y(value)} r="4" />}
            </g>
          ),
      )}
    </svg>
  );
}
