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
}

/** The twelve governorates, toned and labelled. The same numbers stand in a table beside it. */
export function JordanMap({ values, summary }: Props) {
  return (
    <>
      <div className="only-wide">
        <Drawing drawing={wideMap} values={values} summary={summary} />
      </div>
      <div className="only-narrow">
        <Drawing drawing={narrowMap} values={values} summary={summary} />
      </div>
    </>
  );
}

function Drawing({ drawing, values, summary }: Props & { drawing: MapDrawing }) {
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
        if (!shown) return null;
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
