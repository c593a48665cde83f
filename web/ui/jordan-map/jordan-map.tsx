import { type MapDrawing, narrowMap, wideMap } from './governorates.ts';

export interface GovernorateValue {
  name: string;
  /** As it is written on the map. */
  value: string;
  /** 0 = nothing to show, then from low to high. */
  tone: 0 | 1 | 2 | 3 | 4;
}

interface Props {
  /** By the code of the governorate. */
  values: ReadonlyMap<string, GovernorateValue>;
  summary: string;
  /** What the list of the values below the map is called, on narrow screens. */
  listLabel: string;
}

/**
 * The twelve governorates, toned. On wide screens each is labelled; on narrow ones, where letters would be cut or too small
 * to read, their values stand in a list below.
 */
export function JordanMap({ values, summary, listLabel }: Props) {
  return (
    <>
      <div className="only-wide">
        <Drawing drawing={wideMap} values={values} summary={summary} />
      </div>
      <div className="only-narrow">
        <Drawing drawing={narrowMap} values={values} summary={summary} bare />
        <ul className="map-list" aria-label={listLabel}>
          {[...values].map(([code, { name, value, tone }]) => (
            <li key={code}>
              <i className={`key-q${tone}`} />
              <span>{name}</span>
              <bdi>{value}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

interface DrawingProps {
  drawing: MapDrawing;
  values: Props['values'];
  summary: string;
  /** Without labels. */
  bare?: boolean;
}

function Drawing({ drawing, values, summary, bare = false }: DrawingProps) {
  return (
    <svg className="map" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={summary}>
      {drawing.shapes.map(({ code, path }) => {
        const shown = values.get(code);
        return (
          <path key={code} className={`q${shown?.tone ?? 0}`} d={path}>
            {shown && <title>{`${shown.name}: ${shown.value}`}</title>}
          </path>
        );
      })}
      {drawing.shapes.map(({ code, name, value, anchor, line, point }) => {
        const shown = values.get(code);
        if (!shown || bare) return null;
        const inside = line === null;
        const tint = inside ? (shown.tone === 4 ? 'on4' : 'onl') : undefined;
        return (
          <g key={code}>
            {line && <path className="lead-line" d={line} />}
            {point && <circle className="pt" cx={point.x} cy={point.y} r="2" />}
            <text direction="ltr" className={tint} x={name.x} y={name.y} textAnchor={anchor}>
              {shown.name}
            </text>
            <text
              direction="ltr"
              className={tint ? `val ${tint}` : 'val'}
              x={value.x}
              y={value.y}
              textAnchor={anchor}
            >
              {shown.value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
