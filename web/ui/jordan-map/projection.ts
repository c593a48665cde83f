/** How the narrow drawing of the country was made: Mercator, `longitude · scale + x`, `y - north · scale`. */
export const projection = { scale: 53.43, x: -1763.35, y: 1912.58 } as const;

export interface MapPoint {
  x: number;
  y: number;
}

/** A place on the Earth (degrees, WGS84) as a place on the narrow drawing. */
export function toMap({ latitude, longitude }: { latitude: number; longitude: number }): MapPoint {
  const north = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  return { x: longitude * projection.scale + projection.x, y: projection.y - north * projection.scale };
}
