'use client';

import { useTranslations } from 'next-intl';
import { formatPercent } from '../../../ui/format.ts';
import { wideMap } from '../../../ui/jordan-map/governorates.ts';
import { useLanguage } from '../../staff/language.ts';
import { type Label as Placed, placeLabels } from './map-labels.ts';
import { type MapStep, mapSteps, stepOf } from './map-steps.ts';

const labels = placeLabels(wideMap.shapes);
/** The drawing with room for large letters on both sides. */
const frame = '-22 30 540 385';

interface MapPaneProps {
  /** Code "" = governorate not known. */
  rows: readonly { code: string; name: string; count: number }[];
  /** All that there are: one without a row has none overdue. */
  governorates: readonly { code: string; name: string }[];
}

/** Where cases are overdue: a sentence, the map, its legend. */
export function MapPane({ rows, governorates }: MapPaneProps) {
  const t = useTranslations('wall');
  const language = useLanguage();
  const rest = governorates.filter(({ code }) => rows.every((row) => row.code !== code));
  const known = [...rows.filter((row) => row.code !== ''), ...rest.map((one) => ({ ...one, count: 0 }))].sort(
    (a, b) => b.count - a.count,
  );
  const elsewhere = rows.find((row) => row.code === '')?.count ?? 0;
  const total = known.reduce((sum, row) => sum + row.count, 0);
  const steps = mapSteps(known.map((row) => row.count));
  const top = known.slice(0, 3).filter((row) => row.count > 0);
  const topCount = top.reduce((sum, row) => sum + row.count, 0);
  const list = known.map((row) => t('map.item', { name: row.name, count: row.count })).join(t('map.comma'));
  return (
    <section className="pane" aria-labelledby="h-map">
      <div className="pane__head">
        <h2 id="h-map">{t('map.title')}</h2>
        <span>{t('tile.cases', { count: total + elsewhere })}</span>
      </div>
      <div className="mapbox">
        <svg
          className="map"
          viewBox={frame}
          role="img"
          aria-label={total > 0 ? t('map.label', { list }) : t('map.none')}
        >
          {wideMap.shapes.map((shape) => (
            <path
              key={shape.code}
              className={`q${stepOf(countOf(shape.code, known), steps)}`}
              d={shape.path}
            />
          ))}
          {labels.map((label) => (
            <Label
              key={label.code}
              label={label}
              point={wideMap.shapes.find((shape) => shape.code === label.code)?.point ?? null}
              row={known.find((row) => row.code === label.code)}
              steps={steps}
            />
          ))}
        </svg>
        <div>
          <p className="wall__sum">
            {total > 0
              ? t.rich('map.sum', {
                  b: (chunks) => <b>{chunks}</b>,
                  names: joinNames(
                    top.map((row) => row.name),
                    t('map.comma'),
                    t('map.and'),
                  ),
                  count: topCount,
                  total,
                  percent: formatPercent(language, topCount / total, 0),
                })
              : t('map.none')}
            {elsewhere > 0 && ` · ${t('map.elsewhere', { count: elsewhere })}`}
          </p>
          <Legend steps={steps} />
        </div>
      </div>
    </section>
  );
}

interface LabelProps {
  label: Placed;
  point: { x: number; y: number } | null;
  row: { name: string; count: number } | undefined;
  steps: readonly MapStep[];
}

function Label({ label, point, row, steps }: LabelProps) {
  if (!row) return null;
  const on = label.line ? '' : stepOf(row.count, steps) === 4 ? ' on4' : ' onl';
  const { anchor } = label;
  return (
    <g>
      {label.line && <path className="lead-line" d={label.line} />}
      {label.line && point && <circle className="pt" cx={point.x} cy={point.y} r="2.6" />}
      <text className={on} direction="ltr" x={label.name.x} y={label.name.y} textAnchor={anchor}>
        {row.name}
      </text>
      <text className={`val${on}`} direction="ltr" x={label.value.x} y={label.value.y} textAnchor={anchor}>
        {row.count}
      </text>
    </g>
  );
}

function Legend({ steps }: { steps: readonly MapStep[] }) {
  const t = useTranslations('wall.map');
  return (
    <ul className="legend">
      {steps.map((step) => (
        <li key={step.from}>
          <i className={`s${step.tone}`} />
          <bdi>
            {step.to === null
              ? t('more', { from: step.from })
              : step.to === step.from
                ? step.from
                : `${step.from}–${step.to}`}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function countOf(code: string, rows: readonly { code: string; count: number }[]): number {
  return rows.find((row) => row.code === code)?.count ?? 0;
}

function joinNames(names: string[], comma: string, and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(comma)}${and}${last}`;
}
