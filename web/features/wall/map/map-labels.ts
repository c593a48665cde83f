/** Places for the map's labels when the letters are as large as on the wall: in a column, none over another. */
export interface LabelledShape {
  code: string;
  anchor: 'start' | 'middle' | 'end';
  point: { x: number; y: number } | null;
  value: { x: number; y: number };
}

export interface Label {
  code: string;
  anchor: 'start' | 'middle' | 'end';
  name: { x: number; y: number };
  value: { x: number; y: number };
  /** From the label to its governorate; null when the label stands inside it. */
  line: string | null;
}

/** Least distance between two lines of text, in units of the drawing. */
const gap = 30;
/** From the middle of a line of text to its foot. */
const foot = 7;
/** The same for the letters that the drawing was made for. */
const drawnFoot = 5;
const columns = {
  end: { name: 62, value: 100, from: 106, bend: 120 },
  start: { name: 436, value: 398, from: 392, bend: 378 },
} as const;

/** Labels beside the map stay near the heights they were drawn at, in the same order, `gap` between them. */
export function placeLabels(shapes: readonly LabelledShape[]): Label[] {
  return [...column(shapes, 'end'), ...column(shapes, 'start'), ...shapes.filter(isInside).map(inside)];
}

function column(shapes: readonly LabelledShape[], side: 'end' | 'start'): Label[] {
  const beside = shapes.flatMap((shape) =>
    shape.anchor === side && shape.point
      ? [{ code: shape.code, point: shape.point, y: shape.value.y - drawnFoot }]
      : [],
  );
  beside.sort((a, b) => a.y - b.y);
  const heights = spread(beside.map(({ y }) => y));
  const { name, value, from, bend } = columns[side];
  return beside.map(({ code, point }, index) => {
    const y = heights[index] ?? point.y;
    return {
      code,
      anchor: side,
      name: { x: name, y: y + foot },
      value: { x: value, y: y + foot },
      line: `M${from} ${y}L${bend} ${y}L${point.x} ${point.y}`,
    };
  });
}

/** The wished heights, ascending, moved apart as little as this simple way can: up to their middle, then down. */
export function spread(wished: readonly number[]): number[] {
  const groups: { middle: number; count: number }[] = [];
  for (const y of wished) {
    let group = { middle: y, count: 1 };
    let before = groups.at(-1);
    while (before && before.middle + (before.count * gap) / 2 > group.middle - (group.count * gap) / 2) {
      groups.pop();
      const count = before.count + group.count;
      group = { middle: (before.middle * before.count + group.middle * group.count) / count, count };
      before = groups.at(-1);
    }
    groups.push(group);
  }
  return groups.flatMap(({ middle, count }) =>
    Array.from({ length: count }, (_, n) => Math.round((middle + (n - (count - 1) / 2) * gap) * 10) / 10),
  );
}

function isInside(shape: LabelledShape): boolean {
  return shape.anchor === 'middle' || shape.point === null;
}

function inside({ code, value }: LabelledShape): Label {
  return {
    code,
    anchor: 'middle',
    name: { x: value.x, y: value.y - 17 },
    value: { x: value.x, y: value.y + 8 },
    line: null,
  };
}
