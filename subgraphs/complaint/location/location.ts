/** In which governorate a point lies: pure. */

/** A place on the Earth: degrees of WGS84. */
export interface Point {
  /** North of the equator. */
  latitude: number;
  /** East of Greenwich. */
  longitude: number;
}

type Corner = readonly [longitude: number, latitude: number];

/** The area of one governorate. */
export interface Outline {
  /** ISO 3166-2, e.g. `JO-AM`. */
  iso: string;
  /** Closed rings; what an even number of them surrounds is outside (a hole, an enclave of another). */
  rings: readonly (readonly Corner[])[];
  /** Square degrees, to compare only. */
  size: number;
}

/**
 * Kilometres. The outlines are drawn for maps of the whole country and stray from the ground by as much: the
 * quay of Aqaba, a bridge over the Jordan and slivers between neighbours still count as inside.
 */
const tolerance = 2;
const kmPerDegree = 111.2;

/** Outlines as they are written down: rings apart by ` / `, corners by a space, `longitude,latitude`. */
export function readOutlines(written: Readonly<Record<string, string>>): Outline[] {
  return Object.entries(written).map(([iso, text]) => {
    const rings = text.split(' / ').map((ring) => ring.split(' ').map(readCorner));
    return { iso, rings, size: Math.abs(rings.map(signedArea).reduce((all, one) => all + one, 0)) };
  });
}

/**
 * The governorate around a point, or the nearest one within the tolerance; null outside the country. Where two
 * surround it, the smaller one is the enclave. A point on a border belongs to exactly one of its sides.
 */
export function governorateAt({ latitude, longitude }: Point, outlines: readonly Outline[]): string | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  const corner: Corner = [longitude, latitude];
  const around = outlines.filter(({ rings }) => surrounds(rings, corner));
  if (around.length > 0) return smallest(around).iso;
  const distances = outlines.map((outline) => ({ outline, km: distanceTo(outline, corner) }));
  const nearest = Math.min(...distances.map(({ km }) => km));
  if (!(nearest <= tolerance)) return null;
  return smallest(distances.filter(({ km }) => km === nearest).map(({ outline }) => outline)).iso;
}

function readCorner(text: string): Corner {
  const [longitude, latitude] = text.split(',').map(Number);
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new Error(`not a corner: ${text}`);
  return [longitude as number, latitude as number];
}

function smallest(outlines: readonly Outline[]): Outline {
  return outlines.reduce((left, right) => (right.size < left.size ? right : left));
}

function edges(ring: readonly Corner[]): [from: Corner, to: Corner][] {
  return ring.map((corner, i) => [ring.at(i - 1) as Corner, corner]);
}

// The upper end of an edge belongs to it, the lower one does not: a ray through a corner crosses it once.
function surrounds(rings: Outline['rings'], [x, y]: Corner): boolean {
  let inside = false;
  for (const [[x1, y1], [x2, y2]] of rings.flatMap(edges)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Kilometres to the nearest edge, on a plane that touches the Earth at the point. */
function distanceTo({ rings }: Outline, [x, y]: Corner): number {
  const east = kmPerDegree * Math.cos((y * Math.PI) / 180);
  const plane = ([longitude, latitude]: Corner) =>
    [(longitude - x) * east, (latitude - y) * kmPerDegree] as const;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of rings.flatMap(edges)) {
    const [ax, ay] = plane(from);
    const [bx, by] = plane(to);
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const part = length === 0 ? 0 : Math.min(Math.max(-(ax * dx + ay * dy) / length, 0), 1);
    nearest = Math.min(nearest, Math.hypot(ax + part * dx, ay + part * dy));
  }
  return nearest;
}

function signedArea(ring: readonly Corner[]): number {
  return edges(ring).reduce((all, [[x1, y1], [x2, y2]]) => all + (x1 * y2 - x2 * y1) / 2, 0);
}
