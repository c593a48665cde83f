import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export interface Sector {
  code: string;
  names: Names;
  /** Its place in lists, from 1. */
  order: number;
}
