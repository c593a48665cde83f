import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { normaliseLine } from '@bekhedmetkom/text/normalise';

export interface Point {
  latitude: number;
  longitude: number;
}

/** Where both Jordan and doubt end; no latitude of the country is a longitude of it. */
const latitudes = { from: 28, to: 34.5 };
const longitudes = { from: 34.5, to: 40 };

/**
 * Coordinates as people copy them: `31.9539, 35.9106`, in digits of any kind, with Arabic comma or decimal
 * sign, in either order. Null for an empty box, undefined when it cannot be read.
 */
export function readPoint(typed: string | undefined): Point | null | undefined {
  const text = toLatinDigits(normaliseLine(typed ?? ''))
    .replace(/\p{Cf}/gu, '')
    .replace(/°?\s*[ne]?(?=[\s,;،؛/]|$)/gi, '')
    .replaceAll('٫', '.')
    .trim();
  if (text === '') return null;
  const numbers = text.split(/[\s,;،؛/]+/).filter(Boolean);
  if (numbers.length !== 2 || !numbers.every((one) => /^\d{1,3}(\.\d{1,15})?$/.test(one))) return undefined;
  const [first = 0, second = 0] = numbers.map(Number);
  const swapped = within(first, longitudes) && within(second, latitudes);
  const [latitude, longitude] = swapped ? [second, first] : [first, second];
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

/** A point as it stands in the box. */
export function writePoint({ latitude, longitude }: Point): string {
  return `${latitude}, ${longitude}`;
}

function within(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from && value <= to;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
