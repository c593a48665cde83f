/** Grouped bars as numbers: pure, so that the server can draw them and tests can measure them. */
export interface BarGroup {
  key: string;
  label: string;
  values: readonly number[];
  /** The period is not over yet. */
  unfinished: boolean;
}

export interface BarBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface BarDrawing {
  width: number;
  height: number;
  baseline: number;
  plot: { from: number; to: number };
  /** Where the labels of the scale end or begin. */
  scaleX: number;
  ticks: { y: number; value: number }[];
  groups: { group: BarGroup; center: number; bars: BarBox[]; labelled: boolean }[];
}

interface Size {
  width: number;
  height: number;
  rtl: boolean;
  /** Labels below that fit side by side. */
  maxLabels: number;
}

const margin = { top: 16, bottom: 34, scale: 46 };

/** Lays the groups along the line of reading: in Arabic the first one stands at the right. */
export function layBars(groups: readonly BarGroup[], { width, height, rtl, maxLabels }: Size): BarDrawing {
  const plot = rtl ? { from: 0, to: width - margin.scale } : { from: margin.scale, to: width };
  const baseline = height - margin.bottom;
  const top = niceCeiling(Math.max(1, ...groups.flatMap((group) => group.values)));
  const yOf = (value: number) => round(baseline - (value / top) * (baseline - margin.top));
  const slot = (plot.to - plot.from) / Math.max(1, groups.length);
  const every = Math.max(1, Math.ceil(groups.length / maxLabels));
  return {
    width,
    height,
    baseline,
    plot,
    scaleX: rtl ? width - margin.scale + 8 : margin.scale - 8,
    ticks: [0, 1, 2, 3, 4].map((step) => ({ value: (top * step) / 4, y: yOf((top * step) / 4) })),
    groups: groups.map((group, index) => {
      const place = rtl ? groups.length - 1 - index : index;
      const from = plot.from + place * slot;
      const gap = slot * 0.14;
      const each = (slot - 2 * gap) / Math.max(1, group.values.length);
      return {
        group,
        center: round(from + slot / 2),
        labelled: (groups.length - 1 - index) % every === 0,
        bars: group.values.map((value, series) => {
          const position = rtl ? group.values.length - 1 - series : series;
          const y = yOf(value);
          return {
            x: round(from + gap + position * each),
            y,
            width: round(Math.max(each * 0.88, 1)),
            height: round(baseline - y),
          };
        }),
      };
    }),
  };
}

/** The next of 4, 8, 12, 20, 40, … that is no smaller, so that a quarter of it is a round number. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const step = [0.4, 0.8, 1.2, 2, 4, 6, 8, 10, 12].find((one) => one * power >= value) ?? 12;
  return Math.max(4, step * power);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
