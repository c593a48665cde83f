import { narrowMap } from './governorates.ts';
import { type MapPoint, toMap } from './projection.ts';

/** Units of the drawing, some two kilometres each: it is not more exact than this. */
const doubt = 2.5;

const outlines = narrowMap.shapes.map(({ code, path }) => ({ code, corners: cornersOf(path) }));

/**
 * The governorate in which a point lies by the drawing; `near` when it is so close to the border of the country
 * that only the complaint program can tell; `outside` beyond that.
 */
export function governorateAt(point: { latitude: number; longitude: number }): string | 'near' | 'outside' {
  const at = toMap(point);
  const inside = outlines.find(({ corners }) => surrounds(corners, at));
  if (inside) return inside.code;
  const nearest = Math.min(...outlines.map(({ corners }) => distance(corners, at)));
  return nearest <= doubt ? 'near' : 'outside';
}

function cornersOf(path: string): MapPoint[] {
  return [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

function surrounds(corners: readonly MapPoint[], { x, y }: MapPoint): boolean {
  let inside = false;
  corners.forEach((to, i) => {
    const from = corners.at(i - 1) ?? to;
    if (from.y > y === to.y > y) return;
    if (x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) inside = !inside;
  });
  return inside;
}

function distance(corners: readonly MapPoint[], at: MapPoint): number {
  return Math.min(
    ...corners.map((to, i) => {
      const from = corners.at(i - 1) ?? to;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
      const part = Math.min(Math.max(along, 0), 1);
      return Math.hypot(from.x + part * dx - at.x, from.y + part * dy - at.y);
    }),
  );
}
