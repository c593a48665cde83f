import type { Refusal } from '../case/case.ts';
import type { Directory } from '../directory/directory.ts';
import { jordan } from './jordan.ts';
import { governorateAt, type Point } from './location.ts';

interface Place {
  point: Point | null;
  governorate: string | null;
}

/**
 * Where a case is about. A point says more than a governorate: where the two disagree, the point is believed.
 * Refused: a point outside the country, a governorate that the directory does not know.
 */
export function readPlace(
  given: { point?: Point | null; governorateCode?: string | null },
  directory: Directory,
): Place | Refusal {
  const { point, governorateCode } = given;
  if (!point) {
    const governorate = governorateCode || null;
    if (governorate === null || directory.hasGovernorate(governorate)) return { point: null, governorate };
    return { refused: 'UNKNOWN_GOVERNORATE', field: ['governorateCode'], facts: { code: governorate } };
  }
  const iso = governorateAt(point, jordan);
  if (iso === null) return { refused: 'OUTSIDE_COUNTRY', field: ['point'] };
  const { latitude, longitude } = point;
  return {
    point: { latitude: rounded(latitude), longitude: rounded(longitude) },
    governorate: directory.governorateOf(iso)?.code ?? null,
  };
}

/** To a metre: more digits would only pretend. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
