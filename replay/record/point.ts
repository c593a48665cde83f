import { toLatinDigits } from '@bekhedmetkom/text/digits';
import type { Dropped } from './dropped.ts';
import type { RecordMap } from './map.ts';
import type { CaseRecord } from './record.ts';

/** The point of a row in degrees; null where a column is empty, zero, or no number of degrees, which is listed. */
export function readPoint(
  map: Pick<RecordMap, 'latitude' | 'longitude'>,
  fields: Record<string, string>,
  dropped: Dropped[],
): CaseRecord['point'] {
  if (map.latitude === undefined || map.longitude === undefined) return null;
  const columns = [
    { column: map.latitude, most: 90 },
    { column: map.longitude, most: 180 },
  ];
  const texts = columns.map(({ column }) =>
    toLatinDigits(fields[column] ?? '')
      .replace('٫', '.')
      .trim(),
  );
  if (texts.some((text) => text === '') || texts.every((text) => Number(text) === 0)) return null;
  const degrees = texts.map(Number);
  for (const [index, { column, most }] of columns.entries()) {
    if (Math.abs(degrees[index] ?? Number.NaN) <= most) continue;
    dropped.push({ column, reason: `is no number of degrees: "${texts[index]?.slice(0, 40)}"` });
    return null;
  }
  const [latitude = 0, longitude = 0] = degrees;
  return { latitude, longitude };
}
