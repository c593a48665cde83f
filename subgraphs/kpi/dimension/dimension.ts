/** The dimensions that figures can be asked by, as clients name them. */

import type { Axis } from './coordinates.ts';
import type { Period } from './period.ts';

export const dimensions = [
  'SECTOR',
  'ENTITY',
  'CATEGORY',
  'TYPE',
  'PILLAR',
  'IMPORTANCE',
  'CHANNEL',
  'GOVERNORATE',
  'APPLICANT_KIND',
  'PROGRAMME',
  'DAY',
  'WEEK',
  'MONTH',
] as const;
export type Dimension = (typeof dimensions)[number];

/** A sector is what its entities are together, by the directory of today. */
const axisOfDimension: Partial<Record<Dimension, Axis>> = {
  SECTOR: 'entity',
  ENTITY: 'entity',
  CATEGORY: 'category',
  TYPE: 'type',
  PILLAR: 'pillar',
  IMPORTANCE: 'importance',
  CHANNEL: 'channel',
  GOVERNORATE: 'governorate',
  APPLICANT_KIND: 'applicantKind',
  PROGRAMME: 'programme',
};
const periodOfDimension: Partial<Record<Dimension, Period>> = { DAY: 'day', WEEK: 'week', MONTH: 'month' };

/** The axis a dimension lies on; null for one of time. */
export function axisOf(dimension: Dimension): Axis | null {
  return axisOfDimension[dimension] ?? null;
}

/** The period that a dimension of time counts in; null for any other. */
export function periodOf(dimension: Dimension): Period | null {
  return periodOfDimension[dimension] ?? null;
}
